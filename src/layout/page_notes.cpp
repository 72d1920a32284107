#include "layout/page_notes.h"

#include <algorithm>

namespace huozi::layout {

PageNotes::PageNotes(const Galley& galley) {
  above_.push_back(Length());
  first_line_.push_back(0);
  for (const GalleyNote& note : galley.notes) {
    Length height;
    lines_.push_back(height);
    for (const Row& row : note.rows) lines_.push_back(height += row.height);
    above_.push_back(above_.back() + height);
    first_line_.push_back(first_line_.back() + static_cast<uint32_t>(note.rows.size()));
  }
}

NotePlace PageNotes::fill(NotePlace from, uint32_t called, Length room) const {
  while (from.note < called) {
    const uint32_t count = lines(from.note);
    const Length begun = within(from.note, from.line);
    uint32_t line = from.line;
    while (line < count && within(from.note, line + 1) - begun <= room) ++line;
    if (line == count) {
      room -= within(from.note, count) - begun;
      from = {from.note + 1, 0};
      continue;
    }
    if (from.line == 0 && line < std::min(count, 2u)) line = 0;
    return {from.note, line};
  }
  return from;
}

}  // namespace huozi::layout
