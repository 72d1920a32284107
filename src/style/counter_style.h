// Counter styles (CSS Counter Styles 3): an integer as ①, iv, 一百二十. @counter-style rules and the predefined ones.
// Not here: counters' values (layout/).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huozi::style {

struct CounterStyle {
  enum class System { cyclic, numeric, alphabetic, symbolic, additive, fixed, extends };
  std::string name;
  System system = System::symbolic;
  int64_t first = 1;  // of `fixed`
  std::string base;   // of `extends`
  std::vector<std::string> symbols;
  std::vector<std::pair<int64_t, std::string>> additive;  // weights falling
  std::optional<std::string> prefix, suffix, negative;    // nothing: "", ". ", "-", or those of the base
  std::optional<std::pair<int64_t, int64_t>> range;       // nothing: the system's own
  std::string fallback;                                   // empty: decimal
  unsigned media = 3;
};

// The style of a name, or null; styles of a sheet hide predefined ones.
using FindCounterStyle = std::function<const CounterStyle*(std::string_view name)>;

// Without prefix and suffix. An unknown style, or one that ends its fallbacks in vain, gives decimal digits.
std::string represent(std::string_view name, int64_t value, const FindCounterStyle& find);
// With them, as a list's marker: "1. ", "一、".
std::string represent_marker(std::string_view name, int64_t value, const FindCounterStyle& find);

}  // namespace huozi::style
