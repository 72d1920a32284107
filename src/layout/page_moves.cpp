#include "layout/page_moves.h"

#include <algorithm>

namespace huozi::layout {

void place_moves(Galley& galley, const std::vector<RowMove>& moves) {
  for (const RowMove& move : moves) {
    const auto rows = galley.rows.begin();
    // The page break is now before the figure, and still divides what it divided.
    const int64_t cost = (rows + move.end)->break_cost;
    std::rotate(rows + move.begin, rows + move.middle, rows + move.end);
    (rows + begin_after(move))->break_cost = cost;
  }
  galley.movables.clear();
}

}  // namespace huozi::layout
