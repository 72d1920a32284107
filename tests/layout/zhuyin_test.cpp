#include "layout/zhuyin.h"

#include <algorithm>

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

constexpr const char* kSheet = "html { ruby-position: inter-character } .dots { text-emphasis: dot }";

std::vector<layout::GlyphRun> runs_of(const Typeset& book) {
  std::vector<layout::GlyphRun> runs;
  for (const layout::Row& row : book.galleys.at(0).rows) {
    for (const layout::RowItem& item : row.items) {
      if (const auto* run = std::get_if<layout::GlyphRun>(&item)) runs.push_back(*run);
    }
  }
  return runs;
}

// The run's em square; every glyph of the test font fills its own.
Length top_of(const layout::GlyphRun& run) {
  return run.origin.y - layout::ascent_of(run.size);
}

Length tenths(int64_t count) {
  return Length::ratio(count, 10);
}

}  // namespace

TEST_CASE("symbols stand one below the other at the right of their ideograph, three to its height") {
  const Typeset book({chapter("", {p({t("一"), ruby("二", "ㄓㄨㄤ"), t("三")}), p("四")})}, kSheet);
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 7);
  CHECK(runs[1].text == "二");
  CHECK(runs[1].glyphs.front().x == Length());
  for (size_t i = 2; i < 5; ++i) {
    // The middle of its square is that of its place, three tenths of the em high and wide.
    CHECK(runs[i].size >= Length::points(3));
    CHECK(runs[i].size < Length::ratio(9, 2));
    CHECK(runs[i].origin.x + runs[i].size / 2 == Length::points(20) + tenths(15));
    CHECK(top_of(runs[i]) + runs[i].size / 2 ==
          top_of(runs[1]) + tenths(20) + Length::points(3) * static_cast<int64_t>(i - 2));
  }
  CHECK(runs[2].text + runs[3].text + runs[4].text == "ㄓㄨㄤ");
  CHECK(runs[5].origin.x == Length::points(25));  // one and a half ems for both
  for (const layout::Row& row : book.galleys.at(0).rows) CHECK(row.height == Length::points(20));
}

TEST_CASE("a tone mark stands at the upper right of the last symbol, the light tone's dot above the first") {
  const Typeset book({chapter("", {p({ruby("一", "ㄅㄧˋ"), ruby("二", "˙ㄇㄚ")})})}, kSheet);
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 8);
  CHECK(runs[3].text == "ˋ");
  CHECK(runs[3].origin.x + runs[3].size / 2 > runs[2].origin.x + runs[2].size);
  CHECK(runs[3].origin.x + runs[3].size / 2 < Length::points(15));
  const auto middle = [](const layout::GlyphRun& run) { return top_of(run) + run.size / 2; };
  CHECK(middle(runs[3]) < middle(runs[2]));
  CHECK(middle(runs[3]) > middle(runs[1]));
  CHECK(runs[5].text == "˙");  // as it is written
  CHECK(middle(runs[5]) < top_of(runs[6]));
  CHECK(runs[5].origin.x + runs[5].size / 2 == runs[6].origin.x + runs[6].size / 2);
  CHECK(middle(runs[6]) < middle(runs[7]));
}

TEST_CASE("a base and its zhuyin stand on one line, each pair by itself") {
  // Six and a half ems would be left for the seventh pair's one and a half.
  Inlines nodes;
  for (int i = 0; i < 8; ++i) nodes.push_back(ruby("一", "ㄧ"));
  Words words{};
  static_cast<Inlines&>(words) = nodes;
  const Typeset book({chapter("", {p(words)})}, kSheet);
  size_t rows = 0;
  for (const layout::Row& row : book.galleys.at(0).rows) {
    size_t bases = 0, symbols = 0;
    for (const layout::RowItem& item : row.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item);
      if (!run) continue;
      (run->text == "一" ? bases : symbols) += 1;
      CHECK(run->origin.x + run->size <= Length::points(100));
    }
    CHECK(bases == symbols);
    if (bases > 0) ++rows;
  }
  CHECK(rows == 2);
}

TEST_CASE("what is not zhuyin of one ideograph stands above its base") {
  CHECK(layout::is_zhuyin("ㄓㄨㄤˋ"));
  CHECK(layout::is_zhuyin("˙ㄇㄚ"));
  CHECK_FALSE(layout::is_zhuyin(""));
  CHECK_FALSE(layout::is_zhuyin("ˋ"));
  CHECK_FALSE(layout::is_zhuyin("ㄅㄆㄇㄈ"));
  CHECK_FALSE(layout::is_zhuyin("ㄅˊˋ"));
  CHECK_FALSE(layout::is_zhuyin("ma"));
  const Typeset book({chapter("", {p({ruby("一", "ab"), ruby("二三", "ㄅ")})})}, kSheet);
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 4);
  for (const size_t i : {1, 3}) {
    CHECK(runs[i].size == Length::points(5));
    CHECK(runs[i].origin.y < top_of(runs[0]));
  }
}

TEST_CASE("an annotation under its base stands below the em square") {
  const Typeset book({chapter("", {p({ruby("一", "甲")})})}, "html { ruby-position: under }");
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 2);
  CHECK(top_of(runs[1]) == top_of(runs[0]) + Length::points(10));
}

TEST_CASE("marks of emphasis stand at the ideograph, not at its zhuyin") {
  Inline marked = span({ruby("一", "ㄧ"), t("二")});
  marked.info.attributes.classes = {"dots"};
  const Typeset book({chapter("", {p({marked})})}, kSheet);
  std::vector<Length> places;
  for (const layout::RowItem& item : book.galleys.at(0).rows.front().items) {
    const auto* path = std::get_if<layout::PathItem>(&item);
    if (!path) continue;
    for (const Length place : path->places) places.push_back(path->origin.x + place);
  }
  CHECK(places == std::vector<Length>{Length::points(5), Length::points(20)});
}

TEST_CASE("each symbol knows its place in the annotation; only the first begins it") {
  const Typeset book({chapter("", {p({ruby("一", "ㄅㄧˋ"), ruby("二", "˙ㄇㄚ")})})}, kSheet);
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 8);
  CHECK(runs[1].text_offset == 0);
  CHECK(runs[2].text_offset == 3);
  CHECK(runs[3].text_offset == 6);
  CHECK(runs[5].text_offset == 0);
  CHECK(runs[6].text_offset == 2);
}
