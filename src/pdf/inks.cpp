#include "pdf/inks.h"

#include <algorithm>

#include "pdf/rendering_intent.h"

namespace huozi::pdf {
namespace {

using style::Color;

constexpr std::string_view kOverprint = "G1", kKnockout = "G0";

void append(std::string& out, const Color& color, size_t count, const char* operation) {
  for (size_t i = 0; i < count; ++i) {
    append_decimal(out, std::min<int>(color.components[i], 1000), 3);
    out += ' ';
  }
  out += operation;
}

// ISO 32000-1, 10.3.5.
Color light_of(const Color& inks) {
  Color out{Color::Space::rgb, {}};
  for (size_t i = 0; i < 3; ++i) {
    const int covered = std::min(1000, inks.components[i] + inks.components[3]);
    out.components[i] = static_cast<uint16_t>(1000 - covered);
  }
  return out;
}

}  // namespace

Inks::Inks(Standard standard, const std::optional<image::PressProfile>& press) : standard_(standard) {
  if (press) converter_ = std::make_shared<const image::InkConverter>(*press);
}

bool Inks::converts(const Color& color) const {
  const auto& c = color.components;
  return is_press(standard_) && color.space == Color::Space::rgb && !(c[0] == c[1] && c[1] == c[2]);
}

bool Inks::is_black(const Color& color) {
  const auto& c = color.components;
  switch (color.space) {
    case Color::Space::gray:
      return true;
    case Color::Space::rgb:
      return c[0] == c[1] && c[1] == c[2];
    case Color::Space::cmyk:
      return c[0] == 0 && c[1] == 0 && c[2] == 0;
  }
  return true;
}

Color Inks::written(const Color& color) const {
  if (!is_press(standard_)) {
    return is_archive(standard_) && color.space == Color::Space::cmyk ? light_of(color) : color;
  }
  const auto& c = color.components;
  const auto black = [](int ink) {
    return Color{Color::Space::cmyk, {0, 0, 0, static_cast<uint16_t>(std::clamp(ink, 0, 1000))}};
  };
  if (color.space == Color::Space::gray) return black(c[0]);
  if (color.space == Color::Space::cmyk) return color;
  if (!converts(color)) return black(1000 - c[0]);
  return {Color::Space::cmyk,
          converter_ ? converter_->inks(c[0], c[1], c[2])
                     : std::array<uint16_t, 4>{static_cast<uint16_t>(1000 - c[0]), static_cast<uint16_t>(1000 - c[1]),
                                               static_cast<uint16_t>(1000 - c[2]), 0}};
}

std::string Inks::fill(const Color& color) const {
  const Color shown = written(color);
  std::string out;
  if (is_press(standard_)) {
    const bool black = shown.components == std::array<uint16_t, 4>{0, 0, 0, 1000};
    out.append("/").append(black ? kOverprint : kKnockout).append(" gs\n");
  }
  switch (shown.space) {
    case Color::Space::gray:  // ink, where DeviceGray counts light
      append_decimal(out, 1000 - std::min<int>(shown.components[0], 1000), 3);
      return out + " g\n";
    case Color::Space::rgb:
      append(out, shown, 3, "rg\n");
      return out;
    case Color::Space::cmyk:
      append(out, shown, 4, "k\n");
      return out;
  }
  return out;
}

std::string Inks::stroke(const Color& color) const {
  std::string out = fill(color);
  const size_t colour = is_press(standard_) ? out.find('\n') + 1 : 0;
  std::transform(out.begin() + static_cast<std::ptrdiff_t>(colour), out.end(),
                 out.begin() + static_cast<std::ptrdiff_t>(colour),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

Dict Inks::graphics_states() const {
  Dict out;
  if (!is_press(standard_)) return out;
  const image::RenderingIntent intent = converter_ ? converter_->intent() : image::RenderingIntent::relative;
  // Mode 1: an ink of no amount leaves what is below it (8.6.7).
  for (const std::string_view name : {kKnockout, kOverprint}) {
    const Val on = Val::boolean(name == kOverprint);
    out.add(name, Dict().add("OP", on).add("op", on).add("OPM", 1).add("RI", name_of(intent)));
  }
  return out;
}

}  // namespace huozi::pdf
