#include "image/check_parts.h"

#include <png.h>

#include <csetjmp>
#include <cstring>

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

}  // namespace

// Plain data only: an error leaves by longjmp.
Condition check_png(std::string_view file) {
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  volatile png_bytep row = nullptr;
  volatile bool whole = false;
  if (info && setjmp(png_jmpbuf(png)) == 0) {
    png_set_read_fn(png, &file, read_bytes);
    png_set_benign_errors(png, 1);
    png_read_info(png, info);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    row = static_cast<png_bytep>(png_malloc(png, png_get_rowbytes(png, info)));
    const png_uint_32 height = png_get_image_height(png, info);
    // Interlaced rows are mixed in one buffer: nobody looks at them.
    for (int pass = 0; pass < passes; ++pass) {
      for (png_uint_32 y = 0; y < height; ++y) png_read_row(png, row, nullptr);
    }
    png_read_end(png, nullptr);
    whole = true;
  }
  if (row) png_free(png, row);
  png_destroy_read_struct(&png, &info, nullptr);
  return whole ? Condition::whole : Condition::damaged;
}

}  // namespace huozi::image
