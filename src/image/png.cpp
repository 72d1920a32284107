// PNG by libpng, for its condition or for its pixels. The library leaves by longjmp: what is in reach of one is plain,
// or was made before.
#include <png.h>

#include <csetjmp>
#include <cstring>

#include "image/formats.h"

namespace huozi::image {
namespace {

void read_bytes(png_structp png, png_bytep out, png_size_t count) {
  auto* rest = static_cast<std::string_view*>(png_get_io_ptr(png));
  if (count > rest->size()) png_error(png, "cut off");
  std::memcpy(out, rest->data(), count);
  rest->remove_prefix(count);
}

[[noreturn]] void on_error(png_structp png, png_const_charp) {
  png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

struct Reading {
  explicit Reading(std::string_view bytes)
      : rest(bytes), png(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning)) {
    info = png ? png_create_info_struct(png) : nullptr;
    if (!info) return;
    png_set_read_fn(png, &rest, read_bytes);
    png_set_benign_errors(png, 1);
    png_set_chunk_malloc_max(png, kMostProfileBytes);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() {
    if (row) png_free(png, row);
    png_destroy_read_struct(&png, &info, nullptr);
  }

  std::string_view rest;
  png_structp png = nullptr;
  png_infop info = nullptr;
  png_bytep row = nullptr;
};

bool read_info(Reading& reading) {
  if (!reading.info || setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_read_info(reading.png, reading.info);
  return true;
}

// Interlaced rows are mixed in one buffer: nobody looks at them.
bool read_all(Reading& reading) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  const int passes = png_set_interlace_handling(reading.png);
  png_read_update_info(reading.png, reading.info);
  reading.row = static_cast<png_bytep>(png_malloc(reading.png, png_get_rowbytes(reading.png, reading.info)));
  const png_uint_32 height = png_get_image_height(reading.png, reading.info);
  for (int pass = 0; pass < passes; ++pass) {
    for (png_uint_32 y = 0; y < height; ++y) png_read_row(reading.png, reading.row, nullptr);
  }
  png_read_end(reading.png, nullptr);
  return true;
}

// 8 bits, no palette, transparency as alpha.
bool prepare(Reading& reading, int& passes) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_set_scale_16(reading.png);
  png_set_expand(reading.png);
  passes = png_set_interlace_handling(reading.png);
  png_read_update_info(reading.png, reading.info);
  return true;
}

bool read_pixels(Reading& reading, int passes, Bitmap& bitmap) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  for (int pass = 0; pass < passes; ++pass) {
    for (size_t y = 0; y < bitmap.height; ++y) png_read_row(reading.png, bitmap.row(y), nullptr);
  }
  png_read_end(reading.png, nullptr);
  return true;
}

std::string embedded_profile(Reading& reading) {
  png_charp name = nullptr;
  png_bytep profile = nullptr;
  png_uint_32 size = 0;
  int compression = 0;
  const bool found =
      (png_get_iCCP(reading.png, reading.info, &name, &compression, &profile, &size) & PNG_INFO_iCCP) != 0;
  if (!found || size > kMostProfileBytes) return {};
  return std::string(reinterpret_cast<const char*>(profile), size);
}

}  // namespace

Condition check_png(std::string_view file) {
  Reading reading(file);
  return read_info(reading) && read_all(reading) ? Condition::whole : Condition::damaged;
}

std::string png_profile(std::string_view file) {
  Reading reading(file);
  return read_info(reading) ? embedded_profile(reading) : "";
}

std::optional<Bitmap> decode_png(std::string_view file) {
  Reading reading(file);
  int passes = 1;
  if (!read_info(reading) || !prepare(reading, passes)) return std::nullopt;
  Bitmap bitmap;
  bitmap.width = png_get_image_width(reading.png, reading.info);
  bitmap.height = png_get_image_height(reading.png, reading.info);
  if (uint64_t{bitmap.width} * bitmap.height > kMostPixels) return std::nullopt;
  const png_byte color = png_get_color_type(reading.png, reading.info);
  bitmap.space = (color & PNG_COLOR_MASK_COLOR) != 0 ? Space::rgb : Space::gray;
  bitmap.alpha = (color & PNG_COLOR_MASK_ALPHA) != 0;
  if (png_get_rowbytes(reading.png, reading.info) != bitmap.row_bytes()) return std::nullopt;
  bitmap.profile = embedded_profile(reading);
  bitmap.samples.resize(bitmap.height * bitmap.row_bytes());
  if (!read_pixels(reading, passes, bitmap)) return std::nullopt;
  return bitmap;
}

}  // namespace huozi::image
