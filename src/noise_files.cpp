#include "noise_files.h"

#include "rule_file.h"

namespace huozi {

edit::NoiseRules shipped_noise_rules(source::SourceSet& sources, source::Diagnostics& diagnostics) {
  const source::SourceFile* file = shipped_rule_file("noise.yaml", {}, sources, diagnostics);
  return file != nullptr ? edit::read_noise_rules(*file, diagnostics) : edit::NoiseRules{};
}

edit::NoiseRules read_noise_files(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                                  source::Diagnostics& diagnostics) {
  edit::NoiseRules rules;
  for (const parse::Located& each : manifest.clean.noise_rules) {
    if (each.text == "shipped") {
      rules.append(shipped_noise_rules(sources, diagnostics));
    } else if (const auto* file = own_rule_file(each.text, folder, each.span, sources, diagnostics)) {
      rules.append(edit::read_noise_rules(*file, diagnostics));
    }
  }
  return rules;
}

}  // namespace huozi
