#include "raster/png_writer.h"

#include <libdeflate.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huozi::raster {
namespace {

constexpr int kLevel = 6;

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

class Image {
 public:
  explicit Image(const PixelRows& pixels) : pixels_(pixels) {}

  // Each row with its filter in front, which is none: flat areas need no better. False: too many colours.
  bool index() {
    rows_.reserve(pixels_.height * (size_t{pixels_.width} + 1));
    for (uint32_t y = 0; y < pixels_.height; ++y) {
      rows_ += '\0';
      for (uint32_t x = 0; x < pixels_.width; ++x) {
        const uint32_t color = at(x, y);
        if (color != last_ || palette_.empty()) {
          const auto [found, is_new] = numbers_.emplace(color, static_cast<uint8_t>(palette_.size()));
          if (is_new && palette_.size() == 256) return false;
          if (is_new) palette_.push_back(color);
          last_ = color;
          last_number_ = static_cast<char>(found->second);
        }
        rows_ += last_number_;
      }
    }
    return true;
  }

  void write_out() {
    rows_.clear();
    palette_.clear();
    rows_.reserve(pixels_.height * (size_t{pixels_.width} * 3 + 1));
    for (uint32_t y = 0; y < pixels_.height; ++y) {
      rows_ += '\0';
      for (uint32_t x = 0; x < pixels_.width; ++x) append_color(rows_, at(x, y));
    }
  }

  std::string palette() const {
    std::string colors;
    for (const uint32_t color : palette_) append_color(colors, color);
    return colors;
  }
  const std::string& rows() const { return rows_; }

 private:
  uint32_t at(uint32_t x, uint32_t y) const {
    uint32_t color = 0;
    std::memcpy(&color, pixels_.data + y * pixels_.stride + size_t{x} * 4, 4);
    return color & 0xFFFFFF;
  }
  static void append_color(std::string& out, uint32_t color) {
    for (int shift = 16; shift >= 0; shift -= 8) out += static_cast<char>(color >> shift & 0xFF);
  }

  const PixelRows& pixels_;
  std::string rows_;
  std::vector<uint32_t> palette_;
  std::unordered_map<uint32_t, uint8_t> numbers_;
  uint32_t last_ = 0;
  char last_number_ = 0;
};

}  // namespace

std::string write_png(const PixelRows& pixels) {
  Image image(pixels);
  const bool indexed = image.index();
  if (!indexed) image.write_out();
  std::string header;
  append_number(header, pixels.width);
  append_number(header, pixels.height);
  header += '\x08';                    // bits a sample
  header += indexed ? '\x03' : '\x02';  // palette, or RGB
  header.append(3, '\0');              // the one compression, the one set of filters, not interlaced
  std::string png = "\x89PNG\r\n\x1A\n";
  append_chunk(png, "IHDR", header);
  append_chunk(png, "sRGB", std::string_view("\0", 1));  // perceptual
  if (indexed) append_chunk(png, "PLTE", image.palette());
  append_chunk(png, "IDAT", compress(image.rows()));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace huozi::raster
