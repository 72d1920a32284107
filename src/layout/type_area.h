// The type area of a planned page, filled: columns side by side, floats above and below them.
// Not here: which page rows are on (layout/page_breaker), their items (layout/page_maker), notes.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"
#include "layout/page_breaker.h"
#include "layout/page_geometry.h"

namespace huozi::layout {

// The first row of each column of the page that is no white space; row_end for an empty one.
std::vector<uint32_t> column_begins(const Galley& galley, const PlannedPage& page);

struct TypeArea {
  struct Head {  // stands again above a column's first row
    uint32_t head = 0;
    Point at;
  };
  std::vector<Point> rows;  // from row_begin on
  std::vector<Head> heads;
  std::vector<Point> floats;  // as PlannedPage::floats has them
};

// Floats stand at the head of the type area and at its foot, above the notes, in the order of their calls, text between
// them. `notes`: height of the notes with what stands above them.
TypeArea place_type_area(const Galley& galley, const PlannedPage& page, const PageGeometry& geometry, Length notes);

}  // namespace huozi::layout
