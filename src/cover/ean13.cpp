#include "cover/ean13.h"

#include <algorithm>

namespace huozi::cover {
namespace {

// Number set A, seven modules a digit, the first in the highest bit. C is A with bars for spaces; B is C backwards.
constexpr std::array<unsigned, 10> kSetA = {0b0001101, 0b0011001, 0b0010011, 0b0111101, 0b0100011,
                                            0b0110001, 0b0101111, 0b0111011, 0b0110111, 0b0001011};
// Which of the six left digits are of set B, by the first digit, which has no bars of its own.
constexpr std::array<unsigned, 10> kParity = {0b000000, 0b001011, 0b001101, 0b001110, 0b010011,
                                              0b011001, 0b011100, 0b010101, 0b010110, 0b011010};

constexpr unsigned set_c(unsigned digit) {
  return ~kSetA[digit] & 0b1111111;
}
constexpr unsigned set_b(unsigned digit) {
  unsigned out = 0;
  for (unsigned i = 0; i < 7; ++i) out |= (set_c(digit) >> i & 1) << (6 - i);
  return out;
}

}  // namespace

char ean13_check_digit(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i < 12; ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::optional<Modules> ean13_modules(std::string_view digits) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.size() != 13 || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  if (digits.back() != ean13_check_digit(digits)) return std::nullopt;
  Modules out{};
  size_t at = 0;
  const auto append = [&](unsigned pattern, unsigned count) {
    while (count-- > 0) out[at++] = (pattern >> count & 1) != 0;
  };
  const auto digit = [&](size_t i) { return static_cast<unsigned>(digits[i] - '0'); };
  append(0b101, 3);
  for (size_t i = 1; i <= 6; ++i) {
    const bool even = (kParity[digit(0)] >> (6 - i) & 1) != 0;
    append(even ? set_b(digit(i)) : kSetA[digit(i)], 7);
  }
  append(0b01010, 5);
  for (size_t i = 7; i <= 12; ++i) append(set_c(digit(i)), 7);
  append(0b101, 3);
  return out;
}

}  // namespace huozi::cover
