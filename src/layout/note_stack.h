// Notes at a page's foot, one below the other, or beside the one before where their style lets them (css-gcpm-3 2.5):
// how high they are together, and where each begins. The page search asks for heights, the page maker for places; a
// stack is a few numbers, made and copied for nothing. Not here: the rule above them (layout/note_area), which notes a
// page holds (layout/page_breaker).
#pragma once

#include "layout/galley.h"

namespace huozi::layout {

class NoteStack {
 public:
  // The galley outlives the stack.
  explicit NoteStack(const Galley& galley) : galley_(&galley) {}

  // Where a slice's first row begins: to the right of its own place, below the stack's top.
  struct Place {
    Length x, y;
  };

  // Lines [begin, end) of a note, or of its brief form, come next. Notes come in their order; REQUIRES: begin < end <=
  // the lines of that form.
  Place add(uint32_t note, uint32_t begin, uint32_t end, bool brief = false);

  // Of all that was added; zero: nothing.
  Length height() const { return height_; }
  // What height() would be after add().
  Length height_with(uint32_t note, uint32_t begin, uint32_t end, bool brief = false) const;

 private:
  // Whether the lines are one that stands beside the last line so far. A brief note begins a line of its own.
  bool beside(const GalleyNote& note, uint32_t begin, uint32_t end, bool brief) const;

  const Galley* galley_;
  Length height_;
  Length last_line_;  // its height
  Length room_;       // what it leaves at its end; zero: nothing may stand beside it
};

}  // namespace huozi::layout
