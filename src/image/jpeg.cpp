// JPEG by libjpeg: all of its data, read for nothing but its condition or for its pixels. The library leaves by
// longjmp: what is in reach of one is plain, or was made before.
#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

// jpeglib.h needs FILE.
#include <jerror.h>
#include <jpeglib.h>

#include "image/formats.h"

namespace huozi::image {
namespace {

constexpr int kMostScans = 64;  // progressive files have about ten

struct Reading {
  jpeg_error_mgr errors{};  // first: the library hands back a pointer to it
  std::jmp_buf stop{};
  Condition condition = Condition::whole;
  jpeg_progress_mgr progress{};
  jpeg_decompress_struct jpeg{};

  Reading() = default;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { jpeg_destroy_decompress(&jpeg); }
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

// REQUIRES: setjmp(reading.stop) was called.
void begin(Reading& reading, std::string_view file, bool keep_profile) {
  jpeg_decompress_struct& jpeg = reading.jpeg;
  jpeg_create_decompress(&jpeg);
  reading.progress.progress_monitor = on_progress;
  jpeg.progress = &reading.progress;
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
  if (keep_profile) jpeg_save_markers(&jpeg, JPEG_APP0 + 2, 0xFFFF);
  jpeg_read_header(&jpeg, TRUE);
}

void attach_errors(Reading& reading) {
  reading.jpeg.err = jpeg_std_error(&reading.errors);
  reading.errors.error_exit = on_error;
  reading.errors.emit_message = on_message;
}

// Plain data only.
bool read_all(Reading& reading, std::string_view file) {
  if (setjmp(reading.stop) != 0) return false;
  begin(reading, file, false);
  jpeg_decompress_struct& jpeg = reading.jpeg;
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
  return true;
}

bool start_pixels(Reading& reading, std::string_view file, const Wanted& wanted) {
  if (setjmp(reading.stop) != 0) return false;
  begin(reading, file, true);
  jpeg_decompress_struct& jpeg = reading.jpeg;
  jpeg.scale_num = 1;
  jpeg.scale_denom = 1;
  for (unsigned int by = 8; by > 1; by /= 2) {
    if (wanted.width == 0 || jpeg.image_width / by < wanted.width || jpeg.image_height / by < wanted.height) continue;
    jpeg.scale_denom = by;
    break;
  }
  const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
  jpeg.out_color_space = jpeg.jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : inks ? JCS_CMYK : JCS_RGB;
  jpeg.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&jpeg);
  return true;
}

bool read_pixels(Reading& reading, uint8_t* pixels, size_t row_bytes) {
  if (setjmp(reading.stop) != 0) return false;
  jpeg_decompress_struct& jpeg = reading.jpeg;
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = pixels + size_t{jpeg.output_scanline} * row_bytes;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  return true;
}

bool read_header(Reading& reading, std::string_view file) {
  if (setjmp(reading.stop) != 0) return false;
  begin(reading, file, true);
  return true;
}

// ICC.1, B.4: the profile in numbered APP2 segments.
std::string joined_profile(const jpeg_decompress_struct& jpeg) {
  constexpr std::string_view kName("ICC_PROFILE\0", 12);
  std::vector<std::pair<int, std::string_view>> parts;
  for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker; marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (marker->marker != JPEG_APP0 + 2 || !data.starts_with(kName) || data.size() < 14) continue;
    parts.emplace_back(static_cast<unsigned char>(data[12]), data.substr(14));
  }
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string profile;
  for (const auto& [number, data] : parts) profile += data;
  return profile.size() <= kMostProfileBytes ? profile : "";
}

}  // namespace

Condition check_jpeg(std::string_view file, const ImageInfo&) {
  Reading reading;
  attach_errors(reading);
  read_all(reading, file);
  return reading.condition;
}

std::string jpeg_profile(std::string_view file) {
  Reading reading;
  attach_errors(reading);
  return read_header(reading, file) ? joined_profile(reading.jpeg) : "";
}

std::optional<Bitmap> decode_jpeg(std::string_view file, const ImageInfo& info, const Wanted& wanted) {
  Reading reading;
  attach_errors(reading);
  if (!start_pixels(reading, file, wanted)) return std::nullopt;
  const jpeg_decompress_struct& jpeg = reading.jpeg;
  Bitmap bitmap;
  bitmap.width = jpeg.output_width;
  bitmap.height = jpeg.output_height;
  bitmap.space = jpeg.output_components == 1 ? Space::gray : jpeg.output_components == 3 ? Space::rgb : Space::cmyk;
  if (uint64_t{bitmap.width} * bitmap.height > kMostPixels) return std::nullopt;
  bitmap.profile = joined_profile(jpeg);
  bitmap.samples.resize(bitmap.height * bitmap.row_bytes());
  if (!read_pixels(reading, bitmap.samples.data(), bitmap.row_bytes())) return std::nullopt;
  if (info.adobe_cmyk) {
    for (uint8_t& sample : bitmap.samples) sample = static_cast<uint8_t>(255 - sample);
  }
  return bitmap;
}

}  // namespace huozi::image
