// A block that was set for pages lying on their side (卧排): its rows and notes on such pages, each turned to stand as
// one row on a page of the book. Not here: what is turned, and how its rows are set (layout/block_turned).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"
#include "style/computed_style.h"

namespace huozi::layout {

// A page's type area as a turned block sees it: its lines run up along the page's height, its rows follow each other
// across the measure. It reaches half a row's leading over the type area at either side, as the grid does above and
// below, so that the text of its first row stands at the edge.
struct TurnedArea {
  Length measure;       // of lines
  Length height;        // room for rows and notes
  Length pitch;         // of rows
  Length half_leading;  // from the edge of the rows' room to that of the type area
  style::FootnoteArea notes;
  std::optional<int64_t> first_number;  // pages number their notes anew: from the one after this
};

// `rows` on as many pages as they need, the best that can be found (layout/page_search), each a float that fills its
// page. The galley's notes from `first_note` on are called in them: they stand below the rows on these pages, as such
// at the end of something, and have the numbers they have there. A block of one page stands in the page's middle.
// Empty for rows that are all white space.
std::vector<PageFloat> turned_pages(Galley& galley, std::vector<Row> rows, uint32_t first_note, const TurnedArea& area);

}  // namespace huozi::layout
