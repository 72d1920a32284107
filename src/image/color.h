// Colours of any profile to sRGB, which is all that e-readers know. Not here: reading profiles out of files (decode).
#pragma once

#include <string_view>

#include "image/bitmap.h"

namespace huozi::image {

// Whether colours of this profile look alike in sRGB: it is sRGB's own, or near it. An empty one is; one that cannot be
// read, or is for another number of channels, is ignored and so is, too.
bool is_near_srgb(std::string_view profile, Space space);

// Grey stays one channel with sRGB's tone curve. Inks without a usable profile are subtracted from white, which is
// nobody's press but always the same. The profile is gone afterwards.
void make_srgb(Bitmap& bitmap);

}  // namespace huozi::image
