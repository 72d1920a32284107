#include <fmt/format.h>

#include "proof/rules.h"

namespace huozi::proof {
namespace {

bool stands_for_none(char32_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

}  // namespace

void check_characters(const Stretch& text, Findings& out) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    if (!stands_for_none(text.at(i)) || stands_for_none(text.before(i))) continue;
    size_t end = i + 1;
    while (stands_for_none(text.at(end))) ++end;
    report(out, text, "proof.c05", i, end, {fmt::format("U+{:04X}", static_cast<uint32_t>(text.at(i)))});
  }
}

}  // namespace huozi::proof
