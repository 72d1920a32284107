// From the document model to Markdown in the dialect that parse/ reads. One writer an article.
// Not here: front matter (front_matter). Inside write/ only.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/node.h"
#include "write/escape.h"

namespace huozi::write {

class MarkdownWriter {
 public:
  // The blocks, then the texts of the notes called in them. Without a final line feed.
  std::string body(const document::Blocks& blocks);

 private:
  using Notes = std::deque<std::pair<uint32_t, const document::Note*>>;

  // markdown_blocks.cpp
  std::string flow(const document::Blocks& blocks, bool tight);
  std::string block(const document::Block& block, const document::Block* before, bool tight);
  std::string heading(const document::Heading& heading, const document::Block& block);
  std::string code(const document::CodeBlock& code, const document::Block& block);
  std::string division(const document::Division& division, const document::Block& block, bool tight);
  std::string note(uint32_t number, const document::Note& note);
  std::string html(const document::Block& block);

  // markdown_lists.cpp
  std::string list(const document::List& list, const document::Block& block, bool other_mark);
  std::string definitions(const document::DefinitionList& list, const document::Block& block, bool follows_another);

  // markdown_tables.cpp
  std::string table(const document::Table& table, const document::Block& block);
  std::optional<std::string> pipe_row(const std::vector<document::TableCell>& row);

  // markdown_inlines.cpp
  std::string line(const document::Inlines& inlines, Place place);

  friend class InlineWriter;

  Notes notes_;  // called, their texts not yet written
  uint32_t last_note_ = 0;
  bool keeps_lines_ = false;       // in a division whose line ends are meant
  bool marked_otherwise_ = false;  // the last list has the second of two marks
};

// Indents every line that is not empty; the first one with `first`.
std::string indented(std::string_view text, std::string_view first, std::string_view others);

// Whether the block cannot begin on the line of a list item's mark.
bool starts_below(const document::Block& block);
// Whether a list's item can hold the blocks without blank lines between them.
bool stands_tight(const document::Blocks& blocks);

}  // namespace huozi::write
