#include "image/check.h"

#include "image/check_parts.h"

namespace huozi::image {

Condition check(std::string_view file, const ImageInfo& info) {
  constexpr uint64_t kMostPixels = 100'000'000;
  if (uint64_t{info.width} * info.height > kMostPixels) return Condition::too_large;
  return info.format == Format::jpeg ? check_jpeg(file) : check_png(file);
}

}  // namespace huozi::image
