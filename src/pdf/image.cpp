#include "pdf/image.h"

#include <algorithm>
#include <mutex>
#include <vector>

#include "image/color.h"
#include "image/decode.h"
#include "image/encode.h"
#include "image/probe.h"
#include "image/scale.h"
#include "pdf/deflate.h"
#include "pdf/rendering_intent.h"

namespace huozi::pdf {
namespace {

using image::ImageInfo;

Dict image_dict(uint32_t width, uint32_t height, int bits, const Val& color_space) {
  Dict dict;
  dict.add("Type", Val::name("XObject")).add("Subtype", Val::name("Image"));
  dict.add("Width", int64_t{width}).add("Height", int64_t{height});
  return dict.add("BitsPerComponent", bits).add("ColorSpace", color_space);
}

Val device_space(int channels) {
  return Val::name(channels == 1 ? "DeviceGray" : channels == 3 ? "DeviceRGB" : "DeviceCMYK");
}

// Adobe's programs write 0 for full ink.
Array inverted_inks() {
  Array inverted;
  for (int i = 0; i < 4; ++i) inverted.add(1).add(0);
  return inverted;
}

ImageData make_jpeg(std::string_view file, const ImageInfo& info) {
  ImageData data;
  data.dict = image_dict(info.width, info.height, 8, device_space(info.channels));
  data.dict.add("Filter", Val::name("DCTDecode"));
  if (info.adobe_cmyk) data.dict.add("Decode", inverted_inks());
  data.bytes = file;
  return data;
}

// The data of all chunks of a type, joined. The file's chunks were walked by probe() up to the first IDAT.
std::string chunks_of(std::string_view file, std::string_view wanted) {
  std::string joined;
  const auto byte = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(file[i])); };
  for (size_t i = 8; i + 12 <= file.size();) {
    const size_t length = byte(i) << 24 | byte(i + 1) << 16 | byte(i + 2) << 8 | byte(i + 3);
    if (length > file.size() - i - 12) break;
    if (file.substr(i + 4, 4) == wanted) joined += file.substr(i + 8, length);
    i += length + 12;
  }
  return joined;
}

// PNG's own compression and row filters are what PDF's predictor 15 reads (7.4.4.4).
std::optional<ImageData> pass_png_on(std::string_view file, const ImageInfo& info) {
  Val color_space = device_space(info.channels);
  if (info.palette) {
    const std::string palette = chunks_of(file, "PLTE");
    if (palette.size() < 3 || palette.size() > 768 || palette.size() % 3 != 0) return std::nullopt;
    Array indexed;
    indexed.add(Val::name("Indexed")).add(Val::name("DeviceRGB"));
    indexed.add(static_cast<int64_t>(palette.size() / 3 - 1)).add(Val::bytes(palette));
    color_space = indexed;
  }
  Dict predictor;
  predictor.add("Predictor", 15).add("Colors", info.channels).add("BitsPerComponent", info.bits);
  ImageData data;
  data.dict = image_dict(info.width, info.height, info.bits, color_space);
  data.dict.add("Filter", Val::name("FlateDecode")).add("DecodeParms", predictor.add("Columns", int64_t{info.width}));
  data.bytes = chunks_of(file, "IDAT");
  return data;
}

// What is larger than memory is read at a size for a large page.
image::Wanted wanted_size(const ImageInfo& info, const image::Wanted& smaller, const PrintedSize& printed) {
  constexpr uint32_t kLongest = 6000;
  if (info.format == image::Format::svg) return drawn_size(info, printed);
  if (smaller.width > 0) return smaller;
  if (uint64_t{info.width} * info.height <= image::kMostPixels) return {};
  return {std::min(info.width, kLongest), std::min(info.height, kLongest)};
}

// What shows through shows paper.
void lay_on_white(image::Bitmap& bitmap) {
  if (!bitmap.alpha) return;
  const size_t colors = bitmap.colors();
  const int white = bitmap.space == image::Space::cmyk ? 0 : 255;
  std::vector<uint8_t> out;
  out.reserve(size_t{bitmap.width} * bitmap.height * colors);
  for (size_t i = 0; i < bitmap.samples.size(); i += colors + 1) {
    const int alpha = bitmap.samples[i + colors];
    for (size_t k = 0; k < colors; ++k) {
      out.push_back(static_cast<uint8_t>((bitmap.samples[i + k] * alpha + white * (255 - alpha) + 127) / 255));
    }
  }
  bitmap.samples = std::move(out);
  bitmap.alpha = false;
}

// Photographs stay JPEGs, at a quality at which no second loss is seen.
ImageData make_photograph(const image::Bitmap& bitmap) {
  constexpr int kQuality = 92;
  ImageData data;
  data.dict = image_dict(bitmap.width, bitmap.height, 8, device_space(static_cast<int>(bitmap.colors())));
  data.dict.add("Filter", Val::name("DCTDecode"));
  if (bitmap.space == image::Space::cmyk) data.dict.add("Decode", inverted_inks());
  data.bytes = image::encode_jpeg(bitmap, kQuality);
  return data;
}

ImageData make_pixels(const image::Bitmap& bitmap) {
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  std::string color, alpha;
  color.reserve(size_t{bitmap.width} * bitmap.height * colors);
  for (size_t i = 0; i < bitmap.samples.size(); i += channels) {
    for (size_t k = 0; k < colors; ++k) color += static_cast<char>(bitmap.samples[i + k]);
    if (bitmap.alpha) alpha += static_cast<char>(bitmap.samples[i + colors]);
  }
  const auto flate = Val::name("FlateDecode");
  ImageData data;
  data.dict = image_dict(bitmap.width, bitmap.height, 8, device_space(static_cast<int>(colors))).add("Filter", flate);
  data.bytes = deflate(color);
  if (alpha.find_first_not_of('\xFF') != std::string::npos) {
    data.mask_dict = image_dict(bitmap.width, bitmap.height, 8, device_space(1)).add("Filter", flate);
    data.mask_bytes = deflate(alpha);
  }
  return data;
}

// Black and white are to stay so: a press's dots would break grey edges up.
ImageData make_line_art(const image::Bitmap& bitmap) {
  const size_t channels = bitmap.channels(), row_bytes = (size_t{bitmap.width} + 7) / 8;
  std::string bits(bitmap.height * row_bytes, '\0');
  for (size_t y = 0; y < bitmap.height; ++y) {
    const uint8_t* row = bitmap.row(y);
    for (size_t x = 0; x < bitmap.width; ++x) {
      char& byte = bits[y * row_bytes + x / 8];
      if (row[x * channels] >= 128) byte = static_cast<char>(byte | 0x80 >> x % 8);
    }
  }
  ImageData data;
  data.dict = image_dict(bitmap.width, bitmap.height, 1, device_space(1)).add("Filter", Val::name("FlateDecode"));
  data.bytes = deflate(bits);
  return data;
}

// Several threads make pictures, and hold one at a time that takes much memory.
std::unique_lock<std::mutex> turn_of(const ImageInfo& info) {
  constexpr uint64_t kMany = 16'000'000;
  static std::mutex large;
  std::unique_lock lock(large, std::defer_lock);
  if (uint64_t{info.width} * info.height > kMany) lock.lock();
  return lock;
}

// `smaller`: pixels, as stored; {0, 0}: all.
std::optional<ImageData> make_decoded(std::string_view file, const ImageInfo& info, const ImageTarget& target,
                                      const image::Wanted& smaller, const PrintedSize& printed) {
  const std::unique_lock turn = turn_of(info);
  auto bitmap = image::decode(file, info, wanted_size(info, smaller, printed));
  if (!bitmap) return std::nullopt;
  const bool scaled = smaller.width > 0 && smaller.width <= bitmap->width && smaller.height <= bitmap->height;
  if (scaled) *bitmap = image::scaled_down(*bitmap, smaller.width, smaller.height);
  if (scaled && is_line_art(info) && !bitmap->alpha) return make_line_art(*bitmap);
  if (target.standard == Standard::x1a) lay_on_white(*bitmap);
  if (is_press(target.standard)) {
    target.inks->convert(*bitmap);
  } else {
    image::make_srgb(*bitmap);
  }
  const bool photograph = info.format == image::Format::jpeg && (target.standard != Standard::none || scaled);
  ImageData data = photograph ? make_photograph(*bitmap) : make_pixels(*bitmap);
  if (is_press(target.standard)) data.most_ink = image::most_ink(*bitmap);
  return data;
}

// Whether its colours are such as the file may hold, without looking at them.
bool is_fit(std::string_view file, const ImageInfo& info, Standard standard) {
  const bool grey = info.channels == 1 && !info.palette;
  if (is_press(standard)) return grey;
  if (standard == Standard::none || grey) return true;
  if (info.channels == 4) return false;
  return image::is_near_srgb(image::profile_of(file, info), image::Space::rgb);
}

bool is_passed_on(const ImageInfo& info) {
  if (info.format == image::Format::png) return !info.transparent && !info.interlaced;
  return info.format == image::Format::jpeg && !info.arithmetic &&
         uint64_t{info.width} * info.height <= image::kMostPixels;
}

}  // namespace

std::optional<ImageData> make_image(std::string_view file, const ImageTarget& target, const PrintedSize& printed) {
  const auto info = image::probe(file);
  if (!info) return std::nullopt;
  Obstacle obstacle = Obstacle::none;
  if (info->format == image::Format::svg) {
    if (auto drawing = make_drawing(file, {target.standard, target.inks}, printed, obstacle)) {
      ImageData lines;
      lines.most_ink = drawing->most_ink;
      lines.drawing = std::move(drawing);
      return lines;
    }
  }
  const image::Wanted smaller = smaller_size(*info, printed, target.resolution);
  const bool passed = is_passed_on(*info) && is_fit(file, *info, target.standard);
  std::optional<ImageData> data;
  if (!passed || smaller.width > 0) data = make_decoded(file, *info, target, smaller, printed);
  if (data || !passed) {
    if (!data) return data;
  } else if (info->format == image::Format::jpeg) {
    data = make_jpeg(file, *info);
  } else {
    data = pass_png_on(file, *info);
  }
  if (!data) return data;
  if (is_press(target.standard)) data->dict.add("Intent", name_of(target.inks->intent()));
  data->orientation = info->orientation;
  data->obstacle = obstacle;
  if (info->format != image::Format::svg) {
    data->width = info->shown_width();
    data->height = info->shown_height();
  }
  return data;
}

bool is_in_colour(const ImageData& image) {
  if (image.drawing) return image.drawing->in_colour;
  const auto& entries = image.dict.entries();
  return std::none_of(entries.begin(), entries.end(), [](const auto& entry) {
    return entry.first == "ColorSpace" && entry.second == Val::name("DeviceGray").syntax();
  });
}

Ref add_image(ObjectFile& file, const ImageData& image) {
  if (image.drawing) return add_drawing(file, *image.drawing);
  const Ref ref = file.alloc();
  Dict dict = image.dict;
  if (image.mask_dict) {
    const Ref mask = file.alloc();
    file.stream(mask, *image.mask_dict, image.mask_bytes, ObjectFile::Data::plain);
    dict.add("SMask", mask);
  }
  file.stream(ref, dict, image.bytes, ObjectFile::Data::plain);
  return ref;
}

}  // namespace huozi::pdf
