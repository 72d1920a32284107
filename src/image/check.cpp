#include "image/check.h"

#include "image/decode.h"
#include "image/formats.h"

namespace huozi::image {

Condition check(std::string_view file, const ImageInfo& info) {
  // What is read row by row, and at an eighth of its size when it is wanted smaller.
  constexpr uint64_t kMostSequential = 500'000'000;
  const bool sequential = info.format == Format::jpeg && !info.progressive;
  if (uint64_t{info.width} * info.height > (sequential ? kMostSequential : kMostPixels)) return Condition::too_large;
  switch (info.format) {
    case Format::jpeg:
      return check_jpeg(file, info);
    case Format::png:
      return check_png(file);
    case Format::svg:  // what cannot be drawn, bombs among them, is no picture for readers either
    case Format::webp:
    case Format::gif:
      return decode(file, info) ? Condition::whole : Condition::damaged;
  }
  return Condition::damaged;
}

}  // namespace huozi::image
