// Small PNG files for tests, written chunk by chunk with stored (uncompressed) deflate blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huozi::test {

inline std::string big_endian(uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}

inline std::string png_chunk(std::string_view type, std::string_view data) {
  const std::string body = std::string(type) + std::string(data);
  uint32_t crc = 0xFFFFFFFF;
  for (const char c : body) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
  }
  return big_endian(static_cast<uint32_t>(data.size())) + body + big_endian(~crc);
}

// `rows`: each row with its filter byte before it. `color`: 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and
// alpha. `between`: chunks between IHDR and IDAT. REQUIRES: rows.size() < 65,536.
inline std::string png(uint32_t width, uint32_t height, int color, std::string_view rows, std::string_view between = {},
                       int bits = 8) {
  std::string header = big_endian(width) + big_endian(height) + static_cast<char>(bits) + static_cast<char>(color);
  header.append(3, '\0');
  uint32_t a = 1, b = 0;
  for (const char c : rows) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  const auto size = static_cast<uint32_t>(rows.size());
  std::string zlib = "\x78\x01\x01";
  for (const uint32_t part : {size, ~size}) {
    zlib += static_cast<char>(part & 0xFF);
    zlib += static_cast<char>(part >> 8 & 0xFF);
  }
  zlib += rows;
  zlib += big_endian(b << 16 | a);
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + std::string(between) + png_chunk("IDAT", zlib) +
         png_chunk("IEND", {});
}

}  // namespace huozi::test
