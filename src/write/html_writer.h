// What Markdown cannot say, as a stretch of HTML without a blank line: one HTML block of Markdown.
// Not here: Markdown's own forms (markdown_writer). Inside write/ only.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <utility>

#include "document/node.h"

namespace huozi::write {

class HtmlWriter {
 public:
  // `last_note`: the number of the last note written; counted on.
  explicit HtmlWriter(uint32_t& last_note) : last_note_(last_note) {}

  // The block, then the notes called in it, in the same stretch.
  std::string stretch(const document::Block& block);

 private:
  void add(std::span<const document::Block> blocks);
  // What an element holds: text without <p> where it is the only block, or only lists follow.
  void add_content(const document::Blocks& blocks);
  void add(const document::Block& block);
  void add(const document::Inlines& inlines);
  void add(const document::Inline& node);

  void block(const document::Paragraph& node, const document::Attributes& attributes);
  void block(const document::Heading& node, const document::Attributes& attributes);
  void block(const document::Quotation& node, const document::Attributes& attributes);
  void block(const document::List& node, const document::Attributes& attributes);
  void block(const document::DefinitionList& node, const document::Attributes& attributes);
  void block(const document::Table& node, const document::Attributes& attributes);
  void block(const document::CodeBlock& node, const document::Attributes& attributes);
  void block(const document::Figure& node, const document::Attributes& attributes);
  void block(const document::Division& node, const document::Attributes& attributes);
  void block(const document::ThematicBreak& node, const document::Attributes& attributes);
  void add_rows(const document::Table& table, size_t first, size_t last);

  void text(const document::Text& node, const document::Attributes& attributes);
  void text(const document::Styled& node, const document::Attributes& attributes);
  void text(const document::Link& node, const document::Attributes& attributes);
  void text(const document::Image& node, const document::Attributes& attributes);
  void text(const document::LineBreak& node, const document::Attributes& attributes);
  void text(const document::Note& node, const document::Attributes& attributes);
  void text(const document::Ruby& node, const document::Attributes& attributes);
  void text(const document::PageReference& node, const document::Attributes& attributes);
  void text(const document::Leader& node, const document::Attributes& attributes);

  uint32_t& last_note_;
  std::string out_;
  std::deque<std::pair<uint32_t, const document::Note*>> notes_;  // called, not yet written
};

}  // namespace huozi::write
