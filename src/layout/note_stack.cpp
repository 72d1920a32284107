#include "layout/note_stack.h"

namespace huozi::layout {

Length NoteStack::lines_height(const GalleyNote& note, uint32_t begin, uint32_t end) {
  Length height;
  for (uint32_t i = begin; i < end; ++i) height += note.rows[i].height;
  return height;
}

// Lines of two heights have no baseline in common.
bool NoteStack::beside(const GalleyNote& note, uint32_t begin, uint32_t end) const {
  return note.run_in > Length() && note.run_in <= room_ && begin == 0 && end == 1 && note.rows.size() == 1 &&
         note.rows.front().height == last_line_;
}

Length NoteStack::height_with(uint32_t note, uint32_t begin, uint32_t end) const {
  const GalleyNote& next = galley_->notes[note];
  return beside(next, begin, end) ? height_ : height_ + lines_height(next, begin, end);
}

NoteStack::Place NoteStack::add(uint32_t note, uint32_t begin, uint32_t end) {
  const GalleyNote& next = galley_->notes[note];
  if (beside(next, begin, end)) {
    room_ -= next.run_in;
    // By itself it would leave `room` at its end; here it leaves what remains of the line.
    return {next.room - room_, height_ - last_line_};
  }
  const Place place{{}, height_};
  height_ += lines_height(next, begin, end);
  last_line_ = next.rows[end - 1].height;
  room_ = end == next.rows.size() ? next.room : Length();
  return place;
}

}  // namespace huozi::layout
