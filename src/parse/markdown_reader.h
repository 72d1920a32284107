// From cmark's tree to blocks and inlines of the document model. One reader an article.
// Not here: what is done before the parser (markdown_source) and to its texts (markdown_spans). Inside parse/ only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/node.h"
#include "parse/markdown_source.h"
#include "parse/read_context.h"

struct cmark_node;

namespace huozi::parse {

class MarkdownReader {
 public:
  // The references must outlive the reader.
  MarkdownReader(MarkdownSource& source, ReadContext& context) : source_(source), context_(context) {}

  document::Blocks read();

 private:
  struct Note {
    std::string label;
    cmark_node* text = nullptr;
    bool set = false;
    bool open = false;  // being read: a note may not hold itself
  };

  // markdown_blocks.cpp
  void add_blocks(cmark_node* parent, document::Blocks& out, int depth);
  void add_block(cmark_node* node, document::Blocks& out, int depth);
  void add_flat(cmark_node* node, document::Blocks& out);
  void add_paragraph(cmark_node* node, document::Blocks& out);
  void add_heading(cmark_node* node, document::Blocks& out);
  void add_list(cmark_node* node, cmark_node* first_item, document::Blocks& out, int depth);
  void add_table(cmark_node* node, document::Blocks& out);
  void add_code(cmark_node* node, document::Blocks& out);
  void add_html(cmark_node* node, document::Blocks& out);
  void find_notes(cmark_node* document);
  void add_unused_notes(document::Blocks& out);
  source::Span block_span(cmark_node* node) const;
  std::string html_text(cmark_node* node, source::Span& span, bool& exact) const;

  // markdown_definitions.cpp
  std::set<int> lines_that_define(cmark_node* document) const;
  bool is_definition(cmark_node* item) const;
  // Whether the paragraph's lines are terms, their definitions coming next.
  bool has_definitions(cmark_node* paragraph) const;
  // A paragraph of terms, its definitions, and what follows them in the same way. Returns the last node it has read.
  cmark_node* add_definitions(cmark_node* terms, document::Blocks& out, int depth);
  // How many blanks before each line of an indented code block are its place in a definition, not its text.
  size_t definition_indent(cmark_node* code, const std::string& text) const;

  // markdown_inlines.cpp
  // Raw inlines of a block; what they need of it is kept in block_ and cursor_ while they are read.
  document::Inlines inlines_of(cmark_node* block);
  document::Inlines read_inlines(cmark_node* parent, int depth, bool in_link);
  void add_inline(cmark_node* node, document::Inlines& out, int depth, bool in_link);
  void add_text(cmark_node* node, document::Inlines& out);
  void add_code_span(cmark_node* node, document::Inlines& out);
  void add_line_end(bool hard, document::Inlines& out);
  void add_note_call(cmark_node* node, document::Inlines& out);
  void add_flat_text(cmark_node* node, document::Inlines& out);
  source::Span inline_span(cmark_node* node, const document::Inlines& children) const;
  // Of the parser's position in the block's text.
  size_t inline_offset(int line, int column) const;
  // Where `literal` stands in the body: at the parser's position, else behind the last inline found.
  size_t locate(cmark_node* node, const std::string& literal);

  struct BlockRange {
    size_t begin = 0;
    size_t end = 0;
  };

  MarkdownSource& source_;
  ReadContext& context_;
  std::vector<Note> notes_;  // by the parser's number, from 0
  size_t open_notes_ = 0;
  bool keeps_lines_ = false;  // in a division set line by line
  // The parser counts on over a line end behind a backslash, without what containers put before the next line.
  struct Drift {
    int broken_lines = 0;  // line ends of this kind so far
    int lines = 0;         // of them before the line it is on
    size_t bytes = 0;
  };

  BlockRange block_;
  Drift drift_;
  size_t cursor_ = 0;
};

}  // namespace huozi::parse
