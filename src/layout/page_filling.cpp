#include "layout/page_filling.h"

#include <algorithm>

#include "layout/note_stack.h"
#include "layout/page_cost.h"
#include "layout/page_text.h"

namespace huozi::layout {

std::vector<PageFilling> page_fillings(const Galley& galley, const PageRooms& rooms, const PagePlan& plan) {
  const PageNotes notes(galley);
  const BreakPlaces places(galley);
  std::vector<PageFilling> out;
  NotePlace printed;
  uint32_t floated = 0;
  for (const PlannedPage& page : plan) {
    const PageRoom& room = out.empty() ? rooms.first : rooms.later;
    PageFilling filling;
    uint32_t begin = page.row_begin;
    for (size_t column = 0; column <= page.column_ends.size(); ++column) {
      const uint32_t end = column < page.column_ends.size() ? page.column_ends[column] : page.row_end;
      while (begin < end && galley.rows[begin].discardable) ++begin;
      PageText text;
      text.pitch = rooms.pitch;
      if (begin < end) text.begin(galley, galley.rows[begin]);
      for (; begin < end; ++begin) text.add(galley.rows[begin]);
      filling.text = std::max(filling.text, text.height);
      if (places.text_from(end) < page.row_end) filling.column_cost += places.break_cost(end);
    }
    filling.left = room.rows - filling.text;
    if (!page.notes.empty()) filling.left -= room.note_overhead;
    NoteStack stack(galley);
    for (const NoteSlice& slice : page.notes) {
      stack.add(slice.note, slice.begin, slice.end, slice.brief);
      printed = {slice.note, slice.end};
      if (slice.brief || slice.end == notes.lines(slice.note)) printed = {slice.note + 1, 0};
    }
    filling.left -= stack.height();
    for (const uint32_t one : page.floats) filling.left -= galley.floats[one].height, floated = one + 1;
    const uint32_t called = places.notes_before(page.row_end);
    filling.printed = printed;
    if (printed < NotePlace{called, 0}) filling.open_lines = notes.lines(printed, called);
    if (filling.open_lines > 0) {
      for (uint32_t note = printed.note + (printed.line > 0); note < called; ++note) {
        filling.late_notes += notes.lines(note) > 0;
      }
    }
    for (uint32_t late = floated; late < places.floats_before(page.row_end); ++late) {
      filling.late_cost += late_cost(galley.floats[late]);
    }
    const uint32_t first_called = places.notes_before(page.row_begin);
    filling.unbegun =
        filling.open_lines > 0 && called > first_called && printed < notes.least_of(called - 1, first_called);
    filling.noted = !page.notes.empty();
    filling.bare = page.row_begin == page.row_end;
    filling.empty = filling.bare && page.notes.empty() && page.floats.empty();
    uint32_t end = page.row_end;
    while (end > page.row_begin && galley.rows[end - 1].discardable) --end;
    filling.forced = filling.bare ? end == places.rows() : places.forced(end);
    if (!filling.forced && !filling.bare) filling.break_cost = places.break_cost(end);
    out.push_back(filling);
  }
  return out;
}

}  // namespace huozi::layout
