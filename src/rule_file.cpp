#include "rule_file.h"

#include <optional>

#include "assembly.h"
#include "base/file.h"
#include "data_folder.h"

namespace huozi {
namespace {

namespace fs = std::filesystem;

const source::SourceFile* open(const std::optional<fs::path>& place, const fs::path& shown, source::Span wanted,
                               source::SourceSet& sources, source::Diagnostics& diagnostics) {
  auto text = place ? base::read_file(*place) : std::nullopt;
  if (text) return &sources.add(shown.string(), std::move(*text));
  diagnostics.report("file.unreadable", wanted, {shown.string(), "64 MiB"});
  return nullptr;
}

}  // namespace

const source::SourceFile* shipped_rule_file(const std::string& name, source::Span wanted, source::SourceSet& sources,
                                            source::Diagnostics& diagnostics) {
  const fs::path path = fs::path("styles") / name;
  return open(data_folder() / path, path, wanted, sources, diagnostics);
}

const source::SourceFile* own_rule_file(const std::string& path, const BookFolder& folder, source::Span wanted,
                                        source::SourceSet& sources, source::Diagnostics& diagnostics) {
  return open(base::path_inside(folder.folder, path), fs::path(folder.shown) / path, wanted, sources, diagnostics);
}

}  // namespace huozi
