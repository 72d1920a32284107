// EAN-13, the code of an ISBN, as bars and spaces (GS1 General Specifications 5.2.1; ISO/IEC 15420).
// Not here: its size and its figures (barcode).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace huozi::cover {

constexpr size_t kModules = 95;  // 3 + 6 × 7 + 5 + 6 × 7 + 3

// True: a bar. Without quiet zones.
using Modules = std::array<bool, kModules>;

// The last digit, from the twelve before it. REQUIRES: at least twelve digits.
char ean13_check_digit(std::string_view digits);

// Nothing unless they are 13 digits, the last of them right.
std::optional<Modules> ean13_modules(std::string_view digits);

// Of the three guards, whose bars reach lower than the others'.
constexpr bool is_guard(size_t module) {
  return module < 3 || (module >= 45 && module < 50) || module >= 92;
}

}  // namespace huozi::cover
