#include "noise_files.h"

#include <filesystem>
#include <optional>

#include "assembly.h"
#include "base/file.h"
#include "data_folder.h"

namespace huozi {
namespace {

namespace fs = std::filesystem;

edit::NoiseRules read(const std::optional<fs::path>& place, const fs::path& shown, source::Span wanted,
                      source::SourceSet& sources, source::Diagnostics& diagnostics) {
  auto text = place ? base::read_file(*place) : std::nullopt;
  if (!text) {
    diagnostics.report("file.unreadable", wanted, {shown.string(), "64 MiB"});
    return {};
  }
  return edit::read_noise_rules(sources.add(shown.string(), std::move(*text)), diagnostics);
}

}  // namespace

edit::NoiseRules shipped_noise_rules(source::SourceSet& sources, source::Diagnostics& diagnostics) {
  const fs::path name = fs::path("styles") / "noise.yaml";
  return read(data_folder() / name, name, {}, sources, diagnostics);
}

edit::NoiseRules read_noise_files(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                                  source::Diagnostics& diagnostics) {
  edit::NoiseRules rules;
  for (const parse::Located& each : manifest.clean.noise_rules) {
    if (each.text == "shipped") {
      rules.append(shipped_noise_rules(sources, diagnostics));
    } else {
      rules.append(read(base::path_inside(folder.folder, each.text), fs::path(folder.shown) / each.text, each.span,
                        sources, diagnostics));
    }
  }
  return rules;
}

}  // namespace huozi
