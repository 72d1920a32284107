// Where the pages of a galley end, and which note lines each holds. Not here: positions on the page
// (layout/page_maker).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"
#include "layout/page_geometry.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct NoteSlice {
  uint32_t note = 0;
  uint32_t begin = 0, end = 0;  // lines
};

struct PlannedPage {
  uint32_t row_begin = 0, row_end = 0;
  std::vector<NoteSlice> notes;  // a first slice with begin > 0 continues from the page before
};

using PagePlan = std::vector<PlannedPage>;

struct NoteArea {
  Length overhead;  // white space, rule and padding above the first note line
};

NoteArea note_area(const style::PageStyle& page);

// Every note begins on the page of its call, with two lines at least or whole, as far as a page can hold that; pages of
// notes only are made where notes outrun the text. Always ends. Never empty for a galley with rows.
// With the geometry and note area of the galley's named page.
PagePlan break_pages(const Galley& galley, const style::Cascade& cascade);
PagePlan break_pages(const Galley& galley, const PageGeometry& geometry, const NoteArea& notes);

}  // namespace huozi::layout
