// The colours every face of a cover has, so that front, spine and back are one sheet. Inside cover/ only.
#pragma once

#include "style/computed_style.h"

namespace huozi::cover {

constexpr style::Color rgb(uint16_t red, uint16_t green, uint16_t blue) {
  return {style::Color::Space::rgb, {red, green, blue, 0}};
}
constexpr style::Color kPaper = rgb(965, 945, 906);
constexpr style::Color kInk = rgb(137, 122, 110);
constexpr style::Color kWhite = {style::Color::Space::cmyk, {0, 0, 0, 0}};

// Of the band and the rules: the sheet's left border of the whole, where it has one with a colour.
inline style::Color accent_of(const style::ComputedStyle& whole) {
  constexpr style::Color kRed = rgb(561, 165, 129);
  const style::BorderSide& border = whole.border.left;
  return border.is_drawn() && border.color != style::Color() ? border.color : kRed;
}

}  // namespace huozi::cover
