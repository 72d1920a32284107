// An HTML stretch as a tree of elements, texts and comments with their places in the source (HTML §13.2).
// Not here: what elements mean (html_elements, html_reader). Inside parse/ only.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/html_elements.h"
#include "parse/html_origin.h"
#include "parse/read_context.h"

namespace huozi::parse {

struct HtmlNode {
  enum class Kind { element, text, comment };

  Kind kind = Kind::element;
  std::string name;  // of an element: lower case
  HtmlElement element;
  std::string text;  // of a text or a comment, decoded; a text with entities is several nodes
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<HtmlNode> children;
  source::Span span;         // from the start tag to the end tag
  bool holds_block = false;  // an element in it is a block

  // Null when the attribute is missing.
  const std::string* attribute(std::string_view key) const;
  // The attribute as a URL: without tabs and line ends, trimmed (URL Standard §4.4). Empty when it is missing.
  std::string url(std::string_view key) const;
  // Whether the blank-separated words of the attribute hold `word`.
  bool has_word(std::string_view key, std::string_view word) const;
};

// The root's children are those of the body. Whatever stands before or behind a body belongs to it.
// REQUIRES: `html` is legible_text.
HtmlNode parse_html(std::string_view html, const HtmlOrigin& origin, ReadContext& context);

// All text below the node, comments left out.
std::string text_of(const HtmlNode& node);

}  // namespace huozi::parse
