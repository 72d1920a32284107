// The lines of text that a page shows, numbered, with where they stand: found from its items alone.
// Not here: what the words are (layout/printed_text), drawing numbers beside them.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/page.h"
#include "layout/printed_blocks.h"

namespace huozi::layout {

// What of a paragraph a line shows.
struct LinePart {
  uint32_t paragraph = 0;   // index
  uint32_t text_begin = 0;  // the first byte of its text on the line
  bool exact = true;        // false: nothing of its words is on the line, only its number or the like
};

// Coordinates are the page's; of a turned line (layout/page.h) those before the turn.
struct PageLine {
  Region region = Region::body;
  bool turned = false;
  Length baseline, left, right;
  Length size;                  // of its type
  uint32_t column = 0;          // of text; what stands across all of them is of the first or last
  std::vector<LinePart> parts;  // by paragraph
};

// In the order of their numbers, which count from 1: from the top, one column after the other, cells of a table that
// stand side by side being one line, then the notes' lines; of turned lines from the left. What is repeated (a table's
// head) and what stands at the page's edge are no lines; ruby, the halves of warichu and markers are none of their own.
std::vector<PageLine> page_lines(const Page& page, const PrintedBlocks& blocks);

}  // namespace huozi::layout
