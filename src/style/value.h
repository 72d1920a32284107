// The parts of a property's value: keywords, strings, quantities with their units, colours, functions; and a quantity's
// length in a context of font sizes.
// Not here: which parts a property takes (style/grammar), what they set (style/property).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/computed_style.h"
#include "style/token.h"

namespace huozi::style {

enum class Unit { none, percent, pt, px, pc, mm, cm, inch, q, em, rem, ic, ex, ch, lh, rlh, kai };

struct Quantity {
  int64_t millionths = 0;
  Unit unit = Unit::none;
  bool integer = false;
};

struct Component {
  enum class Kind { keyword, string, quantity, color, function, comma, slash };
  Kind kind = Kind::keyword;
  std::string text;  // the keyword, string, or function's name
  Quantity quantity;
  Color color;
  std::vector<Component> arguments;  // of a function
};

using Components = std::span<const Component>;

// The components of tokens [begin, end), white space left out. Nothing when a token has no place in a value, or there
// are more than 256 components or functions stand deeper than 4.
std::optional<std::vector<Component>> read_components(std::span<const Token> tokens);

// rgb() and #hexadecimal colours are already Component::color; this also knows the names. Nothing: no colour.
std::optional<Color> color_of(const Component& component);
std::string hexadecimal(const Color& color);  // "#1a2b3c", the screen's likeness

// What relative units refer to.
struct LengthContext {
  Length font_size;
  Length line_height;
  Length root_font_size;
  Length root_line_height;
};

bool is_length_unit(Unit unit);
bool is_relative(Unit unit);  // em, lh ... but not %
// The unit named (case does not matter), or nothing.
std::optional<Unit> unit_named(std::string_view name);
// REQUIRES: a length's unit, or none with the number 0. Limited to +-100,000 pt.
Length resolve(const Quantity& quantity, const LengthContext& context);

}  // namespace huozi::style
