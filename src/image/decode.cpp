#include "image/decode.h"

#include "image/formats.h"

namespace huozi::image {

std::optional<Bitmap> decode(std::string_view file, const ImageInfo& info, const Wanted& wanted) {
  switch (info.format) {
    case Format::jpeg:
      return decode_jpeg(file, info, wanted);
    case Format::png:
      return decode_png(file);
    case Format::webp:
      return decode_webp(file);
    case Format::gif:
      return decode_gif(file);
    case Format::svg:
      return draw_svg(file, info, wanted);
  }
  return std::nullopt;
}

std::string profile_of(std::string_view file, const ImageInfo& info) {
  if (info.format == Format::jpeg) return jpeg_profile(file);
  if (info.format == Format::png) return png_profile(file);
  return {};
}

}  // namespace huozi::image
