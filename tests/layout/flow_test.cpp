#include "layout/flow.h"

#include "support/catch.h"

using namespace huozi;
using base::Length;
using layout::Flow;
using layout::kCostKeep;
using layout::kCostWidow;
using layout::Row;

namespace {

constexpr Length pt(int64_t n) {
  return Length::points(n);
}

struct Sample {
  std::vector<Row> rows;
  Flow flow{rows, pt(20)};

  std::vector<int64_t> costs() const {
    std::vector<int64_t> out;
    for (const Row& row : rows) out.push_back(row.break_cost);
    return out;
  }
};

}  // namespace

TEST_CASE("heights on the grid are whole rows, off it their own") {
  Sample s;
  CHECK(s.flow.whole_rows(pt(1)) == pt(20));
  CHECK(s.flow.whole_rows(pt(20)) == pt(20));
  CHECK(s.flow.whole_rows(pt(20) + pt(1) / 10) == pt(20));  // rounding, not content
  CHECK(s.flow.whole_rows(pt(21)) == pt(40));
  CHECK(s.flow.whole_rows(Length()) == Length());
  std::vector<Row> rows;
  CHECK(Flow(rows, Length()).whole_rows(pt(13)) == pt(13));
}

TEST_CASE("neighbouring margins collapse to the larger and keep to the grid") {
  Sample s;
  s.flow.add(pt(20));
  s.flow.margin(pt(5));
  s.flow.margin(pt(25));
  s.flow.margin(pt(10));
  s.flow.add(pt(20));
  s.flow.add(pt(20));
  REQUIRE(s.rows.size() == 4);
  CHECK(s.rows[1].height == pt(40));
  CHECK(s.rows[1].discardable);
  CHECK_FALSE(s.rows[2].discardable);
}

TEST_CASE("a heading's blank rows stand for the margins beside it") {
  Sample s;
  s.flow.margin(pt(20));
  s.flow.drop_margin();
  s.flow.add(pt(60));
  s.flow.after_heading = true;
  s.flow.margin(pt(20));
  s.flow.add(pt(20));
  CHECK(s.rows.size() == 2);
  s.flow.margin(pt(20));
  s.flow.add(pt(20));
  CHECK(s.rows.size() == 4);
}

TEST_CASE("what is asked for the next row reaches it and no other") {
  Sample s;
  s.flow.keep_with_next();
  s.flow.anchor({0, 7});
  s.flow.set_string({"name", "value", {}});
  s.flow.at_foot();
  s.flow.add(pt(20));
  s.flow.add(pt(20));
  CHECK(s.costs() == std::vector<int64_t>{kCostKeep, 0});
  CHECK(s.rows[0].anchors == std::vector<document::NodeId>{{0, 7}});
  CHECK(s.rows[0].strings.size() == 1);
  CHECK(s.rows[0].at_foot);
  CHECK(s.rows[1].anchors.empty());
  CHECK(s.rows[1].strings.empty());
  CHECK_FALSE(s.rows[1].at_foot);
}

TEST_CASE("a forced break may ask for a side, which is that of the first row behind the white space") {
  using enum style::BreakBetween;
  Sample s;
  s.flow.add(pt(20));
  s.flow.force_break(recto);
  s.flow.margin(pt(20));
  s.flow.add(pt(20));
  s.flow.force_break();
  s.flow.add(pt(20));
  REQUIRE(s.rows.size() == 4);
  CHECK(s.rows[1].forced_break);
  CHECK(s.rows[2].side == recto);
  CHECK(s.rows[3].forced_break);
  CHECK(s.rows[3].side == auto_);
}

TEST_CASE("a block kept together may begin a page") {
  Sample s;
  s.flow.add(pt(20));
  s.flow.margin(pt(20));
  const size_t before = s.flow.size();
  s.flow.add(pt(20));
  s.flow.add(pt(20));
  s.flow.keep_together_from(before);
  CHECK(s.costs() == std::vector<int64_t>{0, 0, 0, kCostKeep});
  s.flow.keep_with_next();
  s.flow.add(pt(20));
  CHECK(s.costs().back() == kCostKeep);
  Sample empty;
  empty.flow.keep_together_from(0);
  CHECK(empty.costs().empty());
}

TEST_CASE("a forced break stands before the white space, once") {
  Sample s;
  s.flow.add(pt(20));
  s.flow.force_break();
  s.flow.margin(pt(20));
  s.flow.add(pt(20));
  REQUIRE(s.rows.size() == 3);
  CHECK(s.rows[1].forced_break);
  CHECK_FALSE(s.rows[2].forced_break);
}

TEST_CASE("the first and last lines of a paragraph are protected") {
  Sample s;
  s.flow.add(pt(20));
  for (int i = 0; i < 6; ++i) s.flow.add(pt(20));
  s.flow.protect_lines(6, 3, 2);
  CHECK(s.costs() == std::vector<int64_t>{0, 0, kCostWidow, kCostWidow, 0, 0, kCostWidow});
  Sample two;
  for (int i = 0; i < 2; ++i) two.flow.add(pt(20));
  two.flow.protect_lines(2, 2, 2);
  CHECK(two.costs() == std::vector<int64_t>{0, kCostWidow});
  Sample one;
  one.flow.add(pt(20));
  one.flow.protect_lines(1, 2, 2);
  one.flow.protect_lines(0, 2, 2);
  CHECK(one.costs() == std::vector<int64_t>{0});
}

TEST_CASE("rows kept together cost much to part") {
  Sample s;
  for (int i = 0; i < 4; ++i) s.flow.add(pt(20));
  s.flow.keep_together(3);
  CHECK(s.costs() == std::vector<int64_t>{0, 0, kCostKeep, kCostKeep});
  s.flow.keep_together(0);
  s.flow.keep_together(1);
  CHECK(s.costs() == std::vector<int64_t>{0, 0, kCostKeep, kCostKeep});
}
