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
    stacked_ = stacked_ || note.run_in > Length() || !note.brief.empty();
  }
  lines_.push_back(Length());  // of the place after the last note
}

NoteStack PageNotes::stack(NotePlace from, uint32_t called, uint32_t first) const {
  NoteStack stack(galley_);
  for (; from.note < called; from = {from.note + 1, 0}) {
    const uint32_t count = lines(from.note, first);
    if (from.line < count) stack.add(from.note, from.line, count, is_brief(from.note, first));
  }
  return stack;
}

Length PageNotes::least_height(NotePlace from, uint32_t called, uint32_t first) const {
  const uint32_t last = called - 1;
  const bool brief = is_brief(last, first);
  const uint32_t least = std::min(lines(last, first), 2u);
  if (!stacked_) return height(from, last, first) + within(last, least);
  const NoteStack before = stack(from, last, first);
  return least > 0 ? before.height_with(last, 0, least, brief) : before.height();
}

NotePlace PageNotes::fill(NotePlace from, uint32_t called, Length room, uint32_t first) const {
  NoteStack stack(galley_);
  for (; from.note < called; from = {from.note + 1, 0}) {
    const bool brief = is_brief(from.note, first);
    const uint32_t count = lines(from.note, first);
    uint32_t line = from.line;
    while (line < count && stack.height_with(from.note, from.line, line + 1, brief) <= room) ++line;
    if (from.line == 0 && line < std::min(count, 2u)) line = 0;
    if (line < count) return {from.note, line};
    if (from.line < count) stack.add(from.note, from.line, count, brief);
  }
  return from;
}

std::vector<NoteSlice> PageNotes::slices(NotePlace from, NotePlace to, uint32_t first) const {
  std::vector<NoteSlice> out;
  for (; from < to; from = {from.note + 1, 0}) {
    const uint32_t end = from.note == to.note ? to.line : lines(from.note, first);
    if (end > from.line) out.push_back({from.note, from.line, end, is_brief(from.note, first)});
  }
  return out;
}

}  // namespace huozi::layout
