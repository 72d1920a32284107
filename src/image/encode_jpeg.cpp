#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

// jpeglib.h needs FILE.
#include <jpeglib.h>

#include "image/encode.h"

namespace huozi::image {
namespace {

struct Writing {
  jpeg_error_mgr errors{};  // first: the library hands back a pointer to it
  std::jmp_buf stop{};
  jpeg_compress_struct jpeg{};
  unsigned char* bytes = nullptr;  // grown by the library
  unsigned long size = 0;

  Writing() = default;
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() {
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
  }
};

void on_error(j_common_ptr jpeg) {
  std::longjmp(reinterpret_cast<Writing*>(jpeg->err)->stop, 1);
}

void on_message(j_common_ptr, int) {}

// ICC.1, B.4: in numbered APP2 segments.
void write_profile(jpeg_compress_struct& jpeg, const std::string& profile) {
  constexpr size_t kPart = 65'519;
  const size_t parts = (profile.size() + kPart - 1) / kPart;
  if (parts > 255) return;
  for (size_t i = 0; i < parts; ++i) {
    const size_t begin = i * kPart, end = std::min(profile.size(), begin + kPart);
    jpeg_write_m_header(&jpeg, JPEG_APP0 + 2, static_cast<unsigned int>(end - begin + 14));
    for (const char c : {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', '\0'}) jpeg_write_m_byte(&jpeg, c);
    jpeg_write_m_byte(&jpeg, static_cast<int>(i + 1));
    jpeg_write_m_byte(&jpeg, static_cast<int>(parts));
    for (size_t k = begin; k < end; ++k) jpeg_write_m_byte(&jpeg, static_cast<unsigned char>(profile[k]));
  }
}

void lay_on_white(const Bitmap& bitmap, size_t y, uint8_t* row) {
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  const int white = bitmap.space == Space::cmyk ? 0 : 255;
  const uint8_t* pixel = bitmap.row(y);
  for (size_t x = 0; x < bitmap.width; ++x, pixel += channels) {
    const int alpha = bitmap.alpha ? pixel[colors] : 255;
    for (size_t k = 0; k < colors; ++k) {
      *row++ = static_cast<uint8_t>((pixel[k] * alpha + white * (255 - alpha) + 127) / 255);
    }
  }
}

// Plain data and what was made before: an error leaves by longjmp.
bool write(Writing& writing, const Bitmap& bitmap, int quality, std::vector<uint8_t>& row) {
  if (setjmp(writing.stop) != 0) return false;
  jpeg_compress_struct& jpeg = writing.jpeg;
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &writing.bytes, &writing.size);
  jpeg.image_width = bitmap.width;
  jpeg.image_height = bitmap.height;
  const bool inks = bitmap.space == Space::cmyk;
  jpeg.input_components = static_cast<int>(bitmap.colors());
  jpeg.in_color_space = inks ? JCS_CMYK : bitmap.space == Space::gray ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg.optimize_coding = TRUE;
  jpeg.dct_method = JDCT_ISLOW;
  if (bitmap.space != Space::gray) jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = 1;
  jpeg_start_compress(&jpeg, TRUE);
  write_profile(jpeg, bitmap.profile);
  while (jpeg.next_scanline < jpeg.image_height) {
    lay_on_white(bitmap, jpeg.next_scanline, row.data());
    if (inks) {
      for (uint8_t& sample : row) sample = static_cast<uint8_t>(255 - sample);
    }
    JSAMPROW line = row.data();
    jpeg_write_scanlines(&jpeg, &line, 1);
  }
  jpeg_finish_compress(&jpeg);
  return true;
}

}  // namespace

std::string encode_jpeg(const Bitmap& bitmap, int quality) {
  Writing writing;
  writing.jpeg.err = jpeg_std_error(&writing.errors);
  writing.errors.error_exit = on_error;
  writing.errors.emit_message = on_message;
  std::vector<uint8_t> row(bitmap.width * bitmap.colors());
  if (!write(writing, bitmap, quality, row)) throw std::runtime_error("cannot write a JPEG");
  return {reinterpret_cast<const char*>(writing.bytes), writing.size};
}

}  // namespace huozi::image
