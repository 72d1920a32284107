// An SVG drawing as form XObjects (ISO 32000-1, 8.10): lines stay lines at every size. Not here: drawings as pixels
// (image).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/color_profile.h"
#include "pdf/object_file.h"
#include "pdf/picture_size.h"
#include "pdf/standard.h"

namespace huozi::pdf {

struct DrawnForm {
  Dict head;          // without /Resources
  std::string bytes;  // deflated
  Dict states, patterns, shadings;
  enum class Use { xobject, pattern, mask, alpha_mask };
  struct Inner {
    Use use = Use::xobject;
    std::string name;
    size_t form = 0;  // stands before this one
  };
  std::vector<Inner> inner;
};

struct Drawing {
  std::vector<DrawnForm> forms;  // the last is the drawing, in the unit square
  int most_ink = 0;              // per cent on one place, of paint that is laid on once
  bool in_colour = false;        // for a press: it has other inks than black
};

// Why a drawing has to stand in pixels.
enum class Obstacle { none, too_large, pictures, transparency, gradients };

struct DrawingTarget {
  Standard standard = Standard::none;
  const image::InkConverter* inks = nullptr;  // of a press; REQUIRED for its standards
};

// For a press colours become inks, greys black ink alone, and lines at least a quarter of a point thick at the size
// given. Nothing, and the obstacle, when it cannot stand as it is: holds pixels, is very large, mixes colours in a way
// that inks do not, or has what PDF/X-1a has not. Thread safe.
std::optional<Drawing> make_drawing(std::string_view svg, const DrawingTarget& target, const PrintedSize& printed,
                                    Obstacle& obstacle);

Ref add_drawing(ObjectFile& file, const Drawing& drawing);

}  // namespace huozi::pdf
