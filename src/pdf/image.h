// Image XObjects (ISO 32000-1, 8.9.5): an image file as PDF wants it, a JPEG or PNG without touching its pixels and an
// SVG as lines where that is possible. Not here: reading image files (image/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "image/color_profile.h"
#include "pdf/drawing.h"
#include "pdf/object_file.h"
#include "pdf/picture_size.h"
#include "pdf/standard.h"

namespace huozi::pdf {

// What the file's pictures may be made of.
struct ImageTarget {
  Standard standard = Standard::none;
  const image::InkConverter* inks = nullptr;  // of a press; REQUIRED for its standards
  Resolution resolution{};
};

struct ImageData {
  std::optional<Drawing> drawing;      // instead of pixels
  Obstacle obstacle = Obstacle::none;  // of a drawing that stands in pixels
  Dict dict;                           // without /SMask
  std::string bytes;                   // filtered as the dictionary says
  std::optional<Dict> mask_dict;       // transparency, when there is any
  std::string mask_bytes;
  int orientation = 1;             // EXIF, as the picture is to be shown
  uint32_t width = 0, height = 0;  // pixels of the file, as shown; 0: a drawing
  int most_ink = 0;                // per cent on one place, of a picture that was turned to inks
};

// Nothing when the bytes are no picture, or are damaged. Of an animation the first frame; an SVG is drawn in pixels
// only where lines cannot say it.
// For a press colours become inks and pictures of greys black ink, without transparency where the standard has none,
// and each states the rendering intent; for screens inks and other light become sRGB. One with many more pixels than
// the target has a use for at its size is made smaller: without loss where the file has lost nothing.
std::optional<ImageData> make_image(std::string_view file, const ImageTarget& target = {},
                                    const PrintedSize& printed = {});

// Whether it has other inks than black: none that is grey has.
bool is_in_colour(const ImageData& image);

Ref add_image(ObjectFile& file, const ImageData& image);

}  // namespace huozi::pdf
