#include "layout/decoration.h"

#include "layout/mark_shape.h"
#include "layout/table_slices.h"
#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;
using layout::GlyphRun;
using layout::PathItem;
using layout::RuleItem;

namespace {

constexpr const char* kSheet = R"(
.proper-noun, u { text-decoration: underline }
.book-name { text-decoration: underline wavy }
.dots { text-emphasis: dot }
.over { text-emphasis: dot; text-emphasis-position: over }
.large { font-size: 20pt; line-height: 20pt }
s { text-decoration: line-through }
.deceased { border: 0.5pt solid }
strong { font-family: kai; text-decoration: none }
)";

// Of 10 pt, in points and hundredths of one.
Length hundredths(int64_t count) {
  return Length::ratio(count, 100);
}
const Length kIn = hundredths(70);  // what an underline's end is drawn in by
const Length kFrameGap = Length::points(10).scaled(60, 1000);

Inline with(std::string name, Words children) {
  Inline node = span(std::move(children));
  node.info.attributes.classes = {std::move(name)};
  return node;
}
Inline name(Words children) {
  return with("proper-noun", std::move(children));
}
Inline title(Words children) {
  return with("book-name", std::move(children));
}
Inline dots(Words children) {
  return with("dots", std::move(children));
}

Inline framed(Words children) {
  return with("deceased", std::move(children));
}

Typeset set(Blocks blocks, const std::string& css = {}) {
  return Typeset({chapter("", std::move(blocks))}, kSheet + css);
}

template <typename T>
std::vector<T> all(const layout::Row& row) {
  std::vector<T> out;
  for (const layout::RowItem& item : row.items) {
    if (const auto* found = std::get_if<T>(&item)) out.push_back(*found);
  }
  return out;
}
template <typename T>
std::vector<T> all(const Typeset& book) {
  std::vector<T> out;
  for (const layout::Row& row : book.galleys.at(0).rows) {
    for (T& item : all<T>(row)) out.push_back(std::move(item));
  }
  return out;
}

std::string text_of(const layout::Row& row) {
  std::string out;
  for (const GlyphRun& run : all<GlyphRun>(row)) out += run.text;
  return out;
}

// Where the figure's first place begins and its last ends, and its upper and lower edge.
struct Extent {
  Length left, right, top, bottom;
};
Extent extent(const PathItem& path) {
  Extent out{path.origin.x, path.origin.x, path.origin.y, path.origin.y};
  for (const Length place : path.places) {
    for (const layout::PathStep& step : path.steps) {
      for (const layout::Point& at : step.points) {
        out.left = std::min(out.left, path.origin.x + place + at.x);
        out.right = std::max(out.right, path.origin.x + place + at.x);
        out.top = std::min(out.top, path.origin.y + at.y);
        out.bottom = std::max(out.bottom, path.origin.y + at.y);
      }
    }
  }
  return out;
}

std::vector<Length> middles(const PathItem& path) {
  std::vector<Length> out;
  for (const Length place : path.places) out.push_back(path.origin.x + place);
  return out;
}

}  // namespace

TEST_CASE("a name has one line under all of it, each end drawn in, below the em square") {
  const Typeset book = set({p({t("一"), name("二三"), t("四")})});
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.x == Length::points(10) + kIn);
  CHECK(rules[0].rect.width == Length::points(20) - kIn * 2);
  CHECK(rules[0].rect.height == hundredths(50));
  const Length baseline = all<GlyphRun>(book)[0].origin.y;
  CHECK(rules[0].rect.y == baseline + Length::points(2));
}

TEST_CASE("two names side by side have lines of their own, an eighth of an em apart at least") {
  const Typeset book = set({p({name("张三"), name("李四"), title("史记"), title("汉书")})});
  const auto rules = all<RuleItem>(book);
  const auto waves = all<PathItem>(book);
  REQUIRE(rules.size() == 2);
  REQUIRE(waves.size() == 2);
  const Length least = hundredths(125);
  CHECK(rules[1].rect.x - (rules[0].rect.x + rules[0].rect.width) >= least);
  CHECK(extent(waves[0]).left - waves[0].pen / 2 - (rules[1].rect.x + rules[1].rect.width) >= least);
  CHECK(extent(waves[1]).left - extent(waves[0]).right - waves[0].pen >= least);
}

TEST_CASE("a name of several runs, faces and scripts has one line; it covers the gaps within, not those around") {
  // 一 ¼ ab 2½ — letters take half an em, the gap beside Han a quarter.
  const Typeset book = set({p({t("一"), name({t("ab"), strong("二"), t("cd")}), t("三")})});
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.x == hundredths(1250) + kIn);
  CHECK(rules[0].rect.x + rules[0].rect.width == hundredths(4750) - kIn);
}

TEST_CASE("a line begins and ends with the ink: not under the blank half of a mark, not under an annotation's room") {
  const Typeset book = set({p({title("《一》"), t("二"), name({ruby("三", "甲乙丙丁")}), t("四")})});
  const auto waves = all<PathItem>(book);
  REQUIRE(waves.size() == 1);
  CHECK(extent(waves[0]).left - waves[0].pen / 2 == Length::points(5) + kIn);
  CHECK(extent(waves[0]).right + waves[0].pen / 2 == Length::points(25) - kIn);
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.width == Length::points(10) - kIn * 2);
  const auto runs = all<GlyphRun>(book);
  CHECK(rules[0].rect.x == runs[2].origin.x + runs[2].glyphs[0].x + kIn);
}

TEST_CASE("a line follows the stretch of its text, and over a line break each part has its own") {
  // Seven squares before a word of 36 that cannot be broken: the first line is stretched.
  const Typeset book = set({p({name("一二三四五六七"), t("abcdefghij")}), p({t("一二三四五六七八"), name("甲乙丙丁")})},
                           ".proper-noun { font-size: 10pt }");
  const auto& rows = book.galleys.at(0).rows;
  const auto stretched = all<GlyphRun>(rows[0]);
  REQUIRE(all<RuleItem>(rows[0]).size() == 1);
  const Length end = stretched[0].origin.x + stretched[0].glyphs.back().x + Length::points(10);
  CHECK(end > Length::points(70));
  CHECK(all<RuleItem>(rows[0])[0].rect.x + all<RuleItem>(rows[0])[0].rect.width == end - kIn);
}

TEST_CASE("a name is not broken between lines where that can be, and where it cannot each line has its part") {
  const Typeset whole = set({p({t("一二三四五六七八九"), name("甲乙"), t("丙丁戊己庚辛壬癸子丑寅卯")})});
  CHECK(text_of(whole.galleys.at(0).rows[0]) == "一二三四五六七八九");
  CHECK(all<RuleItem>(whole.galleys.at(0).rows[1]).size() == 1);
  const Typeset plain = set({p({t("一二三四五六七八九"), with("x", "甲乙"), t("丙丁戊己庚辛壬癸子丑寅卯")})});
  CHECK(text_of(plain.galleys.at(0).rows[0]) == "一二三四五六七八九甲");

  const Typeset parted = set({p({t("一二三四五"), name("甲乙丙丁戊己庚辛壬癸子丑"), t("六")})});
  const auto& rows = parted.galleys.at(0).rows;
  REQUIRE(rows.size() == 2);
  REQUIRE(all<RuleItem>(rows[0]).size() == 1);
  REQUIRE(all<RuleItem>(rows[1]).size() == 1);
  CHECK(all<RuleItem>(rows[0])[0].rect.x == Length::points(50) + kIn);
  CHECK(all<RuleItem>(rows[0])[0].rect.width == Length::points(50) - kIn * 2);
  CHECK(all<RuleItem>(rows[1])[0].rect.x == kIn);
  CHECK(all<RuleItem>(rows[1])[0].rect.width == Length::points(70) - kIn * 2);
}

TEST_CASE("a note's mark in a name has no line") {
  const Typeset book = set({p({name({t("一"), note({p("注")}), t("二")})})});
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].rect.x + rules[0].rect.width == Length::points(10) - kIn);
  CHECK(rules[1].rect.x == Length::points(15) + kIn);
}

TEST_CASE("the wave is whole half waves long and stays in its band") {
  const auto steps = layout::wave(Length::points(10), Length::points(3), Length::points(1));
  REQUIRE(steps.size() == 4);  // 10 / 3, rounded
  CHECK(steps.back().points[2].x == Length::points(10));
  CHECK(steps.back().points[2].y == Length());
  CHECK(steps[1].points[0].y == Length::points(-4) / 3);
  CHECK(steps[2].points[0].y == Length::points(4) / 3);
  CHECK(layout::wave(Length::points(1), Length::points(9), Length::points(1)).size() == 2);
}

TEST_CASE("the decorating element decides the line's height, thickness and colour; larger text lowers it") {
  const Typeset book = set({p({name({t("一"), with("large", "二")})})}, ".large { color: #f00 }");
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.height == hundredths(50));
  CHECK(rules[0].color == style::Color{});
  const Length baseline = all<GlyphRun>(book)[0].origin.y;
  CHECK(rules[0].rect.y == baseline + hundredths(320));  // 2.4 of the large square, and 0.8
  CHECK(rules[0].rect.width == Length::points(30) - kIn * 2);
}

TEST_CASE("underlines within each other: one of the same kind, one below the other of two kinds") {
  const Typeset same = set({p({name({t("一"), name("二")})})});
  REQUIRE(all<RuleItem>(same).size() == 2);
  CHECK(all<RuleItem>(same)[0].rect.y == all<RuleItem>(same)[1].rect.y);
  const Typeset other = set({p({title({name("一"), t("二")})})});
  REQUIRE(all<RuleItem>(other).size() == 1);
  REQUIRE(all<PathItem>(other).size() == 1);
  const RuleItem inner = all<RuleItem>(other)[0];
  CHECK(extent(all<PathItem>(other)[0]).top > inner.rect.y + inner.rect.height);
}

TEST_CASE("in other languages an underline is near the baseline unless it is told to stay below") {
  Inline english = name("abc");
  english.info.attributes.lang = "en";
  const Typeset near = set({p({english, name("abc")})});
  CHECK(all<RuleItem>(near)[0].rect.y < all<RuleItem>(near)[1].rect.y);
  const Typeset below = set({p({english, name("abc")})}, "html { text-underline-position: under }");
  CHECK(all<RuleItem>(below)[0].rect.y == all<RuleItem>(below)[1].rect.y);
}

TEST_CASE("struck-out text: a line through the middle of its squares, from edge to edge, over the text") {
  const Typeset book = set({p({t("一"), styled(document::StyledKind::strikethrough, {t("二ab")}), t("三")})});
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.x == Length::points(10));
  CHECK(rules[0].rect.width == hundredths(2250));
  const Length baseline = all<GlyphRun>(book)[0].origin.y;
  CHECK(rules[0].rect.y + rules[0].rect.height / 2 == baseline - hundredths(380));
  CHECK(std::holds_alternative<RuleItem>(book.galleys.at(0).rows[0].items.back()));
}

TEST_CASE("a block's decoration is on its lines and on the blocks in it, not on their notes' marks") {
  const Typeset book =
      set({quote({p({t("一二"), note({p("注")})})})}, "blockquote { text-decoration: underline; margin: 0 }");
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.width == Length::points(20) - kIn * 2);
}

TEST_CASE("each Han has a dot in its middle, below; marks, letters, digits and note marks have none") {
  const Typeset book = set({p({t("一"), dots({t("二，ab三9"), note({p("注")}), t("四")}), t("五")})});
  const auto marks = all<PathItem>(book);
  REQUIRE(marks.size() == 1);
  // 一 二 ， ab ¼ 三 ¼ 9 ① 四
  CHECK(middles(marks[0]) == std::vector<Length>{Length::points(15), hundredths(4750), Length::points(70)});
  CHECK(marks[0].pen == Length());
  const Length baseline = all<GlyphRun>(book)[0].origin.y;
  CHECK(extent(marks[0]).top > baseline + hundredths(120));     // clear of the em square
  CHECK(extent(marks[0]).bottom < baseline + hundredths(300));  // and of the next line's annotations
  for (const layout::Row& row : book.galleys.at(0).rows) CHECK(row.height == Length::points(20));
}

TEST_CASE("a line first, then the dots; all dots of a line keep one row") {
  const Typeset book = set({p({dots({t("一"), name("二"), t("三")}), title({dots("四")})})});
  const auto paths = all<PathItem>(book);
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 1);
  REQUIRE(paths.size() == 5);  // the wave and four elements' dots
  CHECK(extent(paths[1]).top > rules[0].rect.y + rules[0].rect.height);
  CHECK(extent(paths[1]).top > extent(paths[0]).bottom);
  for (size_t i = 2; i < 5; ++i) CHECK(paths[i].origin.y == paths[1].origin.y);
}

TEST_CASE("dots over the text: by the language, when asked for, and beyond an annotation") {
  Inline japanese = dots("一");
  japanese.info.attributes.lang = "ja";
  const Typeset book = set({p({japanese, with("over", {t("二"), ruby("三", "甲")})})});
  const auto marks = all<PathItem>(book);
  REQUIRE(marks.size() == 3);
  const Length square = all<GlyphRun>(book)[0].origin.y - hundredths(880);
  CHECK(extent(marks[0]).bottom < square);
  CHECK(marks[1].origin.y == marks[0].origin.y);
  CHECK(extent(marks[2]).bottom < square - Length::points(5));
  const Typeset under = set({p({japanese})}, "html { text-emphasis-position: under right }");
  CHECK(all<PathItem>(under)[0].origin.y > all<GlyphRun>(under)[0].origin.y);
}

TEST_CASE("the shapes of emphasis: each of its height, open ones with an inside") {
  using enum style::EmphasisMark;
  for (const auto mark : {dot, circle, double_circle, triangle, sesame}) {
    const layout::EmphasisStyle filled{mark, false, false, {}}, open{mark, true, false, {}};
    PathItem path;
    path.places = {Length()};
    path.steps = layout::mark_shape(filled, Length::points(10));
    const Length height = layout::mark_height(filled, Length::points(10));
    CHECK(extent(path).top == -extent(path).bottom);
    CHECK(extent(path).bottom == height.scaled(1, 2));
    CHECK(height < Length::points(3));
    CHECK(layout::mark_shape(open, Length::points(10)).size() > path.steps.size());
  }
  const Typeset book = set({p({dots("一")})}, ".dots { text-emphasis-color: #f00 }");
  CHECK(all<PathItem>(book)[0].color == style::Color{style::Color::Space::rgb, {1000, 0, 0, 0}});
}

TEST_CASE("decorations stand beside the text, never in it; the text moves for none") {
  const Words words = {t("一"), dots({t("二，ab三"), name({t("四"), title("五六")})}), t("七八九十一二三四五")};
  const Words bare = {t("一"), t("二，ab三"), t("四"), t("五六"), t("七八九十一二三四五")};
  const Typeset decorated = set({p(words)}), plain = set({p(bare)});
  REQUIRE(decorated.pages.size() == plain.pages.size());
  CHECK(test::text_of(decorated.pages[0]) == test::text_of(plain.pages[0]));
  const auto positions = [](const Typeset& book) {
    std::vector<std::pair<Length, Length>> out;
    for (const layout::Row& row : book.galleys.at(0).rows) {
      for (const GlyphRun& run : all<GlyphRun>(row)) {
        for (const layout::Glyph& glyph : run.glyphs) out.emplace_back(run.origin.x + glyph.x, run.origin.y);
      }
    }
    return out;
  };
  CHECK(positions(decorated) == positions(plain));
}

TEST_CASE("a table head's decorations are repeated with it, dots and all") {
  layout::Row slice;
  slice.items.emplace_back(PathItem{});
  CHECK(layout::repeated_head(slice).items.size() == 1);
}

TEST_CASE("a frame stands round the em squares of its text, which makes room for it along the line only") {
  // P15: the rules are half a point thick, and 0.6 apart from the neighbours.
  const Typeset book = set({p({t("一"), framed("二三"), t("四")})});
  const auto runs = all<GlyphRun>(book);
  REQUIRE(runs.size() == 3);
  CHECK(runs[1].origin.x == hundredths(1050) + kFrameGap);
  CHECK(runs[2].origin.x == hundredths(3160) + kFrameGap);
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 4);  // upper, lower, left, right
  const Length top = runs[1].origin.y - hundredths(880);
  const auto is = [&](const RuleItem& rule, Length x, Length y, Length width, Length height) {
    return rule.rect.x == x && rule.rect.y == y && rule.rect.width == width && rule.rect.height == height;
  };
  CHECK(is(rules[0], hundredths(1060), top - hundredths(50), hundredths(2100), hundredths(50)));
  CHECK(is(rules[1], hundredths(1060), top + Length::points(10), hundredths(2100), hundredths(50)));
  CHECK(is(rules[2], hundredths(1060), top, hundredths(50), Length::points(10)));
  CHECK(is(rules[3], hundredths(3110), top, hundredths(50), Length::points(10)));
  for (const layout::Row& row : book.galleys.at(0).rows) CHECK(row.height == Length::points(20));
}

TEST_CASE("a frame at a line's edges stands within the measure, frames side by side apart") {
  const Typeset book = set({p({framed("一二"), framed("三四五六七八九")})});
  const auto rules = all<RuleItem>(book.galleys.at(0).rows.at(0));
  REQUIRE(rules.size() == 8);
  CHECK(rules[0].rect.x == Length());
  CHECK(rules[4].rect.x - (rules[0].rect.x + rules[0].rect.width) == kFrameGap * 2);
  const Typeset full = set({p({t("一二三四五六七"), framed("八九"), t("甲乙丙")})});
  for (const RuleItem& rule : all<RuleItem>(full)) CHECK(rule.rect.x + rule.rect.width <= Length::points(100));
}

TEST_CASE("a frame is not broken between lines where that can be; where it is, it goes on") {
  const Typeset whole = set({p({t("一，二三四五六七八"), framed("甲乙"), t("丙丁戊己庚辛壬癸子丑寅卯")})});
  CHECK(text_of(whole.galleys.at(0).rows[0]) == "一，二三四五六七八");
  CHECK(all<RuleItem>(whole.galleys.at(0).rows[1]).size() == 4);
  const Typeset parted = set({p({t("一二三四五"), framed("甲乙丙丁戊己庚辛壬癸子丑"), t("六")})});
  const auto& rows = parted.galleys.at(0).rows;
  REQUIRE(rows.size() == 2);
  CHECK(all<RuleItem>(rows[0]).size() == 3);  // no right side
  const auto second = all<RuleItem>(rows[1]);
  REQUIRE(second.size() == 3);
  CHECK(second[0].rect.x == Length());
  CHECK(second[2].rect.width == hundredths(50));
}

TEST_CASE("a side without a border has no rule, and a name may be framed and underlined") {
  const Typeset book = set({p({framed({name("一")})})}, ".deceased { border: none; border-left: 1pt solid #f00 }");
  const auto rules = all<RuleItem>(book);
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].rect.width == Length::points(1));
  CHECK(rules[0].color == style::Color{style::Color::Space::rgb, {1000, 0, 0, 0}});
  Inline both = framed("一");
  both.info.attributes.classes.push_back("proper-noun");
  CHECK(all<RuleItem>(set({p({both})})).size() == 5);
}
