#include "layout/ruby.h"

#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

std::vector<const layout::GlyphRun*> runs_of(const Typeset& book) {
  std::vector<const layout::GlyphRun*> runs;
  for (const layout::Row& row : book.galleys.at(0).rows) {
    for (const layout::RowItem& item : row.items) {
      if (const auto* run = std::get_if<layout::GlyphRun>(&item)) runs.push_back(run);
    }
  }
  return runs;
}

}  // namespace

TEST_CASE("an annotation stands in the middle above its base, after it in reading order, and moves no line") {
  const Typeset book({chapter("", {p({t("一"), ruby("二三四", "甲乙"), t("五")}), p("六")})});
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 5);
  CHECK(runs[1]->text == "二三四");
  CHECK(runs[2]->text == "甲乙");
  CHECK(runs[2]->size == base::Length::points(5));
  // The base stands from 10 to 40, its annotation is 10 wide.
  CHECK(runs[2]->origin.x == base::Length::points(20));
  CHECK(runs[2]->origin.y < runs[1]->origin.y - base::Length::points(8));
  CHECK(runs[3]->origin.x == base::Length::points(40));
  for (const layout::Row& row : book.galleys.at(0).rows) CHECK(row.height == base::Length::points(20));
}

TEST_CASE("a wider annotation overhangs its neighbours by half its em, then widens the base") {
  // 20 wide over 10: 2.5 over each neighbour, 5 more for the base.
  const Typeset book({chapter("", {p({t("一"), ruby("二", "甲乙丙丁"), t("三")})})});
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 4);
  CHECK(runs[1]->origin.x + runs[1]->glyphs[0].x == base::Length::ratio(25, 2));
  CHECK(runs[2]->origin.x == base::Length::ratio(15, 2));
  CHECK(runs[3]->origin.x == base::Length::points(25));
}

TEST_CASE("at a line's edge the annotation is flush with the edge") {
  const Typeset book({chapter("", {p({ruby("二", "甲乙丙丁"), t("三四五六七八九十"), ruby("一", "甲乙丙丁")})})});
  const base::Length measure = base::Length::points(100);
  for (const layout::GlyphRun* run : runs_of(book)) {
    CHECK(run->origin.x >= base::Length());
    CHECK(run->origin.x + run->glyphs.back().x + run->size <= measure);
  }
}

TEST_CASE("a pair is not broken between lines") {
  const Typeset book({chapter("", {p({t("一二三四五六七"), ruby("甲乙丙丁", "注"), t("戊")})})});
  const auto runs = runs_of(book);
  bool whole = false;
  for (const layout::GlyphRun* run : runs) whole = whole || run->text == "甲乙丙丁";
  CHECK(whole);
}

TEST_CASE("an annotation wider than the measure and one without a base lose nothing") {
  const std::string wide(90, 'a');
  const Typeset book({chapter("", {p({ruby("一二", wide), ruby("", "无基"), ruby("三", "")})})});
  std::string text;
  for (const layout::GlyphRun* run : runs_of(book)) text += run->text;
  CHECK(text.find(wide) != std::string::npos);
  CHECK(text.find("（无基）") != std::string::npos);
  CHECK(text.find("三") != std::string::npos);
}
