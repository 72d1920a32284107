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

// A sheet and its leaves (开本): "850×1168 1/32", "890 mm × 1240 mm, 1/16"; nothing when the shape is wrong or the
// figures are none that presses have.
struct SheetFormatCode {
  int width = 0, height = 0;  // mm
  int leaves = 0;
};
std::optional<SheetFormatCode> read_sheet_format(std::string_view text);

// Whether a fact of the edition stands for one to come: it ends with an ellipsis, has 待定, TODO and the like, or
// signs such as XX, ××, ？？, □ where figures belong (2022年X月).
bool is_placeholder(std::string_view text);
// The same of a line of CIP data, where words are cut by rule (Ⅰ.①铅… Ⅱ.①林…): an ellipsis counts after figures and
// marks only.
bool is_cip_placeholder(std::string_view line);

// Three lower-case letters.
bool is_relator_code(std::string_view text);

// A relative path that does not leave the folder it is relative to, without NUL.
bool is_inside_path(std::string_view path);

}  // namespace huozi::parse
