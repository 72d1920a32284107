// The shapes of codes in book.yaml: language tags, ISBNs, MARC relators, file paths.
// Not here: whether what they name exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huozi::parse {

// A BCP 47 language tag (RFC 5646 §2.1) in its usual case (zh-Hans-CN), or nothing when the shape is wrong.
std::optional<std::string> language_tag(std::string_view text);

// The digits of an ISBN-13 (ISO 2108), written with hyphens or blanks between them; nothing unless they are 13 that
// begin with 978 or 979. The last of them need not be the check digit it should be.
struct Isbn {
  std::string digits;
  char check_digit = '0';  // made from the first twelve
};
std::optional<Isbn> read_isbn(std::string_view text);

// Three lower-case letters.
bool is_relator_code(std::string_view text);

// A relative path that does not leave the folder it is relative to, without NUL.
bool is_inside_path(std::string_view path);

}  // namespace huozi::parse
