#include "select/files.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/file.h"
#include "base/utf8.h"

namespace huozi::select {
namespace fs = std::filesystem;

namespace {

constexpr size_t kMostFiles = 200'000;
constexpr int kDeepest = 32;
constexpr std::string_view kGlobMarks = "*?[";

bool is_article(std::string_view name) {
  constexpr std::array<std::string_view, 5> kEndings = {".md", ".markdown", ".html", ".htm", ".xhtml"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); });
}

// The set at pattern[at] == '[': whether it holds the character, and where it ends; at itself when it has no end.
std::pair<bool, size_t> in_set(std::u32string_view pattern, size_t at, char32_t character) {
  size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == U'!' || pattern[i] == U'^');
  if (negated) ++i;
  bool found = false;
  for (const size_t first = i; i < pattern.size() && (pattern[i] != U']' || i == first); ++i) {
    const bool range = i + 2 < pattern.size() && pattern[i + 1] == U'-' && pattern[i + 2] != U']';
    const char32_t last = range ? pattern[i + 2] : pattern[i];
    found = found || (character >= pattern[i] && character <= last);
    if (range) i += 2;
  }
  if (i >= pattern.size()) return {false, at};
  return {found != negated, i + 1};
}

// One name. Back to the last star on a mismatch: time is the product of the lengths at most.
bool matches_name(std::u32string_view pattern, std::u32string_view name) {
  size_t p = 0, n = 0;
  size_t star = std::u32string_view::npos, resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == U'*') {
      star = p++;
      resume = n;
      continue;
    }
    if (p < pattern.size() && pattern[p] == U'[') {
      const auto [found, end] = in_set(pattern, p, name[n]);
      if (found || (end == p && name[n] == U'[')) {
        p = end == p ? p + 1 : end;
        ++n;
        continue;
      }
    } else if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == name[n])) {
      ++p;
      ++n;
      continue;
    }
    if (star == std::u32string_view::npos) return false;
    p = star + 1;
    n = ++resume;
  }
  while (p < pattern.size() && pattern[p] == U'*') ++p;
  return p == pattern.size();
}

std::vector<std::u32string> names_of(std::string_view path) {
  std::vector<std::u32string> names;
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    if (end > at && path.substr(at, end - at) != ".") names.push_back(base::to_utf32(path.substr(at, end - at)));
    at = end + 1;
  }
  return names;
}

class Finder {
 public:
  Finder(const fs::path& folder, source::Diagnostics& diagnostics) : folder_(folder), diagnostics_(diagnostics) {}

  void find(const parse::Located& from) {
    pattern_ = from;
    found_here_ = 0;
    const size_t mark = from.text.find_first_of(kGlobMarks);
    const size_t slash = mark == std::string::npos ? std::string::npos : from.text.rfind('/', mark);
    glob_ = mark != std::string::npos;
    std::string base = from.text;
    if (glob_) base = slash == std::string::npos ? "" : from.text.substr(0, slash);
    while (base.ends_with('/')) base.pop_back();
    const auto place = base.empty() ? std::optional(folder_) : base::path_inside(folder_, base);
    std::error_code error;
    if (place && !glob_ && fs::is_regular_file(*place, error)) {
      take(base);
    } else if (place && fs::is_directory(*place, error)) {
      enter(*place, base, 0);
    }
    if (found_here_ == 0) diagnostics_.report("select.nothing-there", from.span, {from.text});
  }

  std::vector<std::string> files() const { return {found_.begin(), found_.end()}; }

 private:
  void take(const std::string& path) {
    if (!is_article(path) || (glob_ && !matches_glob(pattern_.text, path))) return;
    ++found_here_;
    if (found_.size() < kMostFiles) {
      found_.insert(path);
    } else if (!found_.contains(path) && !told_) {
      told_ = true;
      diagnostics_.report("select.too-many", pattern_.span, {std::to_string(kMostFiles)});
    }
  }

  void enter(const fs::path& place, const std::string& path, int depth) {
    if (depth > kDeepest || told_) return;
    std::error_code error;
    for (fs::directory_iterator each(place, error), end; !error && each != end; each.increment(error)) {
      const std::string name = each->path().filename().string();
      if (name.starts_with('.')) continue;
      const std::string inner = path.empty() ? name : path + "/" + name;
      std::error_code unknown;
      if (each->is_symlink(unknown) && !base::path_inside(folder_, inner)) continue;
      if (each->is_directory(unknown)) {
        // A link to a folder could lead round in circles.
        if (!each->is_symlink(unknown)) enter(each->path(), inner, depth + 1);
      } else if (each->is_regular_file(unknown)) {
        take(inner);
      }
    }
  }

  const fs::path& folder_;
  source::Diagnostics& diagnostics_;
  parse::Located pattern_;
  bool glob_ = false;
  bool told_ = false;
  size_t found_here_ = 0;
  std::set<std::string> found_;
};

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  const std::vector<std::u32string> wanted = names_of(pattern);
  const std::vector<std::u32string> names = names_of(path);
  // reached[k]: the first i parts of the pattern can be the first k names.
  std::vector<bool> reached(names.size() + 1, false);
  reached[0] = true;
  for (const std::u32string& part : wanted) {
    std::vector<bool> next(names.size() + 1, false);
    if (part == U"**") {
      bool any = false;
      for (size_t k = 0; k <= names.size(); ++k) next[k] = any = any || reached[k];
    } else {
      for (size_t k = 0; k < names.size(); ++k) next[k + 1] = reached[k] && matches_name(part, names[k]);
    }
    reached = std::move(next);
  }
  return reached[names.size()];
}

std::vector<std::string> find_files(const fs::path& folder, const std::vector<parse::Located>& from,
                                    source::Diagnostics& diagnostics) {
  Finder finder(folder, diagnostics);
  for (const parse::Located& pattern : from) finder.find(pattern);
  return finder.files();
}

}  // namespace huozi::select
