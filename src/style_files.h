// The stylesheets a book names, read with what they import: shipped ones by name, its own by path. Not here: what a
// sheet says (style/).
#pragma once

#include "assembly.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"

namespace huozi {

// A shipped sheet imports shipped ones; one of the book's imports those in the book's folder, by their paths from its
// own place.
style::Stylesheet read_styles(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                              source::Diagnostics& diagnostics);

}  // namespace huozi
