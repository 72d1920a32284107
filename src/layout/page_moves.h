// Figures that stand after text which is written after them, at the head of the next page.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"

namespace huozi::layout {

// Rows [begin, middle), a figure with the white space round it, change places with rows [middle, end).
struct RowMove {
  uint32_t begin = 0, middle = 0, end = 0;
  uint32_t white = 0;  // how many rows before the figure are white space
};

// Where the page after such a move begins: with the figure itself.
inline uint32_t begin_after(const RowMove& move) {
  return move.end - (move.middle - move.begin) + move.white;
}

// The galley has no movable blocks left. REQUIRES: in order, none within another; a row after each.
void place_moves(Galley& galley, const std::vector<RowMove>& moves);

}  // namespace huozi::layout
