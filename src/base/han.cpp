#include "base/han.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace huozi::base {
namespace {

// Texts stand in the rows: pointers to them would have to be relocated each time the program begins.
struct HanRow {
  char32_t character;
  char text[8];
};

// kReadings, kSurnames, kSimplified, kTraditional: in the order of their characters.
#include "base/han_tables.inc"

template <size_t N>
std::string_view find(const HanRow (&rows)[N], char32_t character) {
  const auto* const row = std::lower_bound(std::begin(rows), std::end(rows), character,
                                           [](const HanRow& each, char32_t wanted) { return each.character < wanted; });
  return row != std::end(rows) && row->character == character ? std::string_view(row->text) : std::string_view();
}

}  // namespace

std::string_view han_reading(char32_t character) {
  return find(kReadings, character);
}

std::string_view surname_reading(char32_t character) {
  const std::string_view own = find(kSurnames, character);
  return own.empty() ? han_reading(character) : own;
}

std::string_view to_simplified(char32_t character) {
  return find(kSimplified, character);
}

std::string_view to_traditional(char32_t character) {
  return find(kTraditional, character);
}

}  // namespace huozi::base
