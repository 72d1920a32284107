#include "layout/movable_run.h"

#include <algorithm>
#include <utility>

namespace huozi::layout {
namespace {

bool calls_nothing(const Row& row) {
  return row.calls.empty() && row.floats.empty() && row.strings.empty() && !row.forced_break && !row.at_foot &&
         row.head == kNoHead;
}

}  // namespace

void MovableRun::add(Kind kind, size_t first, bool parted) {
  const auto begin = galley_.rows.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = galley_.rows.end();
  const MovableBlock figure = std::exchange(figure_, {});
  const bool follows = std::exchange(follows_, false);
  const auto number = [&](auto row) { return static_cast<uint32_t>(row - galley_.rows.begin()); };
  const auto shown = std::find_if(begin, end, [](const Row& row) { return !row.discardable; });
  if (shown == end) return;
  const auto kept = [](const Row& row) { return row.break_cost >= kCostWidow; };
  if (kind == Kind::figure) {
    // One that is kept with what stands before it does not move.
    if (parted || first == 0 || std::any_of(begin, shown + 1, kept) || !std::all_of(begin, end, calls_nothing)) return;
    figure_ = {number(begin), number(shown), number(end), number(end)};
  } else if (kind == Kind::text && figure.end > 0) {
    const bool forced = std::any_of(begin, end, [](const Row& row) { return row.forced_break; });
    if (forced || (follows ? parted || shown != begin : kept(*shown))) return;
    figure_ = figure;
    follows_ = true;
    if (!follows) galley_.movables.push_back(figure);
    galley_.movables.back().until = number(end);
  }
}

}  // namespace huozi::layout
