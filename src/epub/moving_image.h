// Whether a picture moves by itself: a GIF of several frames, an SVG with animations.
// Not here: whether it flashes, which nobody can tell from the file's words.
#pragma once

#include <string_view>

namespace huozi::epub {

bool is_moving(std::string_view media_type, std::string_view bytes);

}  // namespace huozi::epub
