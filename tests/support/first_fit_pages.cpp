#include "support/first_fit_pages.h"

#include <algorithm>
#include <limits>

namespace huozi::test {

using namespace layout;

namespace {

constexpr int64_t kCostSlackRow = 1000;  // times the square of the rows left empty
constexpr int64_t kCostSplitNote = 4000;

class Breaker {
 public:
  Breaker(const Galley& galley, const PageRooms& rooms) : galley_(galley), rooms_(rooms), pitch_(rooms.pitch) {}

  PagePlan run() {
    PagePlan plan;
    while (row_ < galley_.rows.size() || !notes_done()) {
      room_ = plan.empty() ? rooms_.first : rooms_.later;
      plan.push_back(next_page(plan.empty()));
    }
    return plan;
  }

 private:
  bool notes_done() const { return open_note_ == called_; }

  Length lines_height(uint32_t note, size_t begin, size_t end) const {
    Length height;
    const auto& rows = galley_.notes[note].rows;
    for (size_t i = begin; i < end; ++i) height += rows[i].height;
    return height;
  }

  // What is left of the notes called on earlier pages.
  Length carried_height() const {
    Length height;
    for (uint32_t n = open_note_; n < called_; ++n) {
      height += lines_height(n, n == open_note_ ? open_line_ : 0, galley_.notes[n].rows.size());
    }
    return height;
  }

  // The least that the note must have on its call's page: two lines, or all of it.
  Length least_height(uint32_t note) const {
    return lines_height(note, 0, std::min<size_t>(2, galley_.notes[note].rows.size()));
  }

  Length with_area(Length notes, const PageRoom& room) const {
    return notes > Length() ? notes + room.note_overhead : notes;
  }
  Length with_area(Length notes) const { return with_area(notes, room_); }

  // Whether a page after the first could begin with the next row and what its notes need there.
  bool fits_later() const {
    Length notes;
    for (const uint32_t note : galley_.rows[row_].calls) notes += least_height(note);
    return galley_.rows[row_].height + with_area(notes, rooms_.later) <= rooms_.later.rows;
  }

  // The header that stands again above a page's first row.
  Length head_height(size_t row) const {
    if (row >= galley_.rows.size() || galley_.rows[row].head == kNoHead) return Length();
    return galley_.heads[galley_.rows[row].head].height;
  }

  // The height of white space below rows of height `above`.
  Length white(const Row& row, Length above) const {
    return row.to_grid ? pitch_ * base::units_up(above + row.height, pitch_) - above : row.height;
  }

  PlannedPage next_page(bool first) {
    const size_t n = galley_.rows.size();
    while (row_ < n && galley_.rows[row_].discardable) ++row_;
    PlannedPage page;
    page.row_begin = page.row_end = static_cast<uint32_t>(row_);
    const Length carried = carried_height();

    int64_t best_cost = std::numeric_limits<int64_t>::max();
    size_t best = row_;
    Length body = head_height(row_);  // rows up to the one considered
    Length blank;                     // discardable rows at the end, not counted unless more follows
    Length full = carried;            // notes that must stand whole
    Length last_least;                // the last note's least part
    uint32_t called = called_;
    for (size_t e = row_; e < n; ++e) {
      const Row& row = galley_.rows[e];
      if (e > row_ && row.forced_break) break;
      if (row.discardable) {
        blank += white(row, body + blank);
      } else {
        body += blank + row.height;
        blank = Length();
      }
      for (const uint32_t note : row.calls) {
        if (called > called_) full += lines_height(called - 1, 0, galley_.notes[called - 1].rows.size());
        called = note + 1;
        last_least = least_height(note);
      }
      const Length notes = full + (called > called_ ? last_least : Length());
      if (body + with_area(notes) > room_.rows) break;
      const bool ends = e + 1 == n || galley_.rows[e + 1].forced_break;
      const Length all_notes =
          full + (called > called_ ? lines_height(called - 1, 0, galley_.notes[called - 1].rows.size()) : Length());
      const Length slack = room_.rows - body - with_area(all_notes);
      const bool split = slack < Length();
      const int64_t rows_left = split ? 0 : base::units_down(slack, pitch_);
      const int64_t cost =
          ends ? (split ? kCostSplitNote : 0)
               : break_cost(e + 1) + rows_left * rows_left * kCostSlackRow + (split ? kCostSplitNote : 0);
      if (cost <= best_cost) {
        best_cost = cost;
        best = e + 1;
      }
    }
    if (best == row_ && row_ < n && carried == Length() && !(first && fits_later())) {
      best = row_ + 1;  // does not fit in any way
    }
    take(best, page);
    return page;
  }

  // White space before a row vanishes with the break, so the cost is that of the row it stands before.
  int64_t break_cost(size_t row) const {
    int64_t cost = 0;
    while (row < galley_.rows.size() && galley_.rows[row].discardable) cost += galley_.rows[row++].break_cost;
    return row < galley_.rows.size() ? cost + galley_.rows[row].break_cost : cost;
  }

  // Commits rows up to `end`, then as many note lines as the rest of the page holds.
  void take(size_t end, PlannedPage& page) {
    Length body = row_ < end ? head_height(row_) : Length();
    Length blank;
    for (; row_ < end; ++row_) {
      const Row& row = galley_.rows[row_];
      if (row.discardable) {
        blank += white(row, body + blank);
      } else {
        body += blank + row.height;
        blank = Length();
      }
      for (const uint32_t note : row.calls) called_ = std::max(called_, note + 1);
    }
    page.row_end = static_cast<uint32_t>(end);
    Length room = room_.rows - body - room_.note_overhead;
    const bool alone = page.row_begin == page.row_end;
    while (open_note_ < called_) {
      const auto& rows = galley_.notes[open_note_].rows;
      uint32_t line = open_line_;
      while (line < rows.size() && (rows[line].height <= room || (alone && page.notes.empty() && line == open_line_))) {
        room -= rows[line].height;
        ++line;
      }
      if (line > open_line_) page.notes.push_back({open_note_, open_line_, line});
      open_line_ = line;
      if (line < rows.size()) break;
      ++open_note_;
      open_line_ = 0;
    }
  }

  const Galley& galley_;
  const PageRooms& rooms_;
  PageRoom room_;  // of the page at work
  Length pitch_;
  size_t row_ = 0;
  uint32_t called_ = 0;     // notes called so far
  uint32_t open_note_ = 0;  // the first note not wholly printed
  uint32_t open_line_ = 0;
};

}  // namespace

PagePlan first_fit_pages(const Galley& galley, const PageRooms& rooms) {
  return Breaker(galley, rooms).run();
}

}  // namespace huozi::test
