#include "image/probe.h"

#include <cstddef>

#include "image/formats.h"

namespace huozi::image {
namespace {

constexpr std::string_view kJpegSignature("\xFF\xD8", 2);
constexpr std::string_view kPngSignature("\x89PNG\r\n\x1A\n", 8);
constexpr std::string_view kExif("Exif\0\0", 6);

// Reading beyond the end gives 0.
uint32_t number_at(std::string_view bytes, size_t offset, size_t size, bool little_endian = false) {
  if (size > bytes.size() || offset > bytes.size() - size) return 0;
  uint32_t value = 0;
  for (size_t i = 0; i < size; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[offset + (little_endian ? size - 1 - i : i)]);
  }
  return value;
}

bool is_webp(std::string_view file) {
  return file.starts_with("RIFF") && file.size() >= 12 && file.substr(8, 4) == "WEBP";
}

bool is_gif(std::string_view file) {
  return file.starts_with("GIF87a") || file.starts_with("GIF89a");
}

bool sides_are_sane(const ImageInfo& info) {
  return info.width > 0 && info.height > 0 && info.width <= kLongestSide && info.height <= kLongestSide;
}

void read_density(std::string_view segment, ImageInfo& info) {
  if (segment.substr(0, 5) != std::string_view("JFIF\0", 5)) return;
  const uint32_t unit = number_at(segment, 7, 1), density = number_at(segment, 8, 2);
  if (unit == 1) info.dots_per_metre = (density * 10'000 + 127) / 254;  // an inch
  if (unit == 2) info.dots_per_metre = density * 100;                   // a centimetre
}

// ITU T.81, B.1: segments up to the frame header.
std::optional<ImageInfo> probe_jpeg(std::string_view file) {
  ImageInfo info;
  info.format = Format::jpeg;
  bool adobe = false;
  for (size_t i = 2; i + 4 <= file.size();) {
    if (file[i] != '\xFF') return std::nullopt;
    const uint32_t marker = number_at(file, i + 1, 1);
    if (marker == 0xFF) {  // padding
      ++i;
      continue;
    }
    const uint32_t length = number_at(file, i + 2, 2);
    if (length < 2 || i + 2 + length > file.size()) return std::nullopt;
    const std::string_view segment = file.substr(i + 4, length - 2);
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      info.bits = static_cast<int>(number_at(segment, 0, 1));
      info.height = number_at(segment, 1, 2);
      info.width = number_at(segment, 3, 2);
      info.channels = static_cast<int>(number_at(segment, 5, 1));
      info.adobe_cmyk = adobe && info.channels == 4;
      info.progressive = marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
      info.arithmetic = marker >= 0xC9;
      const bool known = info.channels == 1 || info.channels == 3 || info.channels == 4;
      return known && info.bits == 8 && sides_are_sane(info) ? std::optional(info) : std::nullopt;
    }
    if (marker == 0xE0) read_density(segment, info);
    if (marker == 0xE1 && info.orientation == 1 && segment.starts_with(kExif)) {
      info.orientation = exif_orientation(segment.substr(kExif.size()));
    }
    if (marker == 0xEE && segment.substr(0, 5) == "Adobe") adobe = true;
    if (marker == 0xDA || marker == 0xD9) return std::nullopt;
    i += 2 + length;
  }
  return std::nullopt;
}

// ISO 15948, 11.2.2: chunks up to the first IDAT.
std::optional<ImageInfo> probe_png(std::string_view file) {
  ImageInfo info;
  for (size_t i = kPngSignature.size(); i + 12 <= file.size();) {
    const size_t length = number_at(file, i, 4);
    const std::string_view type = file.substr(i + 4, 4);
    if (length > file.size() - i - 12) return std::nullopt;
    const std::string_view data = file.substr(i + 8, length);
    if (type == "IHDR") {
      info.width = number_at(data, 0, 4);
      info.height = number_at(data, 4, 4);
      info.bits = static_cast<int>(number_at(data, 8, 1));
      const uint32_t color = number_at(data, 9, 1);
      info.channels = color == 2 ? 3 : color == 4 ? 2 : color == 6 ? 4 : 1;
      info.palette = color == 3;
      info.transparent = color == 4 || color == 6;
      info.interlaced = number_at(data, 12, 1) != 0;
      const bool depth_is_known =
          info.bits == 1 || info.bits == 2 || info.bits == 4 || info.bits == 8 || info.bits == 16;
      if (length != 13 || !depth_is_known || !sides_are_sane(info)) return std::nullopt;
    } else if (info.width == 0) {
      return std::nullopt;  // IHDR comes first
    } else if (type == "tRNS") {
      info.transparent = true;
    } else if (type == "acTL") {
      info.animated = true;
    } else if (type == "eXIf") {
      info.orientation = exif_orientation(data);
    } else if (type == "pHYs" && number_at(data, 8, 1) == 1) {
      info.dots_per_metre = number_at(data, 0, 4);
    } else if (type == "IDAT") {
      return info;
    }
    i += length + 12;
  }
  return std::nullopt;
}

}  // namespace

int exif_orientation(std::string_view tiff) {
  const bool little = tiff.starts_with("II");
  const size_t directory = number_at(tiff, 4, 4, little);
  const uint32_t count = number_at(tiff, directory, 2, little);
  for (uint32_t i = 0; i < count && directory + 14 + size_t{i} * 12 <= tiff.size(); ++i) {
    const size_t entry = directory + 2 + size_t{i} * 12;
    if (number_at(tiff, entry, 2, little) != 0x112) continue;
    const uint32_t value = number_at(tiff, entry + 8, 2, little);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

bool has_known_signature(std::string_view file) {
  return file.starts_with(kJpegSignature) || file.starts_with(kPngSignature) || is_webp(file) || is_gif(file) ||
         is_svg(file);
}

std::optional<ImageInfo> probe(std::string_view file) {
  if (file.starts_with(kJpegSignature)) return probe_jpeg(file);
  if (file.starts_with(kPngSignature)) return probe_png(file);
  if (is_webp(file)) return probe_webp(file);
  if (is_gif(file)) return probe_gif(file);
  if (is_svg(file)) return probe_svg(file);
  return std::nullopt;
}

}  // namespace huozi::image
