// Rows of facts on pages that huozi makes: a label four ems wide and a value. Not here: which facts (imprint_page,
// colophon_page), the look (the stylesheet's).
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "document/front_matter_pages.h"
#include "document/node.h"

namespace huozi::document {

size_t character_count(std::string_view text);

class FactRows {
 public:
  explicit FactRows(size_t section_index) : ids_(section_index) {}

  // p.imprint-entry: span.label, its two or three characters spread over four ems, and the value after an ideographic
  // space. No value, no row.
  void labelled(std::string_view label, std::string_view value);
  void line(std::string class_name, std::string words);
  void paragraph(std::string class_name, Inlines children);

  NodeInfo info(std::string class_name);
  Inline text(std::string words);
  Blocks take() { return std::move(blocks_); }

 private:
  GeneratedIds ids_;
  Blocks blocks_;
};

}  // namespace huozi::document
