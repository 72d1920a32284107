// Letters of ASCII, whatever the locale: names of elements, properties, keys, schemes. Not here: text (utf8, ICU).
#pragma once

#include <string>
#include <string_view>

namespace huozi::base {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A-Z in lower case, every other byte as it is.
std::string lower(std::string_view text);

}  // namespace huozi::base
