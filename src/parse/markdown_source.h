// A Markdown body made ready for the parser, and the way back from the parser's lines and columns to the file.
// Not here: the tree. Inside parse/ only.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.h"
#include "parse/markdown_emphasis.h"
#include "parse/markdown_lines.h"
#include "source/source_file.h"

namespace huozi::parse {

// A line of colons: `::: verse` or `::: {.verse #id}` opens a division, `:::` alone closes one (Pandoc's fenced divs).
struct DivisionFence {
  bool opens = false;
  document::Attributes attributes;
  source::Span span;
};

class MarkdownSource {
 public:
  MarkdownSource(const source::SourceFile& file, uint32_t body_begin);

  // What the parser is given, as long as the body. Masked for emphasis; every fence of a division is an HTML block of
  // its own line; the colon of what may be a definition is a list mark, so that it goes on where a list item does;
  // before everything stands a paragraph that calls every note, so that the parser keeps notes nobody calls.
  const std::string& prepared() const { return prepared_; }
  bool has_call_paragraph() const { return added_lines_ > 0; }

  // The body as it is in the file; offsets below count from its beginning.
  std::string_view text() const { return text_; }
  std::string restore(std::string_view part) const { return masked_.restore(part); }

  // Of the parser's position, both from 1, columns in bytes; clamped to the body.
  size_t offset(int line, int column) const;
  // Of a line's beginning, and behind its last character.
  size_t line_begin(int line) const;
  size_t line_end(int line) const;
  source::Span span(size_t begin, size_t end) const;

  // The fence on the parser's line, or null.
  const DivisionFence* fence(int line) const;
  // Whether what begins at the parser's position is marked as a definition.
  bool marks_definition(int line, int column) const;
  // Takes back the marks on all lines but these of the parser's; tells whether there were any.
  bool keep_definitions(const std::set<int>& lines);
  // A code block's text with the fences of divisions in it as they are written. `line`: of its first line.
  std::string restore_code(std::string_view literal, int line) const;

 private:
  void find_fences(const std::vector<MarkdownLine>& lines);
  void find_definitions(const std::vector<MarkdownLine>& lines);
  void call_notes(const std::vector<MarkdownLine>& lines);

  source::FileId file_;
  uint32_t begin_;
  std::string text_;
  MaskedMarkdown masked_;
  std::string prepared_;
  std::vector<size_t> line_begins_;
  std::map<size_t, DivisionFence> fences_;  // by line of the body, from 0
  std::map<size_t, size_t> definitions_;    // by line of the body, from 0: offset of the colon
  int added_lines_ = 0;
  size_t added_bytes_ = 0;
};

}  // namespace huozi::parse
