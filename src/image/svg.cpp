// SVG by librsvg: recognised, measured, drawn where an output wants pixels, and as paths. It is cleaned before
// (svg_clean), and has no place to fetch anything from.
#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "image/formats.h"
#include "image/svg_clean.h"
#include "image/svg_page.h"

namespace huozi::image {
namespace {

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

// Cairo's pixels are whole numbers of 32 bits with alpha multiplied in.
void take_row(const unsigned char* from, Bitmap& bitmap, size_t y) {
  uint8_t* to = bitmap.row(y);
  for (uint32_t x = 0; x < bitmap.width; ++x, from += 4, to += 4) {
    uint32_t pixel = 0;
    std::memcpy(&pixel, from, sizeof pixel);
    const uint32_t alpha = pixel >> 24;
    for (int k = 0; k < 3; ++k) {
      const uint32_t color = pixel >> (16 - 8 * k) & 0xFF;
      to[k] = static_cast<uint8_t>(alpha == 0 ? 0 : std::min<uint32_t>(255, (color * 255 + alpha / 2) / alpha));
    }
    to[3] = static_cast<uint8_t>(alpha);
  }
}

size_t count_of(std::string_view text, std::string_view word) {
  size_t count = 0;
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

// How often, at most, filters go over the whole picture: their steps by their uses. A style sheet may use one anywhere.
uint64_t filter_passes(std::string_view svg) {
  const size_t steps = count_of(svg, "<fe") + count_of(svg, ":fe");
  const size_t words = count_of(svg, "filter");
  const bool by_sheet = svg.find("<style") != std::string_view::npos || svg.find(":style") != std::string_view::npos;
  return uint64_t{steps} * (by_sheet && words > 0 ? count_of(svg, "<") : words);
}

bool draw(const CleanSvg& svg, cairo_t* cairo, double width, double height) {
  const std::unique_ptr<RsvgHandle, Release> handle(rsvg_handle_new_from_data(
      reinterpret_cast<const guint8*>(svg.bytes.data()), static_cast<gsize>(svg.bytes.size()), nullptr));
  if (!handle) return false;
  rsvg_handle_set_dpi(handle.get(), 96);
  const RsvgRectangle page{0, 0, width, height};
  return rsvg_handle_render_document(handle.get(), cairo, &page, nullptr);
}

cairo_status_t take_bytes(void* closure, const unsigned char* data, unsigned int length) {
  constexpr size_t kMost = 4 << 20;
  auto& bytes = *static_cast<std::string*>(closure);
  if (bytes.size() + length > kMost) return CAIRO_STATUS_WRITE_ERROR;
  bytes.append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

// The first element is svg, of whatever prefix; before it may stand a declaration, a doctype and comments.
bool is_svg(std::string_view file) {
  constexpr std::string_view kSpace = " \t\r\n";
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  for (;;) {
    const size_t begin = file.find_first_not_of(kSpace);
    if (begin == std::string_view::npos || file[begin] != '<') return false;
    file.remove_prefix(begin);
    const bool comment = file.starts_with("<!--");
    if (!comment && !file.starts_with("<?") && !file.starts_with("<!DOCTYPE")) break;
    // An internal subset of a doctype has brackets of its own.
    const size_t end = comment ? file.find("-->") : file.find_first_of(">[");
    if (end == std::string_view::npos) return false;
    if (file[end] == '[') {
      const size_t close = file.find("]", end);
      if (close == std::string_view::npos) return false;
      file.remove_prefix(close);
      file.remove_prefix(std::min(file.find('>'), file.size() - 1));
    } else {
      file.remove_prefix(comment ? end + 2 : end);
    }
    file.remove_prefix(1);
  }
  std::string_view name = file.substr(1, file.find_first_of(" \t\r\n/>", 1) - 1);
  name.remove_prefix(name.rfind(':') + 1);
  return name == "svg";
}

std::optional<ImageInfo> probe_svg(std::string_view file) {
  const auto svg = clean_svg(file);
  if (!svg) return std::nullopt;
  ImageInfo info;
  info.format = Format::svg;
  info.width = svg->width;
  info.height = svg->height;
  info.channels = 4;
  info.transparent = true;
  return info;
}

std::optional<Bitmap> draw_svg(std::string_view file, const ImageInfo& info, const Wanted& wanted) {
  const auto svg = clean_svg(file);
  if (!svg) return std::nullopt;
  Bitmap bitmap;
  bitmap.width = wanted.width > 0 ? wanted.width : info.width;
  bitmap.height = wanted.height > 0 ? wanted.height : info.height;
  bitmap.alpha = true;
  // Any size of coordinates is a drawing's own business.
  constexpr uint64_t kLongestDrawn = 8192;
  const uint64_t longest = std::max(bitmap.width, bitmap.height);
  if (longest > kLongestDrawn) {
    const auto shrunk = [&](uint64_t side) {
      return static_cast<uint32_t>(std::max<uint64_t>(1, side * kLongestDrawn / longest));
    };
    bitmap.width = shrunk(bitmap.width);
    bitmap.height = shrunk(bitmap.height);
  }
  // Filters take time by the pixel, and nothing stops the library.
  constexpr uint64_t kMostFiltered = 400'000'000;
  const uint64_t passes = filter_passes(svg->bytes);
  const auto is_too_much = [&] { return uint64_t{bitmap.width} * bitmap.height * passes > kMostFiltered; };
  if (is_too_much() && bitmap.width > info.width && bitmap.height > info.height) {
    bitmap.width = info.width;
    bitmap.height = info.height;
  }
  if (is_too_much()) return std::nullopt;
  const std::unique_ptr<cairo_surface_t, Release> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(bitmap.width), static_cast<int>(bitmap.height)));
  const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
  if (!draw(*svg, cairo.get(), bitmap.width, bitmap.height)) return std::nullopt;
  cairo_surface_flush(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  if (!data || cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
  const auto stride = static_cast<size_t>(cairo_image_surface_get_stride(surface.get()));
  bitmap.samples.resize(bitmap.height * bitmap.row_bytes());
  for (size_t y = 0; y < bitmap.height; ++y) take_row(data + y * stride, bitmap, y);
  return bitmap;
}

std::optional<SvgPage> svg_page(std::string_view file) {
  const auto svg = clean_svg(file);
  if (!svg) return std::nullopt;
  if (filter_passes(svg->bytes) > 0) return SvgPage{{}, true};
  constexpr double kLongest = 4000;
  const double scale = kLongest / std::max(svg->width, svg->height);
  SvgPage page{{}, false, svg->width * scale, svg->height * scale};
  // The library draws letters as outlines on anything but a PDF's surface.
  const cairo_rectangle_t extents{0, 0, page.width, page.height};
  const std::unique_ptr<cairo_surface_t, Release> record(
      cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  {
    const std::unique_ptr<cairo_t, Release> cairo(cairo_create(record.get()));
    if (!draw(*svg, cairo.get(), page.width, page.height)) return std::nullopt;
  }
  const std::unique_ptr<cairo_surface_t, Release> surface(
      cairo_pdf_surface_create_for_stream(take_bytes, &page.bytes, page.width, page.height));
  {
    const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
    cairo_set_source_surface(cairo.get(), record.get(), 0, 0);
    cairo_paint(cairo.get());
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
  return page;
}

}  // namespace huozi::image
