// Bytes made fit for the parsers, and the characters that never reach the tree.
// Not here: white space (white_space), UTF-8 itself (base/utf8).
#pragma once

#include <string>
#include <string_view>

namespace huozi::parse {

// Stands for one ill-formed byte or NUL, so that offsets stay those of the file. White space handling turns it into
// U+FFFD.
constexpr char kIllegible = '\x1A';

// `text` with every ill-formed byte and NUL replaced by kIllegible: well-formed UTF-8, byte for byte as long.
std::string legible_text(std::string_view text);

// Controls other than white space, zero-width space, byte order mark, noncharacters: nothing is seen of them.
bool is_invisible(char32_t code_point);

// Without invisible characters; kIllegible becomes U+FFFD. For attributes, code and other text kept as it stands.
std::string visible_text(std::string_view text);

// Blanks, tabs, line and form feeds made one blank each run, none at the ends.
std::string on_one_line(std::string_view text);

}  // namespace huozi::parse
