// Where the pages of a galley end, and which note lines each holds. Not here: positions on the page
// (layout/page_maker).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/galley.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct NoteSlice {
  uint32_t note = 0;
  uint32_t begin = 0, end = 0;  // lines of the form it has here
  bool brief = false;           // whole, as GalleyNote::brief
};

struct PlannedPage {
  uint32_t row_begin = 0, row_end = 0;
  std::vector<uint32_t> column_ends;  // where the page's columns end but for its last; empty: one column
  std::vector<NoteSlice> notes;       // a first slice with begin > 0 continues from the page before
  std::vector<uint32_t> floats;       // in the order of their calls
};

using PagePlan = std::vector<PlannedPage>;

// What a page holds.
struct PageRoom {
  Length rows;           // height for rows of text and for notes together
  Length note_overhead;  // white space, rule and padding above the first note line
};

struct PageRooms {
  Length pitch;    // of the rows, the same on every page
  PageRoom first;  // the section's first page (:first)
  PageRoom later;
};

// Of the named page. Whether a page is a recto is known only when all sections are put together, so where :left and
// :right differ both count as the smaller of the two.
PageRooms page_rooms(const style::Cascade& cascade, const std::string& page_name);

// The best way (layout/page_search). Every note begins on the page of its call, with two lines at least or whole, as
// far as a page can hold that; pages of notes only are made where notes outrun the text. A first page that cannot hold
// the first row stays empty if later pages can. Always ends. Never empty for a galley with rows that are no white
// space. The variants that make pages come out even take the place of their paragraphs, and movable blocks
// stand where they move to; the galley has no others left.
PagePlan break_pages(Galley& galley, const PageRooms& rooms);
// With the rooms of the galley's named page.
PagePlan break_pages(Galley& galley, const style::Cascade& cascade);

}  // namespace huozi::layout
