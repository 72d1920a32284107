#include "layout/columns.h"

#include "support/catch.h"

using namespace huozi;
using base::Length;
using layout::fill_columns;
using layout::kCostKeep;
using layout::kCostWidow;
using layout::Row;

namespace {

constexpr Length kPitch = Length::points(20);

std::vector<Row> lines(size_t count) {
  std::vector<Row> rows(count);
  for (Row& row : rows) row.height = kPitch;
  return rows;
}

void make_white(Row& row) {
  row.discardable = true;
}

// "21 20 | cost": how many rows each column has. Heights in rows.
std::string show(const std::vector<Row>& rows, int columns, int64_t height, bool balance,
                 const std::vector<layout::RepeatedHead>& heads = {}) {
  const auto end = static_cast<uint32_t>(rows.size());
  const auto plan = fill_columns(rows, heads, 0, end, columns, kPitch * height, kPitch, balance);
  if (!plan) return "none";
  CHECK(plan->ends.size() + 1 == static_cast<size_t>(columns));
  std::string out;
  uint32_t begin = 0;
  for (const uint32_t column_end : plan->ends) {
    out += std::to_string(column_end - begin) + " ";
    begin = column_end;
  }
  out += std::to_string(end - begin);
  if (plan->cost > 0) out += " | " + std::to_string(plan->cost);
  return out;
}

}  // namespace

// CLREQ 2.4.2
TEST_CASE("balanced columns are even, the last takes the shortage") {
  CHECK(show(lines(41), 2, 40, true) == "21 20");
  CHECK(show(lines(40), 2, 40, true) == "20 20");
  CHECK(show(lines(41), 3, 40, true) == "14 14 13");
  CHECK(show(lines(40), 3, 40, true) == "14 14 12");
  CHECK(show(lines(1), 2, 40, true) == "1 0");
  CHECK(show(lines(0), 2, 40, true) == "0 0");
  CHECK(show(lines(41), 1, 41, true) == "41");
}

TEST_CASE("columns that are not balanced are filled one after another") {
  CHECK(show(lines(41), 2, 40, false) == "40 1");
  CHECK(show(lines(100), 3, 40, false) == "40 40 20");
  CHECK(show(lines(30), 2, 40, false) == "30 0");
}

TEST_CASE("rows that do not fit have no columns") {
  CHECK(show(lines(80), 2, 40, false) == "40 40");
  CHECK(show(lines(81), 2, 40, false) == "none");
  CHECK(show(lines(81), 2, 40, true) == "none");
  std::vector<Row> tall = lines(2);
  tall[1].height = kPitch * 41;
  CHECK(show(tall, 2, 40, true) == "none");
}

TEST_CASE("a column ends early rather than at a costly break") {
  std::vector<Row> rows = lines(70);
  rows[40].break_cost = kCostWidow;
  CHECK(show(rows, 2, 40, false) == "39 31");
  rows = lines(80);  // no room to give way
  rows[40].break_cost = kCostWidow;
  CHECK(show(rows, 2, 40, false) == "40 40 | " + std::to_string(layout::kCostWidow));
}

TEST_CASE("balanced columns give way to costly breaks by as little as they can") {
  std::vector<Row> rows = lines(41);
  rows[21].break_cost = kCostWidow;
  CHECK(show(rows, 2, 40, true) == "22 19");  // the shortage stays in the last column
  rows[22].break_cost = rows[23].break_cost = kCostKeep;
  CHECK(show(rows, 2, 40, true) == "20 21");
  for (size_t r = 1; r < rows.size(); ++r) rows[r].break_cost = kCostKeep;
  CHECK(show(rows, 2, 41, true) == "41 0");
  CHECK(show(rows, 2, 40, true) == "21 20 | " + std::to_string(layout::kCostKeep));
}

TEST_CASE("white space vanishes at a column's top and foot") {
  std::vector<Row> rows = lines(9);
  make_white(rows[4]);
  CHECK(show(rows, 2, 4, true) == "4 5");
  CHECK(show(rows, 2, 4, false) == "4 5");
  rows[5].break_cost = kCostWidow;  // of the same break
  CHECK(show(rows, 2, 4, false) == "4 5 | " + std::to_string(layout::kCostWidow));
  rows = lines(9);
  make_white(rows[0]);
  make_white(rows[8]);
  CHECK(show(rows, 2, 40, true) == "5 4");  // four lines, three and the white space
}

TEST_CASE("white space within a column ends on the grid") {
  std::vector<Row> rows = lines(6);
  rows[0].height = kPitch / 2;
  make_white(rows[1]);
  rows[1].height = kPitch / 4;
  rows[1].to_grid = true;
  CHECK(show(rows, 2, 3, false) == "4 2");
  CHECK(show(rows, 2, 3, true) == "4 2");
}

TEST_CASE("the head of a table stands again at a column's top") {
  std::vector<Row> rows = lines(9);
  for (size_t r = 1; r < rows.size(); ++r) rows[r].head = 0;
  std::vector<layout::RepeatedHead> heads(1);
  heads[0].height = kPitch;
  CHECK(show(rows, 2, 40, true, heads) == "5 4");
  CHECK(show(rows, 2, 5, false, heads) == "5 4");
  rows.push_back(rows.back());
  CHECK(show(rows, 2, 5, false, heads) == "none");
}

TEST_CASE("the height of columns is that of the tallest") {
  const std::vector<Row> rows = lines(41);
  CHECK(fill_columns(rows, {}, 0, 41, 2, kPitch * 40, kPitch, true)->height == kPitch * 21);
  CHECK(fill_columns(rows, {}, 10, 41, 2, kPitch * 40, kPitch, false)->height == kPitch * 31);
}

// CLREQ 2.4.2: columns and their gaps are whole ems, and make up the measure.
TEST_CASE("columns divide the measure into whole ems") {
  const Length em = Length::points(10);
  const auto show_widths = [&](int wanted, std::optional<Length> gap, int64_t measure) {
    const layout::ColumnWidths widths = layout::column_widths(wanted, gap, em * measure, em);
    CHECK(widths.width * widths.count + widths.gap * (widths.count - 1) == em * measure);
    return std::to_string(widths.count) + " of " + std::to_string(widths.width / em) + ", " +
           std::to_string(widths.gap.raw() * 10 / em.raw());
  };
  CHECK(show_widths(2, std::nullopt, 28) == "2 of 13, 20");
  CHECK(show_widths(2, std::nullopt, 29) == "2 of 13, 30");
  CHECK(show_widths(2, em * 3 / 2, 28) == "2 of 13, 20");
  CHECK(show_widths(3, em, 40) == "3 of 12, 20");
  CHECK(show_widths(3, em, 39) == "3 of 12, 15");
  CHECK(show_widths(2, Length(), 28) == "2 of 14, 0");
  CHECK(show_widths(1, std::nullopt, 28) == "1 of 28, 0");
  CHECK(show_widths(0, std::nullopt, 28) == "1 of 28, 0");
}

TEST_CASE("columns too narrow to read become fewer") {
  const Length em = Length::points(10);
  CHECK(layout::column_widths(6, std::nullopt, em * 28, em).count == 3);
  CHECK(layout::column_widths(2, em * 1000, em * 28, em).count == 1);
}
