// What pages cost: the order in which ways to break a galley into pages are preferred. Break costs of rows are in
// layout/galley.h. Not here: which pages there can be (layout/page_search).
#pragma once

#include <algorithm>
#include <cstdint>

#include "layout/page_breaker.h"

namespace huozi::layout {

// Of a page that ends before a break nobody asked for: a row left empty is worse the more there are.
constexpr int64_t kCostEmptyRow = 80'000;  // times the square of their number
// A section's last page with less than a fifth of a page's rows.
constexpr int64_t kShortPages = 5;
constexpr int64_t kCostShortEnd = 20'000;  // times the square of the rows it lacks
// A note that goes on on the next page, with a single line of it; a float that stands on a later page than its call, a
// page without text.
constexpr int64_t kCostSplitNote = 700'000;
constexpr int64_t kCostCarriedLine = 500;
constexpr int64_t kCostLoneNoteLine = 30'000;
constexpr int64_t kCostLateFloat = 120'000;
constexpr int64_t kCostBarePage = 1'000'000;
// A figure that stands at the head of the next page, after text that is written after it; more than a row left empty.
constexpr int64_t kCostMoved = 100'000;
// A paragraph a line longer or shorter than it would best be, besides what its lines say.
constexpr int64_t kCostVariant = 1'500;
// A row that no page can hold, or whose note cannot begin beside it.
constexpr int64_t kCostOverfull = 1'000'000'000'000;

// On each page after its call on which it does not stand. A title above columns belongs to what it leads.
inline int64_t late_cost(const PageFloat& late) {
  return late.leads ? kCostKeep : kCostLateFloat;
}

// `empty`: what is left of the page's height beside text, notes and floats. Zero or less: none is. Above notes, which
// stand at the foot, one row is hardly seen.
inline int64_t bottom_cost(Length empty, Length pitch, bool above_notes) {
  const int64_t rows = empty > Length() ? base::units_down(empty, pitch) : 0;
  const int64_t unseen = rows > 0 && above_notes ? kCostEmptyRow * 3 / 4 : 0;
  return kCostEmptyRow * rows * rows - unseen;
}

// `used`: the height of the text on a section's last page, if it is not its first; `page`: of all it could hold.
inline int64_t end_cost(Length used, Length pitch, Length page) {
  const int64_t enough = base::units_down(page, pitch) / kShortPages;
  const int64_t lacking = std::max<int64_t>(enough - base::units_up(used, pitch), 0);
  return kCostShortEnd * lacking * lacking;
}

// What a page search makes as small as can be, of any complete plan; variants that were put in place have no part in
// it.
int64_t cost_of_pages(const Galley& galley, const PageRooms& rooms, const PagePlan& plan);

}  // namespace huozi::layout
