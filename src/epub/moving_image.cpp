#include "epub/moving_image.h"

namespace huozi::epub {

bool is_moving(std::string_view media_type, std::string_view bytes) {
  if (media_type == "image/gif") {
    // GIF89a 23: the block before each frame that is shown for a time. Picture data may hold the same bytes by chance;
    // to call a picture moving that is still does no harm.
    constexpr std::string_view kFrame("\x21\xF9\x04", 3);
    const size_t first = bytes.find(kFrame);
    return first != std::string_view::npos && bytes.find(kFrame, first + 1) != std::string_view::npos;
  }
  if (media_type != "image/svg+xml") return false;
  for (const std::string_view word : {"<animate", "<set ", "@keyframes"}) {
    if (bytes.find(word) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace huozi::epub
