#include "pdf/picture_size.h"

#include <algorithm>
#include <utility>

namespace huozi::pdf {
namespace {

using base::Length;

// The longest side, in pixels, of what is larger than memory, and of drawings.
constexpr int64_t kLongest = 6000;

int64_t pixels(Length length, int per_inch) {
  return std::max<int64_t>(1, base::units_up(length * per_inch, Length::points(72)));
}

}  // namespace

bool is_line_art(const image::ImageInfo& info) {
  return info.format == image::Format::png && info.bits == 1 && !info.palette;
}

image::Wanted smaller_size(const image::ImageInfo& info, const PrintedSize& printed, const Resolution& resolution) {
  const int per_inch = is_line_art(info) ? resolution.line_art : resolution.colors;
  if (info.format == image::Format::svg || per_inch == 0 || printed.width <= Length() || printed.height <= Length())
    return {};
  int64_t across = pixels(printed.width, per_inch), down = pixels(printed.height, per_inch);
  if (info.orientation >= 5) std::swap(across, down);
  const int64_t width = info.width, height = info.height;
  if (width * 2 <= across * 3 || height * 2 <= down * 3) return {};
  // The side that needs more decides.
  if (across * height >= down * width) {
    down = (height * across + width - 1) / width;
  } else {
    across = (width * down + height - 1) / height;
  }
  return {static_cast<uint32_t>(std::min(across, width)), static_cast<uint32_t>(std::min(down, height))};
}

image::Wanted drawn_size(const image::ImageInfo& info, const PrintedSize& printed) {
  constexpr int kPerInch = 400;
  constexpr int64_t kTimes = 4;  // as many at CSS's 96 pixels an inch, where no size is known
  const int64_t width = info.width, height = info.height, longest = std::max(width, height);
  const int64_t wanted = printed.width > Length()
                             ? std::min(pixels(std::max(printed.width, printed.height), kPerInch), kLongest)
                             : longest * std::clamp(kLongest / longest, int64_t{1}, kTimes);
  const auto side = [&](int64_t own) { return static_cast<uint32_t>(std::max<int64_t>(1, own * wanted / longest)); };
  return {side(width), side(height)};
}

}  // namespace huozi::pdf
