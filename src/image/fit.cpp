#include "image/fit.h"

#include <algorithm>
#include <cmath>

#include "image/color.h"
#include "image/decode.h"
#include "image/encode.h"
#include "image/scale.h"
#include "image/svg_clean.h"

namespace huozi::image {
namespace {

constexpr int kQuality = 90;

struct Size {
  uint32_t width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

// The largest size of the same shape within the limits, by whole numbers.
Size within(Size shown, const Limits& limits) {
  const auto shape = [&](uint32_t width) {
    const uint64_t height = (uint64_t{shown.height} * width + shown.width / 2) / shown.width;
    return Size{width, static_cast<uint32_t>(std::max<uint64_t>(1, height))};
  };
  const auto fits = [&](Size size) {
    return size.width <= limits.width && size.height <= limits.height &&
           uint64_t{size.width} * size.height <= limits.pixels;
  };
  if (fits(shown)) return shown;
  uint32_t least = 1, most = shown.width;  // `least` fits, `most` does not
  while (most - least > 1) {
    const uint32_t middle = least + (most - least) / 2;
    (fits(shape(middle)) ? least : most) = middle;
  }
  Size size = shape(least);
  size.height = std::min(size.height, limits.height);  // of a picture one pixel wide
  return size;
}

Space space_of(const ImageInfo& info) {
  return info.channels == 4 ? Space::cmyk : info.channels == 1 ? Space::gray : Space::rgb;
}

// Whether readers would show other colours than are meant.
bool has_other_colors(std::string_view file, const ImageInfo& info) {
  if (info.format == Format::jpeg) return info.channels == 4 || !is_near_srgb(profile_of(file, info), space_of(info));
  if (info.format != Format::png) return false;
  const bool gray = !info.palette && info.channels <= 2;
  return !is_near_srgb(profile_of(file, info), gray ? Space::gray : Space::rgb);
}

Format new_format(const ImageInfo& info) {
  if (info.format == Format::jpeg) return Format::jpeg;
  return info.format == Format::webp && !info.lossless && !info.transparent && !info.animated ? Format::jpeg
                                                                                              : Format::png;
}

std::optional<Fitted> fit_svg(std::string_view file) {
  auto svg = clean_svg(file);
  if (!svg) return std::nullopt;
  Fitted fitted{Format::svg, svg->width, svg->height, {}, {}, {}};
  if (svg->removed.empty()) return fitted;
  fitted.changes.push_back(Change::cleaned);
  fitted.bytes = std::move(svg->bytes);
  fitted.removed = std::move(svg->removed);
  return fitted;
}

}  // namespace

std::optional<Fitted> fit(std::string_view file, const ImageInfo& info, const Limits& limits) {
  if (info.format == Format::svg) return fit_svg(file);
  const Size shown{info.shown_width(), info.shown_height()};
  const Size size = within(shown, limits);
  Fitted fitted{info.format, size.width, size.height, {}, {}, {}};
  const auto note = [&](bool happens, Change change) {
    if (happens) fitted.changes.push_back(change);
  };
  note(info.format == Format::webp || info.arithmetic, Change::format);
  note(info.animated, Change::first_frame);
  note(size != shown, Change::scaled);
  note(has_other_colors(file, info), Change::colors);
  note(info.orientation != 1, Change::upright);
  note(info.format == Format::png && info.bits == 16, Change::depth);
  if (fitted.changes.empty()) return fitted;

  const bool turned = info.orientation >= 5;
  const Size stored = turned ? Size{size.height, size.width} : size;
  auto bitmap = decode(file, info, {stored.width, stored.height});
  if (!bitmap) return std::nullopt;
  make_srgb(*bitmap);
  if (bitmap->width > stored.width || bitmap->height > stored.height) {
    *bitmap = scaled_down(*bitmap, std::min(bitmap->width, stored.width), std::min(bitmap->height, stored.height));
  }
  *bitmap = upright(std::move(*bitmap), info.orientation);
  fitted.format = new_format(info);
  fitted.bytes = fitted.format == Format::jpeg ? encode_jpeg(*bitmap, kQuality) : encode_png(*bitmap);
  return fitted;
}

std::string_view media_type(Format format) {
  switch (format) {
    case Format::jpeg:
      return "image/jpeg";
    case Format::png:
      return "image/png";
    case Format::webp:
      return "image/webp";
    case Format::gif:
      return "image/gif";
    case Format::svg:
      return "image/svg+xml";
  }
  return "";
}

}  // namespace huozi::image
