// The height of rows of text as a page fills.
#pragma once

#include <algorithm>

#include "layout/galley.h"

namespace huozi::layout {

struct PageText {
  Length pitch;
  Length height;                   // of the rows so far, without white space at their end
  Length blank;                    // that white space
  uint32_t notes = 0, floats = 0;  // called so far, on earlier pages too

  // The header that stands again above a page's first row.
  void begin(const Galley& galley, const Row& row) {
    if (row.head != kNoHead) height += galley.heads[row.head].height;
  }

  void add(const Row& row) {
    if (row.discardable) {
      const Length above = height + blank;
      blank += row.to_grid ? pitch * base::units_up(above + row.height, pitch) - above : row.height;
    } else {
      height += blank + row.height;
      blank = Length();
    }
    for (const uint32_t note : row.calls) notes = std::max(notes, note + 1);
    for (const uint32_t one : row.floats) floats = std::max(floats, one + 1);
  }
};

}  // namespace huozi::layout
