// A flow of rows under construction: margins that collapse, white space that keeps to the grid, and break costs between
// neighbours. The body has a row pitch; notes and other flows off the grid have none.
#pragma once

#include <utility>
#include <vector>

#include "layout/galley.h"

namespace huozi::layout {

void protect_lines(std::vector<Row>& rows, size_t count, int orphans, int widows);

class Flow {
 public:
  // `pitch` zero: off the grid.
  Flow(std::vector<Row>& rows, Length pitch) : rows_(rows), pitch_(pitch) {}

  Length pitch() const { return pitch_; }
  bool on_grid() const { return pitch_ > Length(); }
  // A height rounded up to whole rows; unchanged off the grid.
  Length whole_rows(Length height) const;

  // White space wanted before what comes next; neighbouring margins collapse to the larger (CSS 2 8.3.1). A heading's
  // own blank rows stand for the margins on both its sides.
  void margin(Length amount) {
    if (!after_heading) margin_ = std::max(margin_, amount);
  }
  void drop_margin() { margin_ = Length(); }
  // A break cost, anchor, string or forced break for the next row.
  void keep_with_next(int64_t cost = kCostKeep) { next_cost_ += cost; }
  // `side`: recto or verso where the new page has to be one.
  void force_break(style::BreakBetween side = style::BreakBetween::page) {
    next_forced_ = true;
    if (side != style::BreakBetween::page) next_side_ = side;
  }
  void at_foot() { next_at_foot_ = true; }
  void anchor(NodeId node) { next_anchors_.push_back(node); }
  void set_string(RunningString string) { next_strings_.push_back(std::move(string)); }

  // Galley::floats' next one is called here: in the row before, or in the next where none stands on the same page.
  // Returns what the row before calls now.
  std::vector<uint32_t> call_float(uint32_t index);
  // No more rows follow: floats still without a row are called in the last one, if there is one. Likewise.
  std::vector<uint32_t> finish_floats();
  // What no row followed for, such as a mark without words at the very end.
  std::vector<NodeId> take_anchors() { return std::exchange(next_anchors_, {}); }

  // Adds a row; what was asked for the next row applies to it. Returns it for items.
  Row& add(Length height);

  // The same, of exactly this height, as table rows are; the next row that add() makes returns to the grid.
  Row& add_exact(Length height);
  // The white space that stands before the next row so far.
  Length pending_margin() const { return margin_; }

  bool is_of(const std::vector<Row>& rows) const { return &rows == &rows_; }
  // How many rows there are.
  size_t size() const { return rows_.size(); }
  // One of the rows added last: 0 is the very last.
  Row& recent(size_t back) { return rows_[rows_.size() - 1 - back]; }

  // Lines of one paragraph: widow and orphan costs between the last `count` rows (CSS Fragmentation 3.3).
  void protect_lines(size_t count, int orphans, int widows) { layout::protect_lines(rows_, count, orphans, widows); }
  // No break inside the last `count` rows.
  void keep_together(size_t count);
  // The same of all rows from the `first` on, but for the white space that they begin with.
  void keep_together_from(size_t first);

  // The last row added is a heading: another heading directly after it shares one row of white space.
  bool after_heading = false;

 private:
  void add_white();
  Row& add_row(Length height);

  std::vector<Row>& rows_;
  Length pitch_;
  Length margin_;
  int64_t next_cost_ = 0;
  bool off_grid_ = false;  // the last row does not end on the grid
  bool next_forced_ = false;
  bool next_at_foot_ = false;
  style::BreakBetween next_side_ = style::BreakBetween::auto_;
  std::vector<uint32_t> next_floats_;
  std::vector<NodeId> next_anchors_;
  std::vector<RunningString> next_strings_;
};

}  // namespace huozi::layout
