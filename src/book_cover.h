// The e-book's cover: the picture that book.yaml names, or one typeset from the metadata.
// Not here: its design (cover/), its pixels (raster/), scaling what is too large.
#pragma once

#include "assembly.h"
#include "epub/epub.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

// JPEG or PNG; a picture that cannot be used is reported (cover.*) and the typeset one takes its place. No bytes: no
// font is installed.
epub::EmbeddedImage make_cover(const parse::Manifest& manifest, const document::BookMetadata& metadata,
                               const BookFolder& folder, const style::Cascade& cascade, text::FontLibrary& fonts,
                               source::Diagnostics& diagnostics);

}  // namespace huozi
