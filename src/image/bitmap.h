// A picture's pixels, as every decoder gives them and every encoder takes them. Not here: how files hold them (decode,
// encode), what their numbers mean but for the profile's bytes (color).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace huozi::image {

enum class Space { gray, rgb, cmyk };  // cmyk: 255 is full ink

// 8 bits a sample, rows from the top without padding; alpha, not multiplied in, stands last in a pixel.
struct Bitmap {
  uint32_t width = 0, height = 0;
  Space space = Space::rgb;
  bool alpha = false;
  std::vector<uint8_t> samples;  // width * height * channels()
  std::string profile;           // ICC; empty: sRGB, or grey as sRGB has it, or inks of no known press

  size_t colors() const { return space == Space::gray ? 1 : space == Space::rgb ? 3 : 4; }
  size_t channels() const { return colors() + (alpha ? 1 : 0); }
  size_t row_bytes() const { return size_t{width} * channels(); }
  const uint8_t* row(size_t y) const { return samples.data() + y * row_bytes(); }
  uint8_t* row(size_t y) { return samples.data() + y * row_bytes(); }
};

}  // namespace huozi::image
