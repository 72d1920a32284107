// Whether an image file's pixels can be read, all of them: damage behind the header shows only when they are. Not here:
// the pixels themselves (decode).
#pragma once

#include <string_view>

#include "image/probe.h"

namespace huozi::image {

enum class Condition {
  whole,
  damaged,   // cut off, or its data is no picture
  too_large  // more than 100 million pixels (a JPEG without progressive scans: 500 million), or a JPEG in more than 64
             // scans: not read
};

// `info`: what probe() found in the file. An SVG is drawn once at its own size. JPEG and PNG are read line by line;
// only a progressive JPEG is held in memory, at up to 8 bytes a pixel. Thread safe.
Condition check(std::string_view file, const ImageInfo& info);

}  // namespace huozi::image
