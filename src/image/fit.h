// An image file as e-readers can use it: small enough, in sRGB, upright, of a format all of them know. Not here: which
// images a book has, what is said of a change (the pipeline).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/probe.h"

namespace huozi::image {

struct Limits {
  uint32_t width = 3200, height = 3200;  // as shown
  uint64_t pixels = 4'000'000;
};

enum class Change {
  format,       // WebP to JPEG, or to PNG where nothing was lost before or something is transparent; rare codings
  first_frame,  // of an animation
  scaled,
  colors,   // to sRGB
  upright,  // EXIF's orientation carried out
  depth,    // 16 bits a sample to 8
  cleaned   // an SVG without what runs or fetches
};

struct Fitted {
  Format format = Format::png;
  uint32_t width = 0, height = 0;    // as shown
  std::vector<Change> changes;       // in the order of the enumeration; none: the file is fine as it is
  std::string bytes;                 // of the new file; empty: the old one's
  std::vector<std::string> removed;  // from an SVG
};

// `info`: what probe() found in the file, which check() found whole. The same file and limits give the same bytes.
// Nothing when it cannot be decoded after all. Thread safe; a JPEG far too large is read at a part of its size.
std::optional<Fitted> fit(std::string_view file, const ImageInfo& info, const Limits& limits = {});

std::string_view media_type(Format format);

}  // namespace huozi::image
