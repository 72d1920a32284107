// A block that was set for pages of its own: its rows and notes on such pages, each made one row that fills a page of
// the book, turned a quarter counterclockwise (卧排) or upright. Not here: which blocks stand apart, and how their rows
// are set (layout/block_apart).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/galley.h"
#include "style/computed_style.h"

namespace huozi::layout {

// A page's type area as the block sees it. Turned, its lines run up along the page's height and its rows follow each
// other across the page. Rows begin half a row's leading before the edge of the type area and may end as much behind
// it, as those of the page's grid do, so that the text of the first one stands at the edge.
struct ApartArea {
  Length measure;  // of lines
  Length height;   // room for rows and notes, with half a leading at either end
  Length pitch;    // of rows
  Length half_leading;
  Length page_height;  // what fills a page of the book
  bool turned = false;
  bool plate = false;  // they are pages of the kind :plate
  style::FootnoteArea notes;
  std::optional<int64_t> first_number;  // pages number their notes anew: from the one after this
};

// `rows` on as many pages as they need, the best that can be found (layout/page_search), each a float that fills its
// page. The galley's notes from `first_note` on are called in them: they stand below the rows on these pages, as such
// at the end of something, and have the numbers they have there. A block of one page stands in the page's middle.
// Empty for rows that are all white space.
std::vector<PageFloat> apart_pages(Galley& galley, std::vector<Row> rows, uint32_t first_note, const ApartArea& area);

}  // namespace huozi::layout
