// A book's blocks of words in reading order, and where each node's words stand in them. Page-free: the first half of
// printed_text. Not here: lines.
#pragma once

#include <map>
#include <vector>

#include "document/book.h"
#include "layout/printed_text.h"

namespace huozi::layout {

// Whose words a run on a page shows.
struct RunSource {
  // words: the node's text or a part of it. beside: what stands in the line without being of the text, such as a number
  // or the folio of another page. above: ruby. mark: a note's mark, which tells nothing of lines.
  enum class Kind : uint8_t { words, beside, above, mark };
  Kind kind = Kind::beside;
  uint32_t paragraph = 0;  // index
  uint32_t begin = 0;      // of the node's words in the paragraph's text
  uint32_t size = 0;
};

// What a paragraph's lines may have beside them: those of other cells in its rows of a table, or nothing.
struct TableRows {
  document::NodeId table;  // the outermost
  uint32_t begin = 0, end = 0;

  bool beside(const TableRows& other) const {
    return begin < end && table == other.table && begin < other.end && other.begin < end;
  }
};

struct PrintedBlocks {
  std::vector<PrintedParagraph> paragraphs;  // without lines
  std::vector<TableRows> rows;               // by paragraph
  std::map<document::NodeId, RunSource> sources;
  std::map<document::NodeId, std::vector<uint32_t>> notes;  // the paragraphs of each
};

PrintedBlocks printed_blocks(const document::Book& book);

}  // namespace huozi::layout
