// The e-book's cover: the picture that book.yaml names, or one typeset from the metadata.
// Not here: its design (cover/), its pixels (raster/), scaling what is too large.
#pragma once

#include <optional>
#include <string>

#include "assembly.h"
#include "epub/epub.h"
#include "image/probe.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

struct CoverPicture {
  std::string bytes;
  image::ImageInfo info;
};

// The picture under `cover`. Nothing where it cannot be used, as reported (cover.*).
std::optional<CoverPicture> read_cover_picture(const parse::Located& cover, const BookFolder& folder,
                                               source::Diagnostics& diagnostics);

// JPEG or PNG; a picture that cannot be used is reported (cover.*) and the typeset one takes its place. No bytes: no
// font is installed.
epub::EmbeddedImage make_cover(const parse::Manifest& manifest, const document::BookMetadata& metadata,
                               const BookFolder& folder, const style::Cascade& cascade, text::FontLibrary& fonts,
                               source::Diagnostics& diagnostics);

}  // namespace huozi
