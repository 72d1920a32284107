// Lengths as a print shop states them: millimetres to the thousandth, kept as whole micrometres.
// Not here: lengths of stylesheets (style/), what a length is good for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/length.h"

namespace huozi::print {

using Micrometres = uint32_t;

// "80mm", "12.5 mm", "8cm", "0.105" (a number alone is of mm). Digits beyond the thousandth are dropped. Nothing for
// other texts and for more than 10 m.
std::optional<Micrometres> read_millimetres(std::string_view text);

// "12.5": without zeros at the end, without the unit.
std::string in_millimetres(Micrometres length);

constexpr base::Length to_length(Micrometres length) {
  return base::Length::ratio(int64_t{length} * 72, 25400);
}
// Rounded to the nearest. REQUIRES: not negative, and less than 4 km.
constexpr Micrometres to_micrometres(base::Length length) {
  return static_cast<Micrometres>(length.scaled(25400, 72 * base::Length::kUnitsPerPoint).raw());
}

}  // namespace huozi::print
