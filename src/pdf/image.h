// Image XObjects (ISO 32000-1, 8.9.5): an image file as PDF wants it, a JPEG or PNG without touching its pixels where that
// is possible. Not here: reading image files (image/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pdf/object_file.h"

namespace huozi::pdf {

struct ImageData {
  Dict dict;                      // without /SMask
  std::string bytes;              // filtered as the dictionary says
  std::optional<Dict> mask_dict;  // transparency, when there is any
  std::string mask_bytes;
  int orientation = 1;  // EXIF, as the picture is to be shown
};

// Nothing when the bytes are no picture, or are damaged. Of an animation the first frame; an SVG is drawn in pixels.
std::optional<ImageData> make_image(std::string_view file);

Ref add_image(ObjectFile& file, const ImageData& image);

}  // namespace huozi::pdf
