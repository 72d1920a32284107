// Where the columns of a page end (分栏), and how wide they are. Pure functions of heights and break costs.
// Not here: which rows a page holds (layout/page_breaker), where its columns stand (layout/page_maker).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/galley.h"

namespace huozi::layout {

// Columns that divide a measure: as many as were wanted, or fewer where they would be narrower than eight characters.
struct ColumnWidths {
  int count = 1;
  Length width;
  Length gap;
};

// Columns of whole ems, the gap of whole ems too, two if it is not given; what is left of the measure widens the gaps
// (CLREQ 2.4.2). `em`: of the text in the columns.
ColumnWidths column_widths(int wanted, std::optional<Length> gap, Length measure, Length em);

struct ColumnPlan {
  std::vector<uint32_t> ends;  // rows where the columns but the last one end, as PlannedPage::column_ends
  int64_t cost = 0;            // of the breaks between columns
  Length height;               // of the tallest column
};

// Rows [begin, end) in `columns` columns of at most `height`; nothing when they do not fit. White space at a column's
// top vanishes, a table that goes on there has its head again. Columns are filled one after another, one that is not
// the last ending early rather than at a costly break. `balance`: they are as low as they can be, so that all are of
// one height but the last, which takes the shortage (CLREQ 2.4.2). Where rows run out, the columns left are empty.
// REQUIRES: begin <= end <= rows.size(), columns > 0, pitch > 0.
std::optional<ColumnPlan> fill_columns(const std::vector<Row>& rows, const std::vector<RepeatedHead>& heads,
                                       uint32_t begin, uint32_t end, int columns, Length height, Length pitch,
                                       bool balance);

}  // namespace huozi::layout
