// PNG pixels, for what cannot be passed on undecoded: transparency and interlacing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::image {

// 8 bits a sample, rows from the top without padding.
struct Pixels {
  uint32_t width = 0, height = 0;
  int channels = 3;   // 1 gray, 3 sRGB
  std::string color;  // width * height * channels bytes
  std::string alpha;  // width * height bytes; empty: opaque
};

// Nothing when the file is damaged or has more than 100 million pixels.
std::optional<Pixels> decode_png(std::string_view file);

}  // namespace huozi::image
