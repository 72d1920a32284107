// One page of a plan as it turned out.
#pragma once

#include "layout/break_places.h"
#include "layout/page_breaker.h"
#include "layout/page_notes.h"

namespace huozi::layout {

struct PageFilling {
  Length text;              // height of its rows, of the tallest column
  Length left;              // of the page's height beside text, notes and floats; negative: it holds too much
  bool forced = false;      // its end is asked for, or there is nothing after it
  int64_t break_cost = 0;   // otherwise: of its end
  int64_t column_cost = 0;  // of the ends of its columns
  NotePlace printed;        // how far notes are printed
  uint32_t open_lines = 0;  // of notes called so far, not printed yet
  int64_t late_cost = 0;    // of floats called so far that stand on no page yet
  uint32_t late_notes = 0;  // called so far and not begun
  bool unbegun = false;     // a note called on it stands there with less than it must (PageNotes::least_of)
  bool noted = false;       // notes at its foot
  bool bare = false;        // no rows
  bool empty = false;       // nothing at all
};

std::vector<PageFilling> page_fillings(const Galley& galley, const PageRooms& rooms, const PagePlan& plan);

}  // namespace huozi::layout
