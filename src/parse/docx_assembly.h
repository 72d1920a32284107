// Word's paragraphs and tables, a plain row, as nested blocks: lists, quotations, code, captions.
// Not here: what a paragraph says (docx_reader). Inside parse/ only.
#pragma once

#include <optional>
#include <vector>

#include "document/node.h"
#include "parse/docx_numbering.h"

namespace huozi::parse {

struct DocxBlock {
  document::Block block;
  ParagraphKind kind = ParagraphKind::body;
  std::optional<ListNumber> number;  // of a paragraph of a list
};

// Paragraphs with plain numbers become items, nested by level; one whose number no List can print keeps it in its text.
// Quotations and code side by side are one. A caption is that of the table or picture before it, else of the table
// after it.
document::Blocks assembled(std::vector<DocxBlock> row);

}  // namespace huozi::parse
