// Pixels to an image file, the same bytes for the same pixels. Not here: which format suits (fit).
#pragma once

#include <string>

#include "image/bitmap.h"

namespace huozi::image {

// Nothing is lost. As few channels and colours as the picture has: grey, without alpha, or of a palette where that is
// all there is. The profile is kept; no other words or dates. REQUIRES: no inks. ERRORS: std::runtime_error when memory
// runs out.
std::string encode_png(const Bitmap& bitmap);

// `quality`: 1..100. Colours are kept at full size, for the sake of letters in pictures. Alpha is laid on white. Inks are
// written as Adobe's programs do: 0 is full ink.
std::string encode_jpeg(const Bitmap& bitmap, int quality);

}  // namespace huozi::image
