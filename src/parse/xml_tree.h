// An XML file as a tree whose white space is kept, for the formats made of XML: Word's parts and feeds.
// Not here: what elements mean. tinyxml2 stays inside; it reads no DTD and knows no entities but XML's own five.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huozi::parse {

struct XmlNode {
  std::string_view name;   // without prefix; empty: a text
  std::string_view space;  // of an element: the short name of its namespace (atom, dc, content, xhtml ...), empty for
                           // none, else "other"
  std::string text;        // of a text; references decoded, line ends LF
  std::vector<std::pair<std::string_view, std::string>> attributes;  // names without prefix
  std::vector<XmlNode> children;
  uint32_t line = 0;  // 1 is the first
  // For readers: bytes [begin, end) of the text they make of the file.
  uint32_t begin = 0;
  uint32_t end = 0;

  bool is(std::string_view wanted) const { return name == wanted; }
  // Null when there is none.
  const XmlNode* child(std::string_view wanted) const;
  const std::string* attribute(std::string_view key) const;
  // Empty when it is missing.
  std::string_view value(std::string_view key) const;
  // All texts in it, in order.
  std::string all_text() const;
};

// Can be moved only: its nodes' names lie in it.
struct XmlTree {
  XmlNode root;  // without a name: nothing could be read
  std::unique_ptr<std::deque<std::string>> names = std::make_unique<std::deque<std::string>>();
  // When the root has no name: why, in English, and where (0: not known).
  std::string fault;
  uint32_t fault_line = 0;

  bool good() const { return !root.name.empty(); }
};

// Bounds: 100 levels, 4 million tags and attributes, 250 attributes an element. Ill-formed UTF-8 and NUL become
// kIllegible (legible.h).
XmlTree parse_xml(std::string_view xml);

}  // namespace huozi::parse
