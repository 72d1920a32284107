#include "layout/page_cost.h"

#include "layout/page_filling.h"

namespace huozi::layout {

int64_t cost_of_pages(const Galley& galley, const PageRooms& rooms, const PagePlan& plan) {
  const PageNotes notes(galley);
  int64_t cost = 0;
  bool first = true;
  for (const PageFilling& page : page_fillings(galley, rooms, plan)) {
    const PageRoom& room = first ? rooms.first : rooms.later;
    if (page.left < Length() || page.unbegun) cost += kCostOverfull;
    if (page.open_lines > 0) {
      cost += kCostSplitNote + kCostCarriedLine * page.open_lines;
      if (notes.is_lone(page.printed)) cost += kCostLoneNoteLine;
    }
    cost += page.late_cost + page.break_cost + page.column_cost;
    if (page.bare && !first) cost += kCostBarePage;
    if (page.forced && !first) cost += end_cost(page.text, rooms.pitch, room.rows);
    if (!page.forced && page.open_lines == 0 && !page.empty) cost += bottom_cost(page.left, rooms.pitch, page.noted);
    first = false;
  }
  return cost;
}

}  // namespace huozi::layout
