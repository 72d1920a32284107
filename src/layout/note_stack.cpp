#include "layout/note_stack.h"

namespace huozi::layout {
namespace {

Length lines_height(const std::vector<Row>& lines, uint32_t begin, uint32_t end) {
  Length height;
  for (uint32_t i = begin; i < end; ++i) height += lines[i].height;
  return height;
}

}  // namespace

// Lines of two heights have no baseline in common.
bool NoteStack::beside(const GalleyNote& note, uint32_t begin, uint32_t end, bool brief) const {
  return !brief && note.run_in > Length() && note.run_in <= room_ && begin == 0 && end == 1 && note.rows.size() == 1 &&
         note.rows.front().height == last_line_;
}

Length NoteStack::height_with(uint32_t note, uint32_t begin, uint32_t end, bool brief) const {
  const GalleyNote& next = galley_->notes[note];
  return beside(next, begin, end, brief) ? height_ : height_ + lines_height(next.form(brief), begin, end);
}

NoteStack::Place NoteStack::add(uint32_t note, uint32_t begin, uint32_t end, bool brief) {
  const GalleyNote& next = galley_->notes[note];
  if (beside(next, begin, end, brief)) {
    room_ -= next.run_in;
    // By itself it would leave `room` at its end; here it leaves what remains of the line.
    return {next.room - room_, height_ - last_line_};
  }
  const std::vector<Row>& lines = next.form(brief);
  const Place place{{}, height_};
  height_ += lines_height(lines, begin, end);
  last_line_ = lines[end - 1].height;
  room_ = !brief && end == lines.size() ? next.room : Length();
  return place;
}

}  // namespace huozi::layout
