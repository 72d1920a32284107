#include "raster/png_writer.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace huozi::raster {
namespace {

constexpr int kLevel = 5;

struct Free {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

void append_number(std::string& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

// PNG 1.2 §3.2: length, type, data, checksum over type and data.
void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  append_number(out, static_cast<uint32_t>(data.size()));
  const size_t begin = out.size();
  out.append(type).append(data);
  append_number(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin));
}

std::string compress(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, Free> compressor(libdeflate_alloc_compressor(kLevel));
  if (!compressor) throw std::runtime_error("no memory to compress an image");
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

constexpr size_t kPalette = 256;
constexpr size_t kAreas = 32;  // colours of flat areas, which stay as they are

uint32_t pixel(const unsigned char* row, uint32_t x) {
  uint32_t color = 0;
  std::memcpy(&color, row + size_t{x} * 4, 4);
  return color & 0xFFFFFF;
}

// f(colour, pixels) for each stretch of one colour in a row.
template <typename F>
void for_each_run(const PixelRows& pixels, uint32_t y, F&& f) {
  const unsigned char* row = pixels.data + y * pixels.stride;
  for (uint32_t begin = 0, end = 0; begin < pixels.width; begin = end) {
    const uint32_t color = pixel(row, begin);
    while (++end < pixels.width && pixel(row, end) == color) {
    }
    f(color, end - begin);
  }
}

// How many rows from y on are the same: most of a cover is.
uint32_t equal_rows(const PixelRows& pixels, uint32_t y) {
  const unsigned char* const row = pixels.data + y * pixels.stride;
  uint32_t end = y + 1;
  while (end < pixels.height && std::memcmp(row, pixels.data + end * pixels.stride, size_t{pixels.width} * 4) == 0)
    ++end;
  return end - y;
}

// A sixteenth of full strength: more shades of an edge no eye tells apart at a cover's size.
uint32_t rounded(uint32_t color) {
  uint32_t out = 0;
  for (int shift = 0; shift < 24; shift += 8) out |= ((color >> shift & 0xFF) + 8) / 17 * 17 << shift;
  return out;
}

// From every colour to its place in the palette. Where there are more than 256, those at the edges of areas are
// rounded.
struct Palette {
  std::vector<uint32_t> colors;
  std::unordered_map<uint32_t, uint8_t> places;
};

std::optional<Palette> palette_of(const PixelRows& pixels) {
  std::unordered_map<uint32_t, uint64_t> counts;
  for (uint32_t y = 0, rows = 0; y < pixels.height; y += rows) {
    rows = equal_rows(pixels, y);
    for_each_run(pixels, y, [&](uint32_t color, uint32_t count) { counts[color] += uint64_t{count} * rows; });
  }
  std::vector<std::pair<uint64_t, uint32_t>> order;
  for (const auto& [color, count] : counts) order.emplace_back(count, color);
  std::sort(order.begin(), order.end(), std::greater<>());
  const size_t exact = order.size() <= kPalette ? order.size() : kAreas;
  Palette palette;
  std::unordered_map<uint32_t, uint8_t> taken;
  for (size_t i = 0; i < order.size(); ++i) {
    const uint32_t color = order[i].second, shown = i < exact ? color : rounded(color);
    const auto [place, is_new] = taken.emplace(shown, static_cast<uint8_t>(palette.colors.size()));
    if (is_new && palette.colors.size() == kPalette) return std::nullopt;
    if (is_new) palette.colors.push_back(shown);
    palette.places.emplace(color, place->second);
  }
  return palette;
}

void put_color(char*& out, uint32_t color) {
  for (int shift = 16; shift >= 0; shift -= 8) *out++ = static_cast<char>(color >> shift & 0xFF);
}

// Rows, each with its filter in front: none where a row differs from the one above it, flat areas need no better.
// `put`(out, colour, pixels).
template <typename F>
std::string rows_of(const PixelRows& pixels, size_t samples, F&& put) {
  const size_t row = size_t{pixels.width} * samples + 1;
  std::string rows(row * pixels.height, '\0');
  for (uint32_t y = 0, equal = 0; y < pixels.height; y += equal) {
    equal = equal_rows(pixels, y);
    char* const first = rows.data() + row * y;
    char* out = first + 1;
    for_each_run(pixels, y, [&](uint32_t color, uint32_t count) { put(out, color, count); });
    // Its filter is Up, and nothing differs.
    for (uint32_t i = 1; i < equal; ++i) first[row * i] = '\x02';
  }
  return rows;
}

}  // namespace

std::string write_png(const PixelRows& pixels) {
  const std::optional<Palette> palette = palette_of(pixels);
  std::string header;
  append_number(header, pixels.width);
  append_number(header, pixels.height);
  header += '\x08';                     // bits a sample
  header += palette ? '\x03' : '\x02';  // a palette's places, or RGB
  header.append(3, '\0');               // the one compression, the one set of filters, not interlaced
  std::string png = "\x89PNG\r\n\x1A\n";
  append_chunk(png, "IHDR", header);
  append_chunk(png, "sRGB", std::string_view("\0", 1));  // perceptual
  std::string rows;
  if (palette) {
    std::string colors(palette->colors.size() * 3, '\0');
    char* out = colors.data();
    for (const uint32_t color : palette->colors) put_color(out, color);
    append_chunk(png, "PLTE", colors);
    rows = rows_of(pixels, 1, [&](char*& at, uint32_t color, uint32_t count) {
      std::memset(at, palette->places.at(color), count);
      at += count;
    });
  } else {
    rows = rows_of(pixels, 3, [](char*& at, uint32_t color, uint32_t count) {
      for (uint32_t i = 0; i < count; ++i) put_color(at, color);
    });
  }
  append_chunk(png, "IDAT", compress(rows));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace huozi::raster
