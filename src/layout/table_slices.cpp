#include "layout/table_slices.h"

#include <algorithm>
#include <iterator>

namespace huozi::layout {
namespace {

using style::BorderSide;

bool is_drawn(const BorderSide& side) {
  return side.style != style::BorderStyle::none && side.width > Length();
}

Length width_of(const BorderSide& side) {
  return is_drawn(side) ? side.width : Length();
}

Length height_of(const std::vector<Row>& rows) {
  Length height;
  for (const Row& row : rows) height += row.height;
  return height;
}

// One line of a cell within its group of rows.
struct Line {
  Length top, bottom;
  Row* row;
};

class Slicer {
 public:
  Slicer(const TableFrame& frame, std::vector<SetCell>& cells) : frame_(frame), cells_(cells) {}

  TableSlices run() {
    set_heights();
    const auto count = static_cast<uint32_t>(frame_.rules.size());
    std::vector<uint32_t> reach(count);  // by row: the row after the last that a span from it reaches
    for (uint32_t row = 0; row < count; ++row) reach[row] = row + 1;
    for (const SetCell& cell : cells_) {
      reach[cell.place.row] = std::max(reach[cell.place.row], cell.place.row + cell.place.rows);
    }
    const Length header = tops_[frame_.header_rows];
    uint32_t first = 0;
    if (header > Length() && header <= frame_.tallest) {
      group(0, frame_.header_rows);
      out_.header = 1;
      first = frame_.header_rows;
    }
    while (first < count) {
      uint32_t end = reach[first];
      for (uint32_t row = first; row < end; ++row) end = std::max(end, reach[row]);
      group(first, end);
      first = end;
    }
    return std::move(out_);
  }

 private:
  Length needed(const SetCell& cell) const {
    return std::max(height_of(cell.rows), cell.least_height) + cell.padding_top + cell.padding_bottom;
  }

  // CSS 2 17.5.3: a row is as tall as its tallest cell; what a spanning cell lacks is handed out over its rows.
  void set_heights() {
    std::vector<Length> heights(frame_.rules.size());
    for (const SetCell& cell : cells_) {
      if (cell.place.rows == 1) heights[cell.place.row] = std::max(heights[cell.place.row], needed(cell));
    }
    for (const SetCell& cell : cells_) {
      Length lack = needed(cell);
      for (uint32_t i = 0; i < cell.place.rows; ++i) lack -= heights[cell.place.row + i];
      for (uint32_t i = 0; i < cell.place.rows && lack > Length(); ++i) {
        const Length part = lack / (cell.place.rows - i);
        heights[cell.place.row + i] += part;
        lack -= part;
      }
    }
    tops_.assign(1, Length());
    for (const Length height : heights) tops_.push_back(tops_.back() + height);
  }

  // Rows [first, end): one slice, or one a line if they are too tall for that.
  void group(uint32_t first, uint32_t end) {
    const Length above = tops_[first];
    const Length height = tops_[end] - above;
    const bool whole = height <= frame_.tallest;
    const auto from = next_cell_;
    while (next_cell_ != cells_.size() && cells_[next_cell_].place.row < end) ++next_cell_;
    std::vector<Line> lines;
    for (size_t c = from; c < next_cell_; ++c) {
      SetCell& cell = cells_[c];
      Length y = tops_[cell.place.row] - above + cell.padding_top;
      if (whole) y += (tops_[cell.place.row + cell.place.rows] - tops_[cell.place.row] - needed(cell)) / 2;
      for (Row& row : cell.rows) {
        lines.push_back({y, y + row.height, &row});
        y += row.height;
      }
    }
    const std::vector<Length> ends = whole ? std::vector<Length>{height} : slice_ends(lines, height);
    const size_t begin = out_.rows.size();
    Length top;
    for (const Length bottom : ends) {
      add_slice(first, end, above, top, bottom, bottom == height);
      top = bottom;
    }
    fill(begin, ends, lines);
  }

  // Where no line of any cell is cut.
  static std::vector<Length> slice_ends(std::vector<Line> lines, Length height) {
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.top < b.top; });
    std::vector<Length> ends;
    Length reached;
    for (const Line& line : lines) {
      if (line.top >= reached && reached > Length()) ends.push_back(reached);
      reached = std::max(reached, line.bottom);
    }
    ends.push_back(height);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
  }

  // An empty slice with its rules. `last`: of its group.
  void add_slice(uint32_t first, uint32_t end, Length above, Length top, Length bottom, bool last) {
    Row& slice = out_.rows.emplace_back();
    const bool opens = out_.rows.size() == 1;
    const bool closes = last && end == frame_.rules.size();
    shift_ = opens ? frame_.lead + width_of(frame_.border.top) : Length();
    shifts_.push_back(shift_);
    const Length inner = bottom - top;
    slice.height = shift_ + inner;
    if (opens) rule(slice, frame_.border.top, {frame_.left, frame_.lead, frame_.width, frame_.border.top.width});
    const auto inside = [&](Length y) { return y > top && (y < bottom || (last && y == bottom)); };
    for (uint32_t row = first; row < end; ++row) {
      const BorderSide& side = frame_.rules[row];
      const Length y = tops_[row + 1] - above;
      if (inside(y)) rule(slice, side, {frame_.left, shift_ + y - top - side.width, frame_.width, side.width});
    }
    for (size_t c = first_cell_of(first); c < next_cell_; ++c) {
      const SetCell& cell = cells_[c];
      const Length cell_top = tops_[cell.place.row] - above;
      const Length cell_bottom = tops_[cell.place.row + cell.place.rows] - above;
      // Rules between two cells stand on the same place (collapsed borders, CSS 2 17.6.2).
      const auto across = [&](const BorderSide& side, Length y) {
        if (inside(y) || (y == top && top == Length())) {
          rule(slice, side, {cell.x, shift_ + y - top - side.width, cell.width, side.width});
        }
      };
      across(cell.border.top, cell_top);
      across(cell.border.bottom, cell_bottom);
      const Length from = std::max(cell_top, top);
      const Length to = std::min(cell_bottom, bottom);
      if (from >= to) continue;
      const auto down = [&](const BorderSide& side, Length x) {
        rule(slice, side, {x - side.width, shift_ + from - top, side.width, to - from});
      };
      down(cell.border.left, cell.x);
      down(cell.border.right, cell.x + cell.width);
    }
    const Length right = frame_.left + frame_.width;
    rule(slice, frame_.border.left, {frame_.left, shift_, frame_.border.left.width, inner});
    rule(slice, frame_.border.right, {right - frame_.border.right.width, shift_, frame_.border.right.width, inner});
    if (closes) {
      rule(slice, frame_.border.bottom, {frame_.left, slice.height, frame_.width, frame_.border.bottom.width});
      slice.height += width_of(frame_.border.bottom) + frame_.lead;
    }
  }

  static void rule(Row& slice, const BorderSide& side, const Rect& rect) {
    if (is_drawn(side)) slice.items.emplace_back(RuleItem{rect, side.color, {}});
  }

  // The cells come row by row.
  size_t first_cell_of(uint32_t row) const {
    const auto found = std::lower_bound(cells_.begin(), cells_.end(), row,
                                        [](const SetCell& cell, uint32_t r) { return cell.place.row < r; });
    return static_cast<size_t>(found - cells_.begin());
  }

  // The lines into the slices that begin with number `begin`.
  void fill(size_t begin, const std::vector<Length>& ends, const std::vector<Line>& lines) {
    std::vector<std::pair<uint32_t, size_t>> calls;
    for (const Line& line : lines) {
      const auto found = std::upper_bound(ends.begin(), ends.end() - 1, line.top);
      const size_t at = static_cast<size_t>(found - ends.begin());
      Row& slice = out_.rows[begin + at];
      const Length down = shifts_[begin + at] + line.top - (at > 0 ? ends[at - 1] : Length());
      for (RowItem& item : line.row->items) {
        shift(item, {Length(), down});
        slice.items.push_back(std::move(item));
      }
      for (const uint32_t note : line.row->calls) calls.emplace_back(note, at);
      std::move(line.row->anchors.begin(), line.row->anchors.end(), std::back_inserter(slice.anchors));
      std::move(line.row->strings.begin(), line.row->strings.end(), std::back_inserter(slice.strings));
    }
    // Where the lines of two cells stand side by side, a later cell's note may be called above an earlier one's: notes
    // follow each other, so the earlier one is taken along.
    std::sort(calls.begin(), calls.end());
    for (size_t i = calls.size(); i > 1; --i) calls[i - 2].second = std::min(calls[i - 2].second, calls[i - 1].second);
    for (const auto& [note, at] : calls) out_.rows[begin + at].calls.push_back(note);
  }

  const TableFrame& frame_;
  std::vector<SetCell>& cells_;
  std::vector<Length> tops_;    // of each row, and the end
  std::vector<Length> shifts_;  // by slice: what stands above its rows
  Length shift_;
  size_t next_cell_ = 0;
  TableSlices out_;
};

}  // namespace

TableSlices slice_table(const TableFrame& frame, std::vector<SetCell> cells) {
  return Slicer(frame, cells).run();
}

RepeatedHead repeated_head(const Row& slice) {
  RepeatedHead head{slice.height, {}, {}};
  for (const RowItem& item : slice.items) {
    const bool shown = std::holds_alternative<GlyphRun>(item) || std::holds_alternative<RuleItem>(item) ||
                       std::holds_alternative<PathItem>(item) || std::holds_alternative<ImageItem>(item);
    if (shown) head.items.push_back(item);
  }
  return head;
}

}  // namespace huozi::layout
