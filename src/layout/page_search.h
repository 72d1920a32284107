// The best way to break a galley into pages: a shortest path over the places where a page can end, with text, notes and
// floats together. Costs: layout/page_cost.h. Not here: positions on the page (layout/page_maker).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/page_breaker.h"
#include "layout/page_moves.h"

namespace huozi::layout {

struct FoundPages {
  // Rows are numbered as they are when the variants and moves below are carried out, in that order.
  PagePlan pages;
  std::vector<uint32_t> variants;  // of galley.variants, in order; no two of one paragraph
  std::vector<RowMove> moves;      // rows numbered as they are with the variants in place
  int64_t cost = 0;
};

// Time grows with the length of the galley only. Always ends: every page holds something that those before it do not,
// but for an empty first one where only later pages have room for the first row.
FoundPages search_pages(const Galley& galley, const PageRooms& rooms);

// The variants and moves found take place, and the galley has none left: its rows are those that `pages` number.
void carry_out(const FoundPages& found, Galley& galley);

}  // namespace huozi::layout
