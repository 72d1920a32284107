// Where the pages of a galley may begin and end: before its rows, and before the lines of paragraphs set another way.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"

namespace huozi::layout {

// Place r <= n is before row r of n; those after them are before lines 1, 2, ... of the variants, in order.
class BreakPlaces {
 public:
  explicit BreakPlaces(const Galley& galley);

  struct InVariant {
    uint32_t variant, line;
  };

  uint32_t rows() const { return rows_; }
  uint32_t size() const { return rows_ + 1 + static_cast<uint32_t>(inner_.size()); }
  bool is_inner(uint32_t place) const { return place > rows_; }
  InVariant inner(uint32_t place) const { return inner_[place - rows_ - 1]; }
  uint32_t inner_place(uint32_t variant, uint32_t line) const { return first_inner_[variant] + line - 1; }
  uint32_t lines(uint32_t variant) const { return static_cast<uint32_t>(galley_.variants[variant].rows.size()); }

  // The variants of the paragraph that begins with a row, and of the one that ends before it.
  struct Range {
    uint32_t begin, end;
  };
  Range beginning(uint32_t row) const { return {beginning_[row], beginning_[row + 1]}; }
  Range ending(uint32_t row) const { return {ending_[row], ending_[row + 1]}; }

  // The block that may move and whose white space begins with a row; kNoBlock where none does.
  static constexpr uint32_t kNoBlock = UINT32_MAX;
  uint32_t movable_at(uint32_t row) const { return movables_.empty() ? kNoBlock : movables_[row]; }

  // White space vanishes with the break, so what counts is the row it stands before: the first row at or after `row`
  // that is no white space (rows() if none is left), what a break there costs, and whether one is asked for.
  uint32_t text_from(uint32_t row) const { return breaks_[row].text; }
  int64_t break_cost(uint32_t row) const { return breaks_[row].cost; }
  bool forced(uint32_t row) const { return breaks_[row].forced; }

  // Notes and floats called before a place.
  uint32_t notes_before(uint32_t place) const { return called_[place].notes; }
  uint32_t floats_before(uint32_t place) const { return called_[place].floats; }

 private:
  struct Break {
    uint32_t text = 0;
    bool forced = false;
    int64_t cost = 0;
  };
  struct Called {
    uint32_t notes = 0, floats = 0;
    void add(const Row& row);
  };

  const Galley& galley_;
  uint32_t rows_;
  std::vector<InVariant> inner_;
  std::vector<uint32_t> first_inner_;         // by variant
  std::vector<uint32_t> beginning_, ending_;  // by row: the first variant that begins or ends there or after it
  std::vector<uint32_t> movables_;            // by row; empty where there are none
  std::vector<Break> breaks_;                 // by row
  std::vector<Called> called_;                // by place
};

}  // namespace huozi::layout
