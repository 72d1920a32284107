// What an image file says of itself before any pixel is decoded. Not here: decoding (decode), damage further on
// (check).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace huozi::image {

enum class Format { jpeg, png, webp, gif, svg };

struct ImageInfo {
  Format format = Format::png;
  uint32_t width = 0, height = 0;  // stored pixels, of an SVG CSS's; each > 0 and at most 65,535
  uint32_t dots_per_metre = 0;     // horizontal resolution; 0: unknown
  int orientation = 1;             // EXIF: 1..8; 5..8 swap width and height when shown
  int channels = 3;                // JPEG: 1, 3, 4; others: samples a pixel, a palette counting as 1
  int bits = 8;                    // of a sample
  bool adobe_cmyk = false;         // JPEG: four channels with inverted ink, as Adobe writes them
  bool palette = false;            // PNG, GIF
  bool transparent = false;        // an alpha channel, or a colour that is none
  bool interlaced = false;         // PNG, GIF
  bool progressive = false;        // JPEG: in several scans
  bool arithmetic = false;         // JPEG: in a coding that few programs read
  bool lossless = false;           // WebP, GIF
  bool animated = false;           // WebP, GIF, APNG

  uint32_t shown_width() const { return orientation >= 5 ? height : width; }
  uint32_t shown_height() const { return orientation >= 5 ? width : height; }
};

// Whether the file begins as one of the formats does.
bool has_known_signature(std::string_view file);

// Nothing when the bytes are none of the formats, or damaged before the picture begins. An SVG is read whole.
std::optional<ImageInfo> probe(std::string_view file);

}  // namespace huozi::image
