#include "epub/colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace huozi::epub {
namespace {

constexpr double kLeastContrast = 4.5;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r\f";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool leaves_it(std::string_view value) {
  constexpr std::array<std::string_view, 8> kWords = {"inherit", "initial",      "unset",       "revert",
                                                      "none",    "currentcolor", "transparent", "currentColor"};
  return std::find(kWords.begin(), kWords.end(), value) != kWords.end();
}

// 0xRRGGBB.
std::optional<uint32_t> colour(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, uint32_t>, 4> kNames = {
      {{"black", 0}, {"white", 0xFFFFFF}, {"gray", 0x808080}, {"grey", 0x808080}}};
  for (const auto& [name, rgb] : kNames) {
    if (name == value) return rgb;
  }
  if (value.size() != 4 && value.size() != 7) return std::nullopt;
  if (value[0] != '#') return std::nullopt;
  uint32_t rgb = 0;
  for (const char c : value.substr(1)) {
    const auto digit =
        std::string_view("0123456789abcdef").find(static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
    if (digit == std::string_view::npos) return std::nullopt;
    rgb = rgb << 4 | static_cast<uint32_t>(digit);
    if (value.size() == 4) rgb = rgb << 4 | static_cast<uint32_t>(digit);
  }
  return rgb;
}

// WCAG 2.1, relative luminance.
double luminance(uint32_t rgb) {
  const auto linear = [](uint32_t part) {
    const double value = static_cast<double>(part & 0xFF) / 255;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
}

double contrast(uint32_t a, uint32_t b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

bool is_plain(std::string_view body) {
  std::string_view text, ground;
  while (!body.empty()) {
    const size_t end = std::min(body.find(';'), body.size());
    const std::string_view declaration = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    const size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = trimmed(declaration.substr(0, colon));
    const std::string_view value = trimmed(declaration.substr(colon + 1));
    if (leaves_it(value)) continue;
    if (name == "color") text = value;
    if (name == "background" || name == "background-color") ground = value;
  }
  if (text.empty() && ground.empty()) return true;
  const auto ink = colour(text), paper = colour(ground);
  return ink && paper && contrast(*ink, *paper) >= kLeastContrast;
}

}  // namespace

bool has_plain_colours(std::string_view css) {
  for (size_t open = css.find('{'); open != std::string_view::npos; open = css.find('{', open + 1)) {
    const size_t close = std::min(css.find_first_of("{}", open + 1), css.size());
    if (!is_plain(css.substr(open + 1, close - open - 1))) return false;
  }
  return true;
}

}  // namespace huozi::epub
