#include "image/color.h"

#include <array>
#include <cstdlib>

#include "image/color_transform.h"

namespace huozi::image {
namespace {

// From the profile's colours to sRGB's, or to its greys. None: the profile is of no use.
Transform to_srgb(std::string_view bytes, Space space) {
  const Profile from = Profile::of_picture(bytes, space);
  if (!from) return {};
  // Pictures as printed look like: what is beyond sRGB is brought in, white stays white.
  return Transform(from, space == Space::gray ? Profile::srgb_gray() : Profile::srgb(), Samples::bytes,
                   RenderingIntent::relative);
}

void subtract_inks(const uint8_t* inks, uint8_t* colors, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i, inks += 4, colors += 3) {
    const int light = 255 - inks[3];
    for (int k = 0; k < 3; ++k) colors[k] = static_cast<uint8_t>(((255 - inks[k]) * light + 127) / 255);
  }
}

}  // namespace

bool is_near_srgb(std::string_view profile, Space space) {
  const Transform transform = to_srgb(profile, space);
  if (!transform) return true;
  if (space == Space::cmyk) return false;
  constexpr int kTolerance = 4;
  constexpr int kStep = 51;
  const int channels = space == Space::gray ? 1 : 3;
  const int colors = channels == 1 ? 6 : 6 * 6 * 6;
  for (int i = 0; i < colors; ++i) {
    std::array<uint8_t, 3> from{}, to{};
    for (int k = 0, rest = i; k < channels; ++k, rest /= 6)
      from[static_cast<size_t>(k)] = static_cast<uint8_t>(rest % 6 * kStep);
    transform.run(from.data(), to.data(), 1);
    for (size_t k = 0; k < static_cast<size_t>(channels); ++k) {
      if (std::abs(from[k] - to[k]) > kTolerance) return false;
    }
  }
  return true;
}

void make_srgb(Bitmap& bitmap) {
  const Transform transform = to_srgb(bitmap.profile, bitmap.space);
  bitmap.profile.clear();
  const bool inks = bitmap.space == Space::cmyk;
  if (!transform && !inks) return;
  Bitmap made;
  made.width = bitmap.width;
  made.height = bitmap.height;
  made.alpha = bitmap.alpha;
  made.space = inks ? Space::rgb : bitmap.space;
  const size_t from_channels = bitmap.channels(), from_colors = bitmap.colors();
  const size_t to_channels = made.channels(), to_colors = made.colors();
  made.samples.resize(made.height * made.row_bytes());
  std::vector<uint8_t> from(bitmap.width * from_colors), to(bitmap.width * to_colors);
  for (size_t y = 0; y < bitmap.height; ++y) {
    const uint8_t* source = bitmap.row(y);
    uint8_t* target = made.row(y);
    for (size_t x = 0; x < bitmap.width; ++x) {
      for (size_t k = 0; k < from_colors; ++k) from[x * from_colors + k] = source[x * from_channels + k];
    }
    if (transform) {
      transform.run(from.data(), to.data(), bitmap.width);
    } else {
      subtract_inks(from.data(), to.data(), bitmap.width);
    }
    for (size_t x = 0; x < bitmap.width; ++x) {
      for (size_t k = 0; k < to_colors; ++k) target[x * to_channels + k] = to[x * to_colors + k];
      if (bitmap.alpha) target[x * to_channels + to_colors] = source[x * from_channels + from_colors];
    }
  }
  bitmap = std::move(made);
}

}  // namespace huozi::image
