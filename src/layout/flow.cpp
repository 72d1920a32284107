#include "layout/flow.h"

#include <algorithm>
#include <utility>

namespace huozi::layout {

Length Flow::whole_rows(Length height) const {
  if (!on_grid() || height <= Length()) return height;
  // A hair over a row is rounding, not content.
  const Length tolerance = pitch_ / 64;
  return pitch_ * base::units_up(std::max(height - tolerance, Length::from_raw(1)), pitch_);
}

std::vector<uint32_t> Flow::call_float(uint32_t index) {
  next_floats_.push_back(index);
  return next_forced_ ? std::vector<uint32_t>() : finish_floats();
}

// White space may vanish, and what it calls with it; it is never the last row.
std::vector<uint32_t> Flow::finish_floats() {
  if (rows_.empty()) return {};
  std::vector<uint32_t>& floats = rows_.back().floats;
  floats.insert(floats.end(), next_floats_.begin(), next_floats_.end());
  return std::exchange(next_floats_, {});
}

Row& Flow::add(Length height) {
  if (off_grid_) {
    add_white();
    rows_.back().to_grid = true;
    off_grid_ = false;
  } else if (margin_ > Length()) {
    margin_ = whole_rows(margin_);
    add_white();
  }
  return add_row(whole_rows(height));
}

Row& Flow::add_exact(Length height) {
  if (margin_ > Length()) add_white();
  off_grid_ = on_grid();
  return add_row(height);
}

void Flow::add_white() {
  Row space;
  space.height = margin_;
  space.discardable = true;
  // The white space stays with what it separates: breaking before or after it is the same break.
  space.break_cost = next_cost_;
  space.forced_break = next_forced_;
  next_forced_ = false;
  rows_.push_back(std::move(space));
  margin_ = Length();
}

Row& Flow::add_row(Length height) {
  Row row;
  row.height = height;
  row.break_cost = next_cost_;
  row.forced_break = next_forced_;
  row.at_foot = next_at_foot_;
  row.side = next_side_;
  row.floats = std::move(next_floats_);
  row.anchors = std::move(next_anchors_);
  row.strings = std::move(next_strings_);
  next_cost_ = 0;
  next_forced_ = next_at_foot_ = false;
  next_side_ = style::BreakBetween::auto_;
  next_floats_.clear();
  next_anchors_.clear();
  next_strings_.clear();
  after_heading = false;
  rows_.push_back(std::move(row));
  return rows_.back();
}

void protect_lines(std::vector<Row>& rows, size_t count, int orphans, int widows) {
  const size_t first = rows.size() - count;
  for (size_t i = 1; i < count; ++i) {
    const bool orphan = i < static_cast<size_t>(std::max(orphans, 1));
    const bool widow = count - i < static_cast<size_t>(std::max(widows, 1));
    if (orphan || widow) rows[first + i].break_cost += kCostWidow;
  }
}

void Flow::keep_together(size_t count) {
  for (size_t i = rows_.size() - count + 1; i < rows_.size(); ++i) rows_[i].break_cost += kCostKeep;
}

void Flow::keep_together_from(size_t first) {
  while (first < rows_.size() && rows_[first].discardable) ++first;
  if (first < rows_.size()) keep_together(rows_.size() - first);
}

}  // namespace huozi::layout
