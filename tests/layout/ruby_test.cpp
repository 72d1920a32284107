#include "layout/ruby.h"

#include "layout/paragraph_input.h"

#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/set_lines.h"
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

TEST_CASE("spelt sounds side by side stand a quarter of their em apart") {
  // 20 wide over 10 each; the second annotation begins 1.25 after the first ends.
  const Typeset book({chapter("", {p({ruby("一", "zhuangab"), ruby("二", "shuangab")})})});
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 4);
  CHECK(runs[3]->origin.x - runs[1]->origin.x == base::Length::points(20) + base::Length::ratio(5, 4));
}

TEST_CASE("spelt words stand half an em apart, within an annotation and between two") {
  // In one annotation the blank is a quarter of its em in the face.
  const Typeset one({chapter("", {p({ruby("北京大学", "Beijing Daxue")})})});
  const auto within = runs_of(one);
  REQUIRE(within.size() == 2);
  CHECK(within[1]->text == "Beijing Daxue");
  const auto& glyphs = within[1]->glyphs;
  CHECK(glyphs.at(7).x - glyphs.at(6).x == base::Length::ratio(5, 2) + base::Length::ratio(5, 2));
  CHECK(within[1]->origin.x + within[1]->origin.x + glyphs.back().x + base::Length::ratio(5, 2) ==
        base::Length::points(40));
  // 20 wide over two ems each, and half an em of the annotations between them.
  const Typeset two({chapter("", {p({ruby("北京", "Beijinga"), ruby("大学", "Daxueabc")})})});
  const auto between = runs_of(two);
  REQUIRE(between.size() == 4);
  CHECK(between[3]->origin.x - between[1]->origin.x == base::Length::points(20) + base::Length::ratio(5, 2));
}

TEST_CASE("no annotation stands over another, a blank between their bases or not") {
  for (const char* between : {"", " "}) {
    const Typeset book({chapter("", {p({ruby("一", "甲乙丙丁"), t(between), ruby("二", "甲乙丙丁")})})});
    const auto runs = runs_of(book);
    std::vector<const layout::GlyphRun*> annotations;
    for (const layout::GlyphRun* run : runs) {
      if (run->text == "甲乙丙丁") annotations.push_back(run);
    }
    REQUIRE(annotations.size() == 2);
    CHECK(annotations[0]->origin.x + base::Length::points(20) <= annotations[1]->origin.x);
  }
}

TEST_CASE("no annotation stands over a mark's ink") {
  // The comma after the base has its ink at this side, the one before has its blank half.
  const Typeset book({chapter("", {p({t("一，"), ruby("二", "甲乙丙丁"), t("，三")})})});
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 4);
  CHECK(runs[2]->origin.x == base::Length::points(20) - base::Length::ratio(5, 2));
  CHECK(runs[3]->origin.x == runs[2]->origin.x + base::Length::points(20));
  for (const char* mark : {"·", "——", "……", "）", "-"}) {
    const Typeset after({chapter("", {p({t("一"), ruby("二", "甲乙丙丁"), t(mark)})})});
    const auto marked = runs_of(after);
    REQUIRE(marked.size() == 4);
    CHECK(marked[3]->origin.x >= marked[2]->origin.x + base::Length::points(20));
  }
}

TEST_CASE("the blank an annotation stands over is not squeezed away") {
  // Of 16 pt, the annotation 8: 24 over 16, so 4 over the comma before, whose blank half is 8.
  layout::InlineText in = inline_text("一，二三，四");
  layout::TextStyle half = in.styles.front();
  half.size = kEmSize / 2;
  in.styles.push_back(half);
  in.rubies.push_back({6, 9, "甲乙丙", 1, style::RubyPosition::over, {}});
  text::Shaper shaper(test_library());
  text::ShapedText shaped = layout::shape_text(in, shaper);
  const auto rubies = layout::set_rubies(in, shaped, shaper);
  REQUIRE(rubies.size() == 1);
  CHECK(rubies[0].before == kEmSize / 4);
  layout::BreakInput input = layout::make_break_input(in, shaped);
  const base::Length to_comma = input.shrink(0, 2), to_base = input.shrink(0, 3), all = input.shrink(0, 6);
  layout::bind_rubies(rubies, input);
  CHECK(input.shrink(0, 2) == to_comma);
  CHECK(input.shrink(0, 3) == to_base - kEmSize / 4);
  CHECK(input.shrink(0, 6) == all - kEmSize / 4);
  CHECK(input.shrink(4, 6) == kEmSize / 2);  // the other comma's
}
