#include "image/color_transform.h"

#include <lcms2.h>

#include <array>
#include <stdexcept>

namespace huozi::image {
namespace {

cmsUInt32Number format_of(Space space, Samples samples) {
  const bool real = samples == Samples::doubles;
  const cmsUInt32Number alpha = EXTRA_SH(samples == Samples::bytes_alpha ? 1 : 0);
  switch (space) {
    case Space::gray:
      return (real ? TYPE_GRAY_DBL : TYPE_GRAY_8) | alpha;
    case Space::rgb:
      return (real ? TYPE_RGB_DBL : TYPE_RGB_8) | alpha;
    case Space::cmyk:
      break;
  }
  return (real ? TYPE_CMYK_DBL : TYPE_CMYK_8) | alpha;
}

cmsUInt32Number flags_of(Samples samples) {
  return cmsFLAGS_BLACKPOINTCOMPENSATION | (samples == Samples::bytes_alpha ? cmsFLAGS_COPY_ALPHA : 0) |
         (samples == Samples::doubles ? cmsFLAGS_NOCACHE : 0);
}

}  // namespace

void Profile::Close::operator()(void* handle) const {
  cmsCloseProfile(handle);
}

void Transform::Delete::operator()(void* handle) const {
  cmsDeleteTransform(handle);
}

Profile Profile::read(std::string_view bytes) {
  if (bytes.empty()) return {};
  return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

Profile Profile::of_picture(std::string_view bytes, Space space) {
  Profile own = read(bytes);
  if (!own || own.space() != space) return {};
  const cmsProfileClassSignature kind = cmsGetDeviceClass(own.handle_.get());
  if (kind == cmsSigLinkClass || kind == cmsSigAbstractClass || kind == cmsSigNamedColorClass) return {};
  return own;
}

Profile Profile::srgb() {
  return Profile(cmsCreate_sRGBProfile());
}

Profile Profile::srgb_gray() {
  const std::array<cmsFloat64Number, 5> curve = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  cmsToneCurve* const tone = cmsBuildParametricToneCurve(nullptr, 4, curve.data());
  Profile gray(cmsCreateGrayProfile(cmsD50_xyY(), tone));
  cmsFreeToneCurve(tone);
  return gray;
}

std::optional<Space> Profile::space() const {
  const cmsColorSpaceSignature signature = cmsGetColorSpace(handle_.get());
  if (signature == cmsSigGrayData) return Space::gray;
  if (signature == cmsSigRgbData) return Space::rgb;
  if (signature == cmsSigCmykData) return Space::cmyk;
  return std::nullopt;
}

bool Profile::is_of_output_device() const {
  return cmsGetDeviceClass(handle_.get()) == cmsSigOutputClass;
}

std::string Profile::description() const {
  const cmsUInt32Number size = cmsGetProfileInfoASCII(handle_.get(), cmsInfoDescription, "en", "US", nullptr, 0);
  std::string text(size, '\0');
  if (size > 0) cmsGetProfileInfoASCII(handle_.get(), cmsInfoDescription, "en", "US", text.data(), size);
  std::erase_if(text, [](char c) { return c < ' ' || c > '~'; });
  return text;
}

std::string Profile::bytes() const {
  cmsSetProfileVersion(handle_.get(), 4.2);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(handle_.get(), nullptr, &size);
  std::string out(size, '\0');
  if (!cmsSaveProfileToMem(handle_.get(), out.data(), &size)) throw std::runtime_error("no colour profile can be made");
  return out;
}

Transform::Transform(const Profile& from, const Profile& to, Samples samples, RenderingIntent intent) {
  handle_.reset(cmsCreateTransform(
      from.handle_.get(), format_of(from.space().value(), samples), to.handle_.get(),
      format_of(to.space().value(), samples),
      intent == RenderingIntent::relative ? INTENT_RELATIVE_COLORIMETRIC : INTENT_PERCEPTUAL, flags_of(samples)));
}

void Transform::run(const void* from, void* to, uint32_t count) const {
  cmsDoTransform(handle_.get(), from, to, count);
}

}  // namespace huozi::image
