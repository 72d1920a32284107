// The pixels of an image file. Not here: turning them upright (orient), making them sRGB (color), smaller (scale).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "image/bitmap.h"
#include "image/probe.h"

namespace huozi::image {

constexpr uint64_t kMostPixels = 100'000'000;  // held in memory at once

// At least so many pixels are wanted of each side, as stored; 0: all. A JPEG is read at a half, a quarter or an eighth
// of its size where that is enough.
struct Wanted {
  uint32_t width = 0, height = 0;
};

// `info`: what probe() found in the file. 16-bit samples lose their lower half, palettes are resolved, gamma is left
// alone. Of an animation the first frame. An SVG is drawn at `wanted`, else at its own size, at most 8192 pixels a
// side; one whose filters would take too long at `wanted` is drawn at its own size, or not at all. Nothing when the
// file is damaged or the bitmap would have more than kMostPixels. Thread safe.
std::optional<Bitmap> decode(std::string_view file, const ImageInfo& info, const Wanted& wanted = {});

// The embedded ICC profile, at most 4 MiB; empty: none. Of JPEG and PNG only, without decoding.
std::string profile_of(std::string_view file, const ImageInfo& info);

}  // namespace huozi::image
