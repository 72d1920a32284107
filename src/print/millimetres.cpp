#include "print/millimetres.h"

namespace huozi::print {
namespace {

constexpr uint64_t kMost = 10'000'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<Micrometres> read_millimetres(std::string_view text) {
  uint64_t value = 0;  // micrometres, as if the unit were mm
  size_t at = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    value = value * 10 + static_cast<uint64_t>(text[at] - '0');
    if (value > kMost) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  value *= 1000;
  uint64_t ten_thousandths = 0;  // one digit more, for cm
  if (at < text.size() && text[at] == '.') {
    const size_t begin = ++at;
    for (uint64_t place = 1000; at < text.size() && is_digit(text[at]); ++at, place /= 10) {
      ten_thousandths += static_cast<uint64_t>(text[at] - '0') * place;
    }
    if (at == begin) return std::nullopt;
  }
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string_view unit = text.substr(at);
  if (unit == "cm") {
    value = value * 10 + ten_thousandths;
  } else if (unit.empty() || unit == "mm") {
    value += ten_thousandths / 10;
  } else {
    return std::nullopt;
  }
  return value <= kMost ? std::optional(static_cast<Micrometres>(value)) : std::nullopt;
}

std::string in_millimetres(Micrometres length) {
  std::string out = std::to_string(length / 1000);
  const uint32_t rest = length % 1000;
  if (rest == 0) return out;
  const std::string digits = std::to_string(1000 + rest);
  return out + "." + digits.substr(1, digits.find_last_not_of('0'));
}

}  // namespace huozi::print
