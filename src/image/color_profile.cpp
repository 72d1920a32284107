#include "image/color_profile.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/file.h"
#include "image/color_transform.h"

namespace huozi::image {
namespace {

std::string make_srgb() {
  std::string bytes = Profile::srgb().bytes();
  // The day it was made (ICC.1 7.2.10 dateTimeNumber, six 16-bit numbers from byte 24): the first of 2000.
  constexpr std::array<char, 12> kDay = {'\x07', '\xD0', 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  std::copy(kDay.begin(), kDay.end(), bytes.begin() + 24);
  return bytes;
}

// Where systems keep profiles (the color spec of freedesktop.org), and what in them serves general printing.
std::vector<std::filesystem::path> folders() {
  return {"/usr/share/color/icc", "/usr/local/share/color/icc", "/var/lib/color/icc"};
}

constexpr std::array kGeneral = {"PSOcoated_v3",  "PSO_Coated_v3",   "ISOcoated_v2_300_eci", "ISOcoated_v2_eci",
                                 "CoatedFOGRA39", "FOGRA39L_coated", "default_cmyk"};

constexpr std::uintmax_t kLargestProfile = 16 << 20;

// Files of the folders two levels down, in the order of their paths.
std::vector<std::filesystem::path> profile_files() {
  namespace fs = std::filesystem;
  std::vector<fs::path> out;
  for (const fs::path& folder : folders()) {
    std::error_code none;
    std::vector<fs::path> found;
    fs::recursive_directory_iterator each(folder, fs::directory_options::skip_permission_denied, none), end;
    for (; !none && each != end; each.increment(none)) {
      if (each.depth() >= 2) each.disable_recursion_pending();
      const std::string ending = each->path().extension().string();
      if ((ending == ".icc" || ending == ".icm") && each->file_size(none) <= kLargestProfile) {
        found.push_back(each->path());
      }
    }
    std::sort(found.begin(), found.end());
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

}  // namespace

const std::string& srgb_profile() {
  static const std::string bytes = make_srgb();
  return bytes;
}

std::optional<PressProfile> read_press_profile(std::string bytes, RenderingIntent intent) {
  if (bytes.size() < 128 || bytes.size() > kLargestProfile) return std::nullopt;
  const Profile profile = Profile::read(bytes);
  if (!profile || profile.space() != Space::cmyk || !profile.is_of_output_device()) return std::nullopt;
  // It may have no way to its inks, or none of this intent.
  if (!Transform(Profile::read(srgb_profile()), profile, Samples::doubles, intent)) return std::nullopt;
  std::string description = profile.description();
  return PressProfile{std::move(bytes), std::move(description), intent};
}

std::optional<PressProfile> find_press_profile(std::string_view name, RenderingIntent intent) {
  const std::vector<std::filesystem::path> files = profile_files();
  const auto named = [&](std::string_view wanted) -> std::optional<PressProfile> {
    for (const std::filesystem::path& file : files) {
      if (file.stem() != wanted && file.filename() != wanted) continue;
      auto bytes = base::read_file(file);
      if (auto profile = bytes ? read_press_profile(std::move(*bytes), intent) : std::nullopt) return profile;
    }
    return std::nullopt;
  };
  if (!name.empty()) return named(name);
  for (const char* each : kGeneral) {
    if (auto profile = named(each)) return profile;
  }
  return std::nullopt;
}

struct InkConverter::Impl {
  Profile press;
  Transform of_srgb;
  RenderingIntent intent = RenderingIntent::relative;
};

InkConverter::InkConverter(const PressProfile& press) : impl_(std::make_unique<Impl>()) {
  impl_->press = Profile::read(press.bytes);
  impl_->intent = press.intent;
  if (!impl_->press) throw std::runtime_error("the press's colour profile cannot be read");
  impl_->of_srgb = Transform(Profile::read(srgb_profile()), impl_->press, Samples::doubles, press.intent);
  if (!impl_->of_srgb) throw std::runtime_error("the press's colour profile cannot be used");
}

InkConverter::~InkConverter() = default;

RenderingIntent InkConverter::intent() const {
  return impl_->intent;
}

std::array<uint16_t, 4> InkConverter::inks(uint16_t red, uint16_t green, uint16_t blue) const {
  const std::array<double, 3> from = {red / 1000.0, green / 1000.0, blue / 1000.0};
  std::array<double, 4> to{};  // per cent
  impl_->of_srgb.run(from.data(), to.data(), 1);
  std::array<uint16_t, 4> out{};
  // Whole per cents: a difference in the last digit of a double changes no byte of the file.
  for (size_t i = 0; i < 4; ++i) out[i] = static_cast<uint16_t>(std::lround(std::clamp(to[i], 0.0, 100.0)) * 10);
  return out;
}

namespace {

bool is_all_grey(const Bitmap& bitmap) {
  const size_t channels = bitmap.channels();
  for (size_t i = 0; i + 2 < bitmap.samples.size(); i += channels) {
    const uint8_t* pixel = bitmap.samples.data() + i;
    if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) return false;
  }
  return true;
}

Bitmap like(const Bitmap& bitmap, Space space) {
  Bitmap made;
  made.width = bitmap.width;
  made.height = bitmap.height;
  made.space = space;
  made.alpha = bitmap.alpha;
  made.samples.resize(made.height * made.row_bytes());
  return made;
}

Bitmap grey_of(const Bitmap& bitmap) {
  Bitmap made = like(bitmap, Space::gray);
  const size_t from = bitmap.channels(), to = made.channels();
  for (size_t i = 0; i < size_t{bitmap.width} * bitmap.height; ++i) {
    made.samples[i * to] = bitmap.samples[i * from];
    if (bitmap.alpha) made.samples[i * to + 1] = bitmap.samples[i * from + 3];
  }
  return made;
}

}  // namespace

void InkConverter::convert(Bitmap& bitmap) const {
  if (bitmap.space == Space::rgb && is_all_grey(bitmap)) bitmap = grey_of(bitmap);
  const std::string own = std::exchange(bitmap.profile, {});
  if (bitmap.space == Space::gray) return;
  const Samples samples = bitmap.alpha ? Samples::bytes_alpha : Samples::bytes;
  Transform way;
  if (const Profile from = Profile::of_picture(own, bitmap.space)) {
    way = Transform(from, impl_->press, samples, impl_->intent);
  }
  if (!way && bitmap.space == Space::rgb) {
    way = Transform(Profile::read(srgb_profile()), impl_->press, samples, impl_->intent);
  }
  if (!way) return;  // inks of no known press
  Bitmap made = like(bitmap, Space::cmyk);
  for (size_t y = 0; y < bitmap.height; ++y) way.run(bitmap.row(y), made.row(y), bitmap.width);
  bitmap = std::move(made);
}

int most_ink(const Bitmap& bitmap) {
  int most = 0;
  const size_t channels = bitmap.channels();
  for (size_t i = 0; i < bitmap.samples.size(); i += channels) {
    const uint8_t* pixel = bitmap.samples.data() + i;
    const int ink = bitmap.space == Space::cmyk ? pixel[0] + pixel[1] + pixel[2] + pixel[3] : 255 - pixel[0];
    most = std::max(most, ink);
  }
  return (most * 100 + 127) / 255;
}

}  // namespace huozi::image
