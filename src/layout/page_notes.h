// The notes of a galley as page breaking needs them: heights of stretches of lines, and how far a page's room goes.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"
#include "layout/note_stack.h"
#include "layout/page_breaker.h"

namespace huozi::layout {

// A place between note lines, in the order in which notes are called: before line `line` of note `note` in its full
// form. A brief one stands on its page whole or not at all.
struct NotePlace {
  uint32_t note = 0;
  uint32_t line = 0;

  friend auto operator<=>(const NotePlace&, const NotePlace&) = default;
};

// `first` is the first note called on the page everywhere: it decides which notes are brief there.
class PageNotes {
 public:
  explicit PageNotes(const Galley& galley);

  // From `from` to the end of the note before `called`.
  Length height(NotePlace from, uint32_t called, uint32_t first) const {
    return stacked_ ? stack(from, called, first).height()
                    : above_[called] - above_[from.note] - within(from.note, from.line);
  }
  // Likewise, but of the last note only as far as least_of() it.
  Length least_height(NotePlace from, uint32_t called, uint32_t first) const;
  // As far as a note called on the page must go there: two lines, or all of it.
  NotePlace least_of(uint32_t note, uint32_t first) const {
    return !is_brief(note, first) && lines(note) > 2 ? NotePlace{note, 2} : NotePlace{note + 1, 0};
  }
  // In its full form, which it has where it goes on, and on pages after its call's.
  uint32_t lines(uint32_t note) const { return first_line_[note + 1] - first_line_[note]; }
  // Lines from `from` to the end of the note before `called`, likewise.
  uint32_t lines(NotePlace from, uint32_t called) const {
    return first_line_[called] - first_line_[from.note] - from.line;
  }
  // The first line from `from` on: notes may have none.
  NotePlace text_from(NotePlace from) const {
    while (from.note + 1 < first_line_.size() && lines(from.note) == 0) from = {from.note + 1, 0};
    return from;
  }
  NotePlace after_line(NotePlace from) const {
    return from.line + 1 < lines(from.note) ? NotePlace{from.note, from.line + 1} : NotePlace{from.note + 1, 0};
  }
  // Whether a single line is left of a note.
  bool is_lone(NotePlace place) const { return place.line > 0 && place.line + 1 == lines(place.note); }
  // How far notes go from `from` in `room`, short of `called`'s first line; none begins with a single line of more.
  NotePlace fill(NotePlace from, uint32_t called, Length room, uint32_t first) const;
  // What a page holds of them: from `from` up to `to`.
  std::vector<NoteSlice> slices(NotePlace from, NotePlace to, uint32_t first) const;

 private:
  bool is_brief(uint32_t note, uint32_t first) const { return galley_.notes[note].is_brief(first); }
  // Of the form it has there.
  uint32_t lines(uint32_t note, uint32_t first) const {
    return is_brief(note, first) ? static_cast<uint32_t>(galley_.notes[note].brief.size()) : lines(note);
  }
  NoteStack stack(NotePlace from, uint32_t called, uint32_t first) const;
  Length within(uint32_t note, uint32_t line) const { return lines_[first_line_[note] + note + line]; }

  const Galley& galley_;
  bool stacked_ = false;              // notes may stand side by side, or be brief: sums do not do
  std::vector<Length> above_;         // [n]: of all notes before note n
  std::vector<uint32_t> first_line_;  // [n]: number of lines before note n
  std::vector<Length> lines_;         // by note, one more than it has lines: heights of its lines before each; then 0
};

}  // namespace huozi::layout
