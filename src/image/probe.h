// What an image file says of itself before any pixel is decoded. JPEG and PNG. Not here: decoding (png_decode), damage
// further on (check).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace huozi::image {

enum class Format { jpeg, png };

struct ImageInfo {
  Format format = Format::png;
  uint32_t width = 0, height = 0;  // stored pixels, each > 0 and at most 65,535
  uint32_t dots_per_metre = 0;     // horizontal resolution; 0: unknown
  int orientation = 1;             // EXIF: 1..8; 5..8 swap width and height when shown
  int channels = 3;                // JPEG: 1, 3, 4; PNG: samples a pixel, a palette counting as 1
  int bits = 8;                    // of a sample
  bool adobe_cmyk = false;         // JPEG: four channels with inverted ink, as Adobe writes them
  bool palette = false;            // PNG
  bool transparent = false;        // PNG: an alpha channel or tRNS
  bool interlaced = false;         // PNG

  uint32_t shown_width() const { return orientation >= 5 ? height : width; }
  uint32_t shown_height() const { return orientation >= 5 ? width : height; }
};

// Whether the file begins as a JPEG or PNG does.
bool has_known_signature(std::string_view file);

// Nothing when the bytes are neither format, or damaged before the picture begins.
std::optional<ImageInfo> probe(std::string_view file);

}  // namespace huozi::image
