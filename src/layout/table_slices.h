// A table whose cells are set, as slices of a galley: heights of its rows, where each cell's lines stand, its rules,
// and where a page may break. Not here: what the cells hold and how wide they are (layout/block_table).
#pragma once

#include <vector>

#include "layout/galley.h"
#include "layout/table_grid.h"

namespace huozi::layout {

struct SetCell {
  PlacedCell place;
  Length x, width;  // of its box, from the left edge of the measure
  Length padding_top, padding_bottom;
  Length least_height;  // of its content
  style::Sides<style::BorderSide> border;
  std::vector<Row> rows;  // its content, off the grid, x from the left edge of the measure
};

struct TableFrame {
  Length left, width;
  style::Sides<style::BorderSide> border;
  std::vector<style::BorderSide> rules;  // below each row
  uint32_t header_rows = 0;
  Length lead;     // white space above the table's first rule and below its last one
  Length tallest;  // of a slice; rows that are taller break between their lines
};

struct TableSlices {
  std::vector<Row> rows;  // heights and contents; costs and heads are the caller's
  size_t header = 0;      // how many of them are the header, which stands whole: 0 or 1
};

// Rows joined by spans make one slice. All text is in reading order within a slice; notes are called in order.
TableSlices slice_table(const TableFrame& frame, std::vector<SetCell> cells);

// The header slice as it is repeated.
RepeatedHead repeated_head(const Row& slice);

}  // namespace huozi::layout
