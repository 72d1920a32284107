// Pixels to a PNG file, made for flat areas of few colours. Not here: reading PNG (image/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace huozi::raster {

// 32 bits a pixel in the machine's order: 0x00RRGGBB, rows from the top.
struct PixelRows {
  uint32_t width = 0, height = 0;
  size_t stride = 0;  // bytes from row to row
  const unsigned char* data = nullptr;
};

// 8 bits a sample, marked as sRGB; a palette where 256 colours are enough. No time, no text. REQUIRES: width and height
// in 1..100,000.
std::string write_png(const PixelRows& pixels);

}  // namespace huozi::raster
