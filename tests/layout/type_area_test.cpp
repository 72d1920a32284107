#include "layout/type_area.h"

#include "support/catch.h"

using namespace huozi;
using base::Length;
using layout::Galley;
using layout::PlannedPage;
using layout::Row;

namespace {

constexpr Length pt(int64_t n) {
  return Length::points(n);
}

// A type area of 280 x 100 pt at (30, 25): five rows of 20 pt.
layout::PageGeometry geometry() {
  layout::PageGeometry g;
  g.left = pt(30);
  g.top = pt(25);
  g.measure = pt(280);
  g.pitch = pt(20);
  g.lines = 5;
  return g;
}

Galley galley(size_t rows) {
  Galley out;
  out.rows.resize(rows);
  for (Row& row : out.rows) row.height = pt(20);
  return out;
}

void add_float(Galley& galley, int64_t height, bool at_foot) {
  galley.floats.push_back({{}, pt(height), at_foot, false});
}

std::string show(const Galley& galley, const PlannedPage& page, int64_t notes = 0) {
  const layout::TypeArea places = layout::place_type_area(galley, page, geometry(), pt(notes));
  std::string out;
  const auto add = [&](const layout::Point& at) {
    out += (out.empty() ? "" : " ") + std::to_string(at.x / pt(1)) + "," + std::to_string(at.y / pt(1));
  };
  for (const layout::TypeArea::Head& head : places.heads) add(head.at);
  if (!places.heads.empty()) out += " /";
  for (const layout::Point& at : places.rows) add(at);
  if (!places.floats.empty()) out += " |";
  for (const layout::Point& at : places.floats) add(at);
  return out;
}

PlannedPage page(uint32_t begin, uint32_t end, std::vector<uint32_t> column_ends = {},
                 std::vector<uint32_t> floats = {}) {
  PlannedPage out;
  out.row_begin = begin;
  out.row_end = end;
  out.column_ends = std::move(column_ends);
  out.floats = std::move(floats);
  return out;
}

}  // namespace

TEST_CASE("rows stand one below the other, columns beside each other") {
  Galley g = galley(5);
  CHECK(show(g, page(0, 3)) == "30,25 30,45 30,65");
  g.columns = 2;
  g.column_gap = pt(20);
  CHECK(show(g, page(0, 5, {3})) == "30,25 30,45 30,65 180,25 180,45");
  CHECK(show(g, page(0, 1, {1})) == "30,25");
  g.columns = 3;
  CHECK(show(g, page(1, 4, {2, 3})) == "30,25 130,25 230,25");
}

TEST_CASE("white space at a column's top takes no room") {
  Galley g = galley(4);
  g.columns = 2;
  g.rows[2].discardable = true;
  CHECK(show(g, page(0, 4, {2})) == "30,25 30,45 170,25 170,25");
  CHECK(layout::column_begins(g, page(0, 4, {2})) == std::vector<uint32_t>{0, 3});
  CHECK(layout::column_begins(g, page(0, 2, {2})) == std::vector<uint32_t>{0, 2});
}

TEST_CASE("a table that goes on in the next column has its head again") {
  Galley g = galley(4);
  g.columns = 2;
  g.heads.push_back({pt(10), {}, {}});
  for (size_t r = 1; r < 4; ++r) g.rows[r].head = 0;
  CHECK(show(g, page(0, 4, {2})) == "170,25 / 30,25 30,45 170,35 170,55");
  CHECK(show(g, page(2, 4)) == "30,25 / 30,35 30,55");
}

// css-page-floats-3: floats are stacked from the edge they are sent to.
TEST_CASE("floats stand at the head and the foot, the text between them") {
  Galley g = galley(2);
  add_float(g, 20, false);
  add_float(g, 40, true);
  add_float(g, 20, false);
  CHECK(show(g, page(0, 1, {}, {0, 1, 2})) == "30,65 | 30,25 30,85 30,45");
  CHECK(show(g, page(0, 2, {}, {0})) == "30,45 30,65 | 30,25");
  CHECK(show(g, page(0, 0, {}, {1})) == " | 30,85");
}

TEST_CASE("floats at the foot stand on the grid above the notes") {
  Galley g = galley(1);
  add_float(g, 20, true);
  CHECK(show(g, page(0, 1, {}, {0}), 0) == "30,25 | 30,105");
  CHECK(show(g, page(0, 1, {}, {0}), 20) == "30,25 | 30,85");
  CHECK(show(g, page(0, 1, {}, {0}), 25) == "30,25 | 30,65");
}

TEST_CASE("what stands at the foot of its page stands above floats and notes") {
  Galley g = galley(3);
  g.rows[1].at_foot = true;
  add_float(g, 20, true);
  CHECK(show(g, page(0, 3)) == "30,25 30,85 30,105");
  CHECK(show(g, page(0, 3, {}, {0})) == "30,25 30,65 30,85 | 30,105");
  CHECK(show(g, page(0, 3), 20) == "30,25 30,65 30,85");
}
