// A picture made smaller, and turned. Not here: how small it should be (fit).
#pragma once

#include "image/bitmap.h"

namespace huozi::image {

// Light is added up as light is, not as sRGB counts it, by a cubic filter over what a new pixel covers; by whole
// numbers, the same on every machine; inks are added up as the paper they cover. Memory: the new picture and a few of
// its rows. REQUIRES: no alpha with inks; 1 <= width <= bitmap.width, 1 <= height <= bitmap.height.
Bitmap scaled_down(const Bitmap& bitmap, uint32_t width, uint32_t height);

// As EXIF's orientation 1..8 says it is to be seen.
Bitmap upright(Bitmap bitmap, int orientation);

}  // namespace huozi::image
