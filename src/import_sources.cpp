#include "import_sources.h"

#include <algorithm>
#include <set>

#include "base/file.h"
#include "read_source.h"

namespace huozi {
namespace fs = std::filesystem;

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool encoded =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += encoded ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (encoded) i += 2;
  }
  return out;
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

class Finder {
 public:
  Finder(const fs::path& into, source::Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    std::error_code error;
    into_ = fs::weakly_canonical(into, error);
  }

  void find(const fs::path& wanted) {
    std::error_code error;
    if (fs::is_directory(wanted, error)) {
      find_below(wanted);
    } else if (!fs::is_regular_file(wanted, error)) {
      diagnostics_.report("file.unreadable", {}, {wanted.string(), "64 MiB"});
    } else if (!is_known_source(wanted)) {
      diagnostics_.report("import.format", {}, {wanted.string(), known_endings()});
    } else {
      const fs::path folder = wanted.has_parent_path() ? wanted.parent_path() : fs::path(".");
      add(wanted, folder, {});
    }
  }

  std::vector<ImportSource> found;

 private:
  void find_below(const fs::path& root) {
    std::error_code error;
    const bool in_output = is_below(fs::weakly_canonical(root, error), into_);
    std::vector<fs::path> files;
    fs::recursive_directory_iterator each(root, error);
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
      const fs::path& path = each->path();
      std::error_code ignored;
      const bool hidden = path.filename().string().starts_with('.');
      const bool output = !in_output && fs::weakly_canonical(path, ignored) == into_;
      if (each->is_directory(ignored)) {
        if (hidden || output) each.disable_recursion_pending();
      } else if (!hidden && each->is_regular_file(ignored) && is_known_source(path)) {
        files.push_back(path.lexically_relative(root));
      }
    }
    if (error) diagnostics_.report("file.unreadable", {}, {root.string(), "64 MiB"});
    std::sort(files.begin(), files.end());
    if (files.empty() && !error) diagnostics_.report("import.nothing", {}, {root.string(), known_endings()});
    for (const fs::path& file : files) {
      if (base::path_inside(root, file.string())) add(root / file, root, file.parent_path());
    }
  }

  void add(const fs::path& path, const fs::path& root, const fs::path& folder) {
    std::error_code error;
    if (!known_.insert(fs::weakly_canonical(path, error)).second) return;
    found.push_back({path, path.lexically_normal().string(), root, folder});
  }

  fs::path into_;
  source::Diagnostics& diagnostics_;
  std::set<fs::path> known_;
};

}  // namespace

bool is_web_address(std::string_view written) {
  if (written.empty() || written.front() == '#' || written.starts_with("//")) return true;
  const size_t colon = written.find(':');
  return colon != std::string_view::npos && written.find('/') > colon;
}

std::optional<fs::path> ImportSource::beside(std::string_view written) const {
  if (is_web_address(written)) return std::nullopt;
  for (const std::string& name : {std::string(written), percent_decoded(written)}) {
    const fs::path relative(name);
    if (relative.is_absolute()) continue;
    const auto place = base::path_inside(root, (folder / relative).string());
    std::error_code error;
    if (place && fs::is_regular_file(*place, error)) return place;
  }
  return std::nullopt;
}

std::vector<ImportSource> find_import_sources(const std::vector<fs::path>& wanted, const fs::path& into,
                                              source::Diagnostics& diagnostics) {
  Finder finder(into, diagnostics);
  for (const fs::path& each : wanted) finder.find(each);
  return std::move(finder.found);
}

}  // namespace huozi
