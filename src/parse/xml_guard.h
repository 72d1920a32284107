// XML made safe for tinyxml2: its size counted, and white space between tags written so that it is not dropped.
// Not here: the tree (xml_tree). Inside parse/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::parse {

struct GuardedXml {
  std::string text;   // the same lines; a text of blanks begins with a character reference
  std::string fault;  // not empty: the bound that is passed, in English
  uint32_t fault_line = 0;
};

// tinyxml2 drops texts of blanks and takes quadratic time over an element's attributes.
GuardedXml guarded_xml(std::string_view xml);

// A tag, comment, CDATA section, instruction or declaration: bytes [begin, end), with both brackets; end is the text's
// size when it is never closed.
struct XmlMarkup {
  enum class Kind { open, empty, close, other };
  Kind kind = Kind::other;
  std::string_view name;  // of a tag, with its prefix
  size_t begin = 0;
  size_t end = 0;
};

// The next one at or after `from`; begin is the text's size when there is none.
XmlMarkup next_markup(std::string_view xml, size_t from);

}  // namespace huozi::parse
