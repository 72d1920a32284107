#include "layout/columns.h"

#include <algorithm>
#include <limits>

namespace huozi::layout {
namespace {

constexpr int64_t kNever = std::numeric_limits<int64_t>::max();
constexpr int64_t kCostRow = 1000;  // times the square of the rows that balanced columns are higher than need be
constexpr int64_t kCostShort = 2;   // times that, of the rows a column is shorter than the last may be

class Filler {
 public:
  Filler(const std::vector<Row>& rows, const std::vector<RepeatedHead>& heads, uint32_t begin, uint32_t end,
         int columns, Length pitch)
      : rows_(rows), heads_(heads), end_(end), columns_(static_cast<size_t>(columns)), pitch_(pitch) {
    while (end_ > begin && rows[end_ - 1].discardable) --end_;
    begin_ = after_white(begin);
    content_.assign(end_ - begin_ + 1, Length());
    for (uint32_t r = end_; r > begin_; --r) {
      content_[r - 1 - begin_] = content_[r - begin_] + (rows[r - 1].discardable ? Length() : rows[r - 1].height);
    }
  }

  // The cheapest columns of at most this height; `cost` counts columns that end early too.
  std::optional<ColumnPlan> fill(Length cap, int64_t& cost) {
    const size_t width = content_.size();
    best_.assign((columns_ + 1) * width, State());
    best_[0].cost = 0;
    for (size_t column = 0; column < columns_; ++column) {
      for (size_t at = 0; at < width; ++at) {
        if (best_[column * width + at].cost != kNever) extend(column, at, cap);
      }
    }
    const State& last = best_.back();
    if (last.cost == kNever) return std::nullopt;
    cost = last.cost;
    return plan(width);
  }

  Length content() const { return content_.front(); }

 private:
  struct State {  // columns that end here
    int64_t cost = kNever;
    int64_t breaks = 0;  // of the cost, what breaks do
    size_t from = 0;     // where the last of them begins
    Length tallest;
  };

  uint32_t after_white(uint32_t row) const {
    while (row < end_ && rows_[row].discardable) ++row;
    return row;
  }

  // All ends that the column after those that end at `at` may have.
  void extend(size_t column, size_t at, Length cap) {
    const size_t width = content_.size();
    const State from = best_[column * width + at];
    const Length room = cap * static_cast<int64_t>(columns_ - column - 1);  // of the columns after it
    if (at + 1 == width) return reach(column + 1, at, at, from, 0, 0, Length());
    const uint32_t first = after_white(begin_ + static_cast<uint32_t>(at));
    const uint32_t head = rows_[first].head;
    Length height = head == kNoHead ? Length() : heads_[head].height;
    Length blank;  // white space not counted unless more follows
    for (uint32_t row = first; row < end_; ++row) {
      const Row& here = rows_[row];
      if (here.discardable) {
        const Length above = height + blank;
        blank = (here.to_grid ? pitch_ * base::units_up(above + here.height, pitch_) : above + here.height) - height;
        continue;
      }
      height += blank + here.height;
      blank = Length();
      if (height > cap) return;
      const size_t to = row + 1 - begin_;
      if (content_[to] > room) continue;
      const bool last = row + 1 == end_;
      const int64_t left = last ? 0 : base::units_down(cap - height, pitch_);
      reach(column + 1, to, at, from, last ? 0 : break_cost(row + 1), left * left * kCostRow * kCostShort, height);
    }
  }

  // Of two ways that cost the same the later one has its fuller columns first.
  void reach(size_t column, size_t to, size_t at, const State& from, int64_t breaks, int64_t shortage, Length height) {
    State& state = best_[column * content_.size() + to];
    const int64_t cost = from.cost + breaks + shortage;
    if (cost <= state.cost) state = {cost, from.breaks + breaks, at, std::max(from.tallest, height)};
  }

  // White space before a row vanishes with the break.
  int64_t break_cost(uint32_t row) const {
    int64_t cost = 0;
    for (; row < end_ && rows_[row].discardable; ++row) cost += rows_[row].break_cost;
    return row < end_ ? cost + rows_[row].break_cost : cost;
  }

  ColumnPlan plan(size_t width) const {
    ColumnPlan plan;
    plan.cost = best_.back().breaks;
    plan.height = best_.back().tallest;
    size_t at = width - 1;
    for (size_t column = columns_; column > 1; --column) {
      at = best_[column * width + at].from;
      plan.ends.push_back(begin_ + static_cast<uint32_t>(at));
    }
    std::reverse(plan.ends.begin(), plan.ends.end());
    return plan;
  }

  const std::vector<Row>& rows_;
  const std::vector<RepeatedHead>& heads_;
  uint32_t begin_ = 0, end_;
  size_t columns_;
  Length pitch_;
  std::vector<Length> content_;  // by row from begin_: the height of what follows, white space left out
  std::vector<State> best_;      // by columns filled and row
};

}  // namespace

ColumnWidths column_widths(int wanted, std::optional<Length> gap, Length measure, Length em) {
  constexpr int64_t kFewestCharacters = 8;
  const int64_t least_gap = gap ? base::units_up(*gap, em) : 2;
  const int64_t characters = base::units_down(measure, em);
  for (int count = wanted; count > 1; --count) {
    const int64_t width = (characters - least_gap * (count - 1)) / count;
    if (width < kFewestCharacters) continue;
    return {count, em * width, (measure - em * width * count) / (count - 1)};
  }
  return {1, measure, Length()};
}

std::optional<ColumnPlan> fill_columns(const std::vector<Row>& rows, const std::vector<RepeatedHead>& heads,
                                       uint32_t begin, uint32_t end, int columns, Length height, Length pitch,
                                       bool balance) {
  Filler filler(rows, heads, begin, end, columns, pitch);
  int64_t cost = 0;
  if (!balance) return filler.fill(height, cost);
  std::optional<ColumnPlan> best;
  int64_t best_cost = kNever;
  int64_t raised = 0;  // rows above the lowest height that holds all
  Length cap = pitch * base::units_up(filler.content() / columns, pitch);
  for (bool last = false; !last; cap += pitch) {
    last = cap >= height;
    std::optional<ColumnPlan> plan = filler.fill(std::min(cap, height), cost);
    if (!plan && !best) continue;
    cost += raised * raised * kCostRow;
    if (plan && cost < best_cost) {
      best_cost = cost;
      best = std::move(plan);
    }
    ++raised;
    if (raised * raised * kCostRow >= best_cost) break;
  }
  return best;
}

}  // namespace huozi::layout
