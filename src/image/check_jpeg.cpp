#include "image/check_parts.h"

#include <csetjmp>
#include <cstdio>

// jpeglib.h needs FILE.
#include <jerror.h>
#include <jpeglib.h>

namespace huozi::image {
namespace {

constexpr int kMostScans = 64;  // progressive files have about ten

struct Reading {
  jpeg_error_mgr errors;  // first: the library hands back a pointer to it
  std::jmp_buf stop;
  Condition condition;
};

[[noreturn]] void give_up(j_common_ptr jpeg, Condition condition) {
  auto* reading = reinterpret_cast<Reading*>(jpeg->err);
  reading->condition = condition;
  std::longjmp(reading->stop, 1);
}

void on_error(j_common_ptr jpeg) {
  give_up(jpeg, Condition::damaged);
}

// The library mends what it can and warns: of stray bytes between segments, which lose nothing, and of data that is
// missing or wrong, whose place it fills with grey.
void on_message(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_TOO_MUCH_DATA:
      return;
    default:
      give_up(jpeg, Condition::damaged);
  }
}

void on_progress(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > kMostScans) give_up(jpeg, Condition::too_large);
}

}  // namespace

// Plain data only: an error leaves by longjmp.
Condition check_jpeg(std::string_view file) {
  Reading reading{};
  jpeg_decompress_struct jpeg{};
  jpeg.err = jpeg_std_error(&reading.errors);
  reading.errors.error_exit = on_error;
  reading.errors.emit_message = on_message;
  reading.condition = Condition::whole;
  jpeg_progress_mgr progress{};
  progress.progress_monitor = on_progress;
  if (setjmp(reading.stop) == 0) {
    jpeg_create_decompress(&jpeg);
    jpeg.progress = &progress;
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
    jpeg_read_header(&jpeg, TRUE);
    // An eighth of the size: all data is read, little is made of it.
    jpeg.scale_num = 1;
    jpeg.scale_denom = 8;
    jpeg.dct_method = JDCT_IFAST;
    jpeg.do_fancy_upsampling = FALSE;
    jpeg.out_color_space = jpeg.jpeg_color_space;
    jpeg_start_decompress(&jpeg);
    const JDIMENSION row_bytes = jpeg.output_width * static_cast<JDIMENSION>(jpeg.output_components);
    JSAMPARRAY rows = (*jpeg.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&jpeg), JPOOL_IMAGE, row_bytes, 1);
    while (jpeg.output_scanline < jpeg.output_height) jpeg_read_scanlines(&jpeg, rows, 1);
    jpeg_finish_decompress(&jpeg);
  }
  jpeg_destroy_decompress(&jpeg);
  return reading.condition;
}

}  // namespace huozi::image
