#include "layout/type_area.h"

#include <algorithm>

namespace huozi::layout {

std::vector<uint32_t> column_begins(const Galley& galley, const PlannedPage& page) {
  std::vector<uint32_t> begins(1, page.row_begin);
  begins.insert(begins.end(), page.column_ends.begin(), page.column_ends.end());
  for (uint32_t& row : begins) {
    while (row < page.row_end && galley.rows[row].discardable) ++row;
  }
  return begins;
}

namespace {

class Placing {
 public:
  Placing(const Galley& galley, const PlannedPage& page, const PageGeometry& geometry)
      : galley_(galley), page_(page), geometry_(geometry), top_(geometry.grid_top()) {}

  TypeArea run(Length notes) {
    const Length room = std::max(geometry_.rows_height() - notes, Length());
    bottom_ = top_ + geometry_.pitch * base::units_down(room, geometry_.pitch);
    floats();
    out_.rows.resize(page_.row_end - page_.row_begin);
    const std::vector<uint32_t> begins = column_begins(galley_, page_);
    const auto gaps = static_cast<int64_t>(galley_.columns - 1);
    const Length step = (geometry_.measure - galley_.column_gap * gaps) / galley_.columns + galley_.column_gap;
    Point at{geometry_.left, top_};
    for (size_t i = 0; i < begins.size(); ++i) {
      column(i > 0 ? page_.column_ends[i - 1] : page_.row_begin, begins[i],
             i < page_.column_ends.size() ? page_.column_ends[i] : page_.row_end, at);
      at.x += step;
    }
    return std::move(out_);
  }

 private:
  void floats() {
    for (const uint32_t index : page_.floats) {
      const PageFloat& each = galley_.floats[index];
      if (each.at_foot) bottom_ -= each.height;
    }
    Length foot = bottom_;
    for (const uint32_t index : page_.floats) {
      const PageFloat& each = galley_.floats[index];
      Length& y = each.at_foot ? foot : top_;
      out_.floats.push_back({geometry_.left, y});
      y += each.height;
    }
  }

  // White space before `first` vanishes.
  void column(uint32_t begin, uint32_t first, uint32_t end, Point at) {
    for (uint32_t r = begin; r < first; ++r) out_.rows[r - page_.row_begin] = at;
    if (first < end && galley_.rows[first].head != kNoHead) {
      out_.heads.push_back({galley_.rows[first].head, at});
      at.y += galley_.heads[galley_.rows[first].head].height;
    }
    for (uint32_t r = first; r < end; ++r) {
      const Row& row = galley_.rows[r];
      if (row.at_foot) {
        Length rest;
        for (uint32_t k = r; k < end; ++k) rest += galley_.rows[k].height;
        at.y = std::max(at.y, bottom_ - rest);
      }
      out_.rows[r - page_.row_begin] = at;
      at.y = end_of(row, at.y, top_, geometry_.pitch);
    }
  }

  const Galley& galley_;
  const PlannedPage& page_;
  const PageGeometry& geometry_;
  TypeArea out_;
  Length top_, bottom_;  // of the text
};

}  // namespace

TypeArea place_type_area(const Galley& galley, const PlannedPage& page, const PageGeometry& geometry, Length notes) {
  return Placing(galley, page, geometry).run(notes);
}

}  // namespace huozi::layout
