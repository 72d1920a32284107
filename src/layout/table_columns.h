// Column widths of a table from what its cells need: automatic table layout (CSS 2 17.5.2.2), in integers.
// Not here: what cells need (layout/paragraph), where they stand (layout/table_grid).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/paragraph.h"

namespace huozi::layout {

// What one cell asks of the columns it spans, padding included.
struct CellWidths {
  uint32_t column = 0;
  uint32_t columns = 1;
  ContentWidths widths;
};

// What each column asks for: its own cells' needs, then the spanning cells' needs handed out over their columns.
// REQUIRES: every cell within `columns`.
std::vector<ContentWidths> column_needs(const std::vector<CellWidths>& cells, uint32_t columns);

// Widths that add up to `available` at the most, or to it exactly where `fill` is set or the needs are greater. Narrow
// columns get all they want first; wide ones share the rest by their needs. If even the least widths do not fit, all
// shrink towards `floor`, and lines break where they must. REQUIRES: floor * columns <= available.
std::vector<Length> fit_columns(const std::vector<ContentWidths>& needs, Length available, Length floor, bool fill);

Length sum_of(const std::vector<Length>& widths);

}  // namespace huozi::layout
