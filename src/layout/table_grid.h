// Where a table's cells stand: HTML's table model (HTML 4.9.12), spans within bounds.
// Not here: widths (layout/table_columns), heights and rules (layout/table_setter).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/node.h"

namespace huozi::layout {

struct PlacedCell {
  const document::TableCell* cell = nullptr;
  uint32_t row = 0, column = 0;
  uint32_t rows = 1, columns = 1;  // spans, cut to the grid
};

struct TableGrid {
  std::vector<PlacedCell> cells;  // row by row, in each from the left
  uint32_t rows = 0;
  uint32_t columns = 0;  // in which a cell begins; wider spans make no more
  uint32_t header_rows = 0;
};

// Every cell of the table once. Header cells do not reach below the header. Nothing if a cell begins beyond
// `most_columns`.
std::optional<TableGrid> place_cells(const document::Table& table, uint32_t most_columns);

}  // namespace huozi::layout
