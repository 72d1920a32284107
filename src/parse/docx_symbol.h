// Characters of symbol fonts as Unicode characters: Word stores ✓ as a place in Wingdings.
// Not here: fonts. Inside parse/ only.
#pragma once

#include <string>
#include <string_view>

namespace huozi::parse {

// `code` in hexadecimal, as in w:sym. A place of a font the table does not know stays the character of that code; one
// that is no code is U+FFFD.
std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace huozi::parse
