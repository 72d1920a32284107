#include "layout/page_notes.h"

#include <algorithm>

namespace huozi::layout {

PageNotes::PageNotes(const Galley& galley) : galley_(galley) {
  above_.push_back(Length());
  first_line_.push_back(0);
  for (const GalleyNote& note : galley.notes) {
    Length height;
    lines_.push_back(height);
    for (const Row& row : note.rows) lines_.push_back(height += row.height);
    above_.push_back(above_.back() + height);
    first_line_.push_back(first_line_.back() + static_cast<uint32_t>(note.rows.size()));
    stacked_ = stacked_ || note.run_in > Length();
  }
  lines_.push_back(Length());  // of the place after the last note
}

NoteStack PageNotes::stack(NotePlace from, uint32_t called) const {
  NoteStack stack(galley_);
  for (; from.note < called; from = {from.note + 1, 0}) {
    if (from.line < lines(from.note)) stack.add(from.note, from.line, lines(from.note));
  }
  return stack;
}

Length PageNotes::least_height(NotePlace from, uint32_t called) const {
  const uint32_t last = called - 1;
  const uint32_t least = std::min(lines(last), 2u);
  if (!stacked_) return height(from, last) + within(last, least);
  const NoteStack before = stack(from, last);
  return least > 0 ? before.height_with(last, 0, least) : before.height();
}

NotePlace PageNotes::fill(NotePlace from, uint32_t called, Length room) const {
  NoteStack stack(galley_);
  for (; from.note < called; from = {from.note + 1, 0}) {
    const uint32_t count = lines(from.note);
    uint32_t line = from.line;
    while (line < count && stack.height_with(from.note, from.line, line + 1) <= room) ++line;
    if (from.line == 0 && line < std::min(count, 2u)) line = 0;
    if (line < count) return {from.note, line};
    if (from.line < count) stack.add(from.note, from.line, count);
  }
  return from;
}

}  // namespace huozi::layout
