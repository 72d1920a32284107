// The noise rules a book's articles are cleaned by: the shipped ones (styles/noise.yaml) and the book's own files.
// Not here: their form and their use (edit/noise_rules).
#pragma once

#include "edit/noise_rules.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"

namespace huozi {

struct BookFolder;

// The shipped rules alone.
edit::NoiseRules shipped_noise_rules(source::SourceSet& sources, source::Diagnostics& diagnostics);

// What `clean.noise_rules` names, in that order. ERRORS, reported: file.unreadable, and those of reading them.
edit::NoiseRules read_noise_files(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                                  source::Diagnostics& diagnostics);

}  // namespace huozi
