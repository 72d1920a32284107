#include "layout/break_input.h"

namespace huozi::layout {

void BreakInput::make_reluctant(size_t k, uint32_t demerits) {
  reluctance.resize(size());
  reluctance[k] += demerits;
}

Length BreakInput::width(size_t first, size_t last) const {
  if (first >= last) return Length();
  return advance_sum[last] - advance_sum[first] - glue[first] - end_trim[last - 1];
}

Length BreakInput::shrink(size_t first, size_t last) const {
  Length total;
  for (const Length tier : shrink_tiers(first, last)) total += tier;
  return total;
}

std::array<Length, text::kShrinkTiers> BreakInput::shrink_tiers(size_t first, size_t last) const {
  std::array<Length, text::kShrinkTiers> result;
  for (size_t t = 0; t < result.size(); ++t) result[t] = shrink_sum[last - 1][t] - shrink_sum[first][t];
  if (!end_hang.empty()) result.back() += end_hang[last - 1];
  return result;
}

std::array<Length, text::kStretchTiers> BreakInput::stretch_tiers(size_t first, size_t last) const {
  std::array<Length, text::kStretchTiers> result;
  for (size_t t = 0; t < result.size(); ++t) result[t] = stretch_sum[last - 1][t] - stretch_sum[first][t];
  return result;
}

}  // namespace huozi::layout
