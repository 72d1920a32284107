#include "layout/table_grid.h"

#include <algorithm>

namespace huozi::layout {

std::optional<TableGrid> place_cells(const document::Table& table, uint32_t most_columns) {
  TableGrid grid;
  grid.rows = static_cast<uint32_t>(table.rows.size());
  grid.header_rows = table.header_rows < grid.rows ? table.header_rows : 0;
  std::vector<uint32_t> free_from(most_columns);  // by column: the first row that no span from above takes
  for (uint32_t row = 0; row < grid.rows; ++row) {
    const uint32_t group_end = row < grid.header_rows ? grid.header_rows : grid.rows;
    uint32_t column = 0;
    for (const document::TableCell& cell : table.rows[row]) {
      while (column < most_columns && free_from[column] > row) ++column;
      if (column == most_columns) return std::nullopt;
      PlacedCell placed{&cell, row, column, std::clamp(cell.row_span, 1u, group_end - row), 0};
      const uint32_t wanted = std::min(std::max(cell.column_span, 1u), most_columns - column);
      // A span ends at a cell that reaches down from above.
      while (placed.columns < wanted && free_from[column] <= row) {
        free_from[column++] = row + placed.rows;
        ++placed.columns;
      }
      grid.columns = std::max(grid.columns, placed.column + 1);
      grid.cells.push_back(placed);
    }
  }
  for (PlacedCell& cell : grid.cells) cell.columns = std::min(cell.columns, grid.columns - cell.column);
  return grid;
}

}  // namespace huozi::layout
