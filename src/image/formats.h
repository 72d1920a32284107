// What decode.h, check.h and probe.h do, one format a file. Inside image/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "image/bitmap.h"
#include "image/check.h"
#include "image/decode.h"
#include "image/probe.h"

namespace huozi::image {

constexpr uint32_t kLongestSide = 65'535;
constexpr size_t kMostProfileBytes = 4 << 20;

// TIFF's first directory, tag 0x112: what EXIF says of the orientation; 1 where it says nothing.
int exif_orientation(std::string_view tiff);

Condition check_jpeg(std::string_view file, const ImageInfo& info);
std::optional<Bitmap> decode_jpeg(std::string_view file, const ImageInfo& info, const Wanted& wanted);
std::string jpeg_profile(std::string_view file);

Condition check_png(std::string_view file);
std::optional<Bitmap> decode_png(std::string_view file);
std::string png_profile(std::string_view file);

std::optional<ImageInfo> probe_webp(std::string_view file);
std::optional<Bitmap> decode_webp(std::string_view file);

std::optional<ImageInfo> probe_gif(std::string_view file);
std::optional<Bitmap> decode_gif(std::string_view file);

bool is_svg(std::string_view file);
std::optional<ImageInfo> probe_svg(std::string_view file);
std::optional<Bitmap> draw_svg(std::string_view file, const ImageInfo& info, const Wanted& wanted);

}  // namespace huozi::image
