#include "layout/page_cost.h"

#include "layout/page_notes.h"
#include "layout/page_places.h"
#include "layout/page_text.h"

namespace huozi::layout {

int64_t cost_of_pages(const Galley& galley, const PageRooms& rooms, const PagePlan& plan) {
  const PageNotes notes(galley);
  const PagePlaces places(galley);
  int64_t cost = 0;
  NotePlace printed;
  uint32_t floated = 0;
  for (size_t p = 0; p < plan.size(); ++p) {
    const PlannedPage& page = plan[p];
    const PageRoom& room = p == 0 ? rooms.first : rooms.later;
    PageText text;
    text.pitch = rooms.pitch;
    if (page.row_begin < page.row_end) text.begin(galley, galley.rows[page.row_begin]);
    for (uint32_t r = page.row_begin; r < page.row_end; ++r) text.add(galley.rows[r]);
    Length left = room.rows - text.height;
    if (!page.notes.empty()) left -= room.note_overhead;
    for (const NoteSlice& slice : page.notes) {
      for (uint32_t i = slice.begin; i < slice.end; ++i) left -= galley.notes[slice.note].rows[i].height;
      printed = {slice.note, slice.end};
      if (slice.end == notes.lines(slice.note)) printed = {slice.note + 1, 0};
    }
    for (const uint32_t one : page.floats) left -= galley.floats[one].height, floated = one + 1;
    if (left < Length()) cost += kCostOverfull;
    const uint32_t called = places.notes_before(page.row_end);
    const uint32_t open = printed < NotePlace{called, 0} ? notes.lines(printed, called) : 0;
    if (open > 0) cost += kCostSplitNote + kCostCarriedLine * open + (notes.is_lone(printed) ? kCostLoneNoteLine : 0);
    cost += kCostLateFloat * (places.floats_before(page.row_end) - floated);
    if (page.row_begin == page.row_end && p > 0) cost += kCostBarePage;
    uint32_t end = page.row_end;
    while (end > page.row_begin && galley.rows[end - 1].discardable) --end;
    const bool forced = end == page.row_begin ? end == galley.rows.size() : places.forced(end);
    if (forced && p > 0) cost += end_cost(text.height, rooms.pitch, room.rows);
    if (!forced && end > page.row_begin) cost += places.break_cost(end);
    if (!forced && open == 0 && !(p == 0 && end == page.row_begin)) cost += bottom_cost(left, rooms.pitch);
  }
  return cost;
}

}  // namespace huozi::layout
