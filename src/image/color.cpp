#include "image/color.h"

#include <lcms2.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace huozi::image {
namespace {

struct Release {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, Release>;

struct ReleaseTransform {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, ReleaseTransform>;

// IEC 61966-2-1.
Profile srgb_gray() {
  const std::array<cmsFloat64Number, 5> curve = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  cmsToneCurve* const tone = cmsBuildParametricToneCurve(nullptr, 4, curve.data());
  Profile gray(cmsCreateGrayProfile(cmsD50_xyY(), tone));
  cmsFreeToneCurve(tone);
  return gray;
}

cmsColorSpaceSignature signature_of(Space space) {
  return space == Space::gray ? cmsSigGrayData : space == Space::rgb ? cmsSigRgbData : cmsSigCmykData;
}

// From the profile's colours to sRGB's, or to its greys; alpha is passed over. Null: the profile is of no use.
Transform transform_of(std::string_view bytes, Space space) {
  if (bytes.empty()) return nullptr;
  const Profile from(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
  if (!from || cmsGetColorSpace(from.get()) != signature_of(space)) return nullptr;
  const cmsProfileClassSignature kind = cmsGetDeviceClass(from.get());
  if (kind == cmsSigLinkClass || kind == cmsSigAbstractClass || kind == cmsSigNamedColorClass) return nullptr;
  const bool gray = space == Space::gray;
  const Profile to = gray ? srgb_gray() : Profile(cmsCreate_sRGBProfile());
  const cmsUInt32Number in = gray ? TYPE_GRAY_8 : space == Space::rgb ? TYPE_RGB_8 : TYPE_CMYK_8;
  // Pictures as printed look like: what is beyond sRGB is brought in, white stays white.
  return Transform(cmsCreateTransform(from.get(), in, to.get(), gray ? TYPE_GRAY_8 : TYPE_RGB_8,
                                      INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION));
}

void subtract_inks(const uint8_t* inks, uint8_t* colors, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i, inks += 4, colors += 3) {
    const int light = 255 - inks[3];
    for (int k = 0; k < 3; ++k) colors[k] = static_cast<uint8_t>(((255 - inks[k]) * light + 127) / 255);
  }
}

}  // namespace

bool is_near_srgb(std::string_view profile, Space space) {
  const Transform transform = transform_of(profile, space);
  if (!transform) return true;
  if (space == Space::cmyk) return false;
  constexpr int kTolerance = 4;
  constexpr int kStep = 51;
  const int channels = space == Space::gray ? 1 : 3;
  const int colors = channels == 1 ? 6 : 6 * 6 * 6;
  for (int i = 0; i < colors; ++i) {
    std::array<uint8_t, 3> from{}, to{};
    for (int k = 0, rest = i; k < channels; ++k, rest /= 6)
      from[static_cast<size_t>(k)] = static_cast<uint8_t>(rest % 6 * kStep);
    cmsDoTransform(transform.get(), from.data(), to.data(), 1);
    for (size_t k = 0; k < static_cast<size_t>(channels); ++k) {
      if (std::abs(from[k] - to[k]) > kTolerance) return false;
    }
  }
  return true;
}

void make_srgb(Bitmap& bitmap) {
  const Transform transform = transform_of(bitmap.profile, bitmap.space);
  bitmap.profile.clear();
  const bool inks = bitmap.space == Space::cmyk;
  if (!transform && !inks) return;
  Bitmap made;
  made.width = bitmap.width;
  made.height = bitmap.height;
  made.alpha = bitmap.alpha;
  made.space = inks ? Space::rgb : bitmap.space;
  const size_t from_channels = bitmap.channels(), from_colors = bitmap.colors();
  const size_t to_channels = made.channels(), to_colors = made.colors();
  made.samples.resize(made.height * made.row_bytes());
  std::vector<uint8_t> from(bitmap.width * from_colors), to(bitmap.width * to_colors);
  for (size_t y = 0; y < bitmap.height; ++y) {
    const uint8_t* source = bitmap.row(y);
    uint8_t* target = made.row(y);
    for (size_t x = 0; x < bitmap.width; ++x) {
      for (size_t k = 0; k < from_colors; ++k) from[x * from_colors + k] = source[x * from_channels + k];
    }
    if (transform) {
      cmsDoTransform(transform.get(), from.data(), to.data(), bitmap.width);
    } else {
      subtract_inks(from.data(), to.data(), bitmap.width);
    }
    for (size_t x = 0; x < bitmap.width; ++x) {
      for (size_t k = 0; k < to_colors; ++k) target[x * to_channels + k] = to[x * to_colors + k];
      if (bitmap.alpha) target[x * to_channels + to_colors] = source[x * from_channels + from_colors];
    }
  }
  bitmap = std::move(made);
}

}  // namespace huozi::image
