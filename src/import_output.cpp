#include "import_output.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/file.h"
#include "base/hash.h"
#include "document/file_name.h"

namespace huozi {
namespace fs = std::filesystem;

std::string ImportOutput::free_name(const std::string& stem, const std::string& ending) {
  std::string name = stem + ending;
  for (size_t i = 2; !taken_.insert(base::lower(name)).second; ++i) name = stem + '-' + std::to_string(i) + ending;
  return name;
}

std::string ImportOutput::article_name(const std::string& stem) {
  return free_name(document::file_stem(stem), ".md");
}

std::string ImportOutput::add_image(const fs::path& path, std::string_view bytes, source::Span span,
                                    source::Diagnostics& diagnostics) {
  std::string ending = path.extension().string();
  if (ending.size() > 1) ending = '.' + document::file_stem(ending);
  const std::string key = base::to_hex(base::hash128(bytes)) + ' ' + path.filename().string();
  const auto known = images_.find(key);
  if (known != images_.end()) return known->second;
  const std::string name = free_name("images/" + document::file_stem(path.stem().string()), ending);
  images_.emplace(key, name);
  put(name, bytes, span, diagnostics);
  return name;
}

ImportOutput::Put ImportOutput::put(const std::string& name, std::string_view bytes, source::Span span,
                                    source::Diagnostics& diagnostics) {
  std::error_code error;
  fs::create_directories((folder_ / name).parent_path(), error);
  const auto place = error ? std::nullopt : base::path_inside(folder_, name);
  if (error) {
    diagnostics.report("file.output", span, {folder_.string(), error.message()});
    return Put::refused;
  }
  if (!place) {
    diagnostics.report("import.outside", span, {(folder_ / name).string()});
    return Put::refused;
  }
  if (fs::exists(*place, error)) {
    const auto there = base::read_file(*place);
    if (there && *there == bytes) return Put::unchanged;
    if (!force_ || fs::is_directory(*place, error)) {
      diagnostics.report("import.exists", span, {(folder_ / name).string()});
      return Put::refused;
    }
  }
  base::write_file_atomically(*place, bytes);
  return Put::written;
}

void ImportOutput::put_report(std::string_view bytes) {
  base::write_file_atomically(folder_ / "import.report.json", bytes);
}

}  // namespace huozi
