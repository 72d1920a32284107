// Galleys without content: rows of 20 pt on pages of five, notes of lines of 10 pt. Header only.
#pragma once

#include "layout/flow.h"
#include "layout/page_breaker.h"

namespace huozi::test {

constexpr base::Length pt(int64_t n) {
  return base::Length::points(n);
}

inline layout::Row row(int64_t height = 20, int64_t cost = 0) {
  layout::Row out;
  out.height = pt(height);
  out.break_cost = cost;
  return out;
}

inline layout::Galley galley(size_t rows) {
  layout::Galley out;
  for (size_t i = 0; i < rows; ++i) out.rows.push_back(row());
  return out;
}

// A note of so many lines, called in that row.
inline void add_note(layout::Galley& galley, size_t called_in, size_t lines, int64_t height = 10) {
  galley.rows[called_in].calls.push_back(static_cast<uint32_t>(galley.notes.size()));
  galley.notes.emplace_back();
  for (size_t i = 0; i < lines; ++i) galley.notes.back().rows.push_back(row(height));
}

// Pages of five rows; notes need 10 pt above them.
inline layout::PageRooms rooms(layout::PageRoom first = {pt(100), pt(10)}) {
  return {pt(20), first, {pt(100), pt(10)}};
}

}  // namespace huozi::test
