#include "image/png_decode.h"

#include <png.h>

#include <memory>

namespace huozi::image {
namespace {

constexpr uint64_t kMostPixels = 100'000'000;

struct Release {
  void operator()(png_image* image) const { png_image_free(image); }
};

}  // namespace

std::optional<Pixels> decode_png(std::string_view file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, file.data(), file.size())) return std::nullopt;
  const std::unique_ptr<png_image, Release> guard(&image);
  if (uint64_t{image.width} * image.height > kMostPixels) return std::nullopt;

  const bool has_color = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  const bool has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.format = has_color ? PNG_FORMAT_RGBA : PNG_FORMAT_GA;
  std::string mixed(PNG_IMAGE_SIZE(image), '\0');
  if (!png_image_finish_read(&image, nullptr, mixed.data(), 0, nullptr)) return std::nullopt;

  Pixels pixels;
  pixels.width = image.width;
  pixels.height = image.height;
  pixels.channels = has_color ? 3 : 1;
  const auto channels = static_cast<size_t>(pixels.channels);
  const size_t count = size_t{pixels.width} * pixels.height;
  pixels.color.reserve(count * channels);
  if (has_alpha) pixels.alpha.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    const size_t pixel = i * (channels + 1);
    pixels.color.append(mixed, pixel, channels);
    if (has_alpha) pixels.alpha += mixed[pixel + channels];
  }
  return pixels;
}

}  // namespace huozi::image
