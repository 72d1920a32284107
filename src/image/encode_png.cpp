#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <stdexcept>
#include <unordered_map>

#include "image/encode.h"

namespace huozi::image {
namespace {

// What of a bitmap's channels says nothing.
struct Traits {
  bool gray = true;
  bool opaque = true;
};

Traits traits_of(const Bitmap& bitmap) {
  Traits traits;
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  for (size_t i = 0; i < bitmap.samples.size(); i += channels) {
    const uint8_t* pixel = bitmap.samples.data() + i;
    if (colors == 3 && (pixel[0] != pixel[1] || pixel[1] != pixel[2])) traits.gray = false;
    if (bitmap.alpha && pixel[colors] != 255) traits.opaque = false;
  }
  return traits;
}

// A pixel as one number: red, green, blue, alpha.
uint32_t pixel_number(const uint8_t* pixel, size_t colors, bool alpha) {
  const uint32_t red = pixel[0], green = colors == 3 ? pixel[1] : red, blue = colors == 3 ? pixel[2] : red;
  const uint32_t opacity = alpha ? pixel[colors] : 255u;
  return red << 24 | green << 16 | blue << 8 | opacity;
}

// In the order of PNG's tRNS: what is transparent first. Empty: more than 256.
std::vector<uint32_t> palette_of(const Bitmap& bitmap) {
  std::unordered_map<uint32_t, bool> seen;
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  for (size_t i = 0; i < bitmap.samples.size(); i += channels) {
    seen.emplace(pixel_number(bitmap.samples.data() + i, colors, bitmap.alpha), true);
    if (seen.size() > 256) return {};
  }
  std::vector<uint32_t> palette;
  for (const auto& [color, present] : seen) palette.push_back(color);
  std::sort(palette.begin(), palette.end(), [](uint32_t a, uint32_t b) {
    const bool a_opaque = (a & 0xFF) == 255, b_opaque = (b & 0xFF) == 255;
    return a_opaque != b_opaque ? b_opaque : a < b;
  });
  return palette;
}

struct Plan {
  int color_type = PNG_COLOR_TYPE_RGB;
  int bits = 8;
  std::vector<png_color> palette;
  std::vector<png_byte> opacity;
  std::vector<uint8_t> rows;
  size_t row_bytes = 0;
};

void put_indices(const Bitmap& bitmap, const std::vector<uint32_t>& palette, Plan& plan) {
  const size_t count = palette.size();
  plan.color_type = PNG_COLOR_TYPE_PALETTE;
  plan.bits = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
  std::unordered_map<uint32_t, uint8_t> index;
  for (const uint32_t color : palette) {
    index.emplace(color, static_cast<uint8_t>(index.size()));
    plan.palette.push_back({static_cast<png_byte>(color >> 24), static_cast<png_byte>(color >> 16 & 0xFF),
                            static_cast<png_byte>(color >> 8 & 0xFF)});
    if ((color & 0xFF) != 255) plan.opacity.push_back(static_cast<png_byte>(color & 0xFF));
  }
  const auto bits = static_cast<size_t>(plan.bits);
  plan.row_bytes = (bitmap.width * bits + 7) / 8;
  plan.rows.assign(plan.row_bytes * bitmap.height, 0);
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  for (size_t y = 0; y < bitmap.height; ++y) {
    for (size_t x = 0; x < bitmap.width; ++x) {
      const uint32_t value = index.at(pixel_number(bitmap.row(y) + x * channels, colors, bitmap.alpha));
      const size_t at = x * bits;
      uint8_t& byte = plan.rows[y * plan.row_bytes + at / 8];
      byte = static_cast<uint8_t>(byte | value << (8 - bits - at % 8));
    }
  }
}

void put_channels(const Bitmap& bitmap, const Traits& traits, Plan& plan) {
  const size_t colors = traits.gray ? 1 : 3, kept = colors + (traits.opaque ? 0 : 1);
  plan.color_type = traits.gray ? (traits.opaque ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_GRAY_ALPHA)
                                : (traits.opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA);
  plan.row_bytes = bitmap.width * kept;
  plan.rows.reserve(plan.row_bytes * bitmap.height);
  const size_t channels = bitmap.channels();
  for (size_t i = 0; i < bitmap.samples.size(); i += channels) {
    const uint8_t* pixel = bitmap.samples.data() + i;
    plan.rows.insert(plan.rows.end(), pixel, pixel + colors);
    if (!traits.opaque) plan.rows.push_back(pixel[bitmap.colors()]);
  }
}

struct Writing {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string out;

  Writing() = default;
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() { png_destroy_write_struct(&png, &info); }
};

[[noreturn]] void on_error(png_structp png, png_const_charp) {
  png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

void write_bytes(png_structp png, png_bytep data, png_size_t count) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), count);
}

// Plain data and what was made before: an error leaves by longjmp.
bool write(Writing& writing, const Bitmap& bitmap, const Plan& plan) {
  if (setjmp(png_jmpbuf(writing.png)) != 0) return false;
  png_set_write_fn(writing.png, &writing.out, write_bytes, nullptr);
  png_set_compression_level(writing.png, 9);
  const bool indexed = plan.color_type == PNG_COLOR_TYPE_PALETTE;
  png_set_filter(writing.png, PNG_FILTER_TYPE_BASE, indexed ? PNG_FILTER_NONE : PNG_ALL_FILTERS);
  png_set_IHDR(writing.png, writing.info, bitmap.width, bitmap.height, plan.bits, plan.color_type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  // A profile the library finds fault with is left out with a warning.
  png_set_benign_errors(writing.png, 1);
  if (!bitmap.profile.empty()) {
    png_set_iCCP(writing.png, writing.info, "ICC", PNG_COMPRESSION_TYPE_BASE,
                 reinterpret_cast<png_const_bytep>(bitmap.profile.data()),
                 static_cast<png_uint_32>(bitmap.profile.size()));
  }
  if (indexed) {
    png_set_PLTE(writing.png, writing.info, plan.palette.data(), static_cast<int>(plan.palette.size()));
    if (!plan.opacity.empty()) {
      png_set_tRNS(writing.png, writing.info, plan.opacity.data(), static_cast<int>(plan.opacity.size()), nullptr);
    }
  }
  png_write_info(writing.png, writing.info);
  for (size_t y = 0; y < bitmap.height; ++y) png_write_row(writing.png, plan.rows.data() + y * plan.row_bytes);
  png_write_end(writing.png, nullptr);
  return true;
}

}  // namespace

std::string encode_png(const Bitmap& bitmap) {
  const Traits traits = traits_of(bitmap);
  // A profile of colours fits no grey picture, and one of greys no palette.
  const bool may_turn_gray = bitmap.space == Space::gray || bitmap.profile.empty();
  const std::vector<uint32_t> palette =
      bitmap.space == Space::gray && traits.opaque ? std::vector<uint32_t>() : palette_of(bitmap);
  Plan plan;
  if (!palette.empty() && !(bitmap.space == Space::gray && !bitmap.profile.empty())) {
    put_indices(bitmap, palette, plan);
  } else {
    put_channels(bitmap, {traits.gray && may_turn_gray, traits.opaque}, plan);
  }
  Writing writing;
  writing.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning);
  writing.info = writing.png ? png_create_info_struct(writing.png) : nullptr;
  if (!writing.info || !write(writing, bitmap, plan)) throw std::runtime_error("cannot write a PNG");
  return std::move(writing.out);
}

}  // namespace huozi::image
