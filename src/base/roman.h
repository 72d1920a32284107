// Roman numerals in their one regular form. Not here: other ways to write numbers (style/counter_style).
#pragma once

#include <cstdint>
#include <string>

namespace huozi::base {

constexpr int64_t kLargestRoman = 3999;

// Lower case. Empty for numbers below 1 or above kLargestRoman.
std::string roman(int64_t number);

}  // namespace huozi::base
