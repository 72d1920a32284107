// What books nobody should write do to layout: nothing is lost from the page.
#include "layout/page_geometry.h"

#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

document::Block nested(int depth) {
  document::Block out = p("深处的文字");
  for (int i = 0; i < depth; ++i) out = quote({out});
  return out;
}

// The right edge of a galley's furthest glyph origin.
Length furthest(const layout::Galley& galley) {
  Length out;
  for (const layout::Row& row : galley.rows) {
    for (const layout::RowItem& item : row.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item);
      if (run && !run->glyphs.empty()) out = std::max(out, run->origin.x + run->glyphs.back().x);
    }
  }
  return out;
}

style::PageStyle small_page() {
  style::PageStyle page;
  page.width = Length::points(60);
  page.height = Length::points(100);
  page.margin = {Length::points(10), Length::points(10), Length::points(10), Length::points(10)};
  return page;
}

style::ComputedStyle body(int64_t size) {
  style::ComputedStyle style;
  style.font_size = Length::points(size);
  style.line_height = Length::points(size * 2);
  return style;
}

}  // namespace

TEST_CASE("an object character in the text is text, not an object") {
  const Typeset set({chapter("", {p("甲\uFFFC乙")})});
  CHECK(dump(set.galleys.at(0)).find("\uFFFD") != std::string::npos);
}

TEST_CASE("blocks nested beyond the measure still stand within it") {
  const Typeset set({chapter("", {nested(60)})}, "blockquote { margin: 0 20pt }");
  CHECK(furthest(set.galleys.at(0)) < Length::points(100));
  CHECK(set.diagnostics.items().empty());
}

TEST_CASE("a paragraph too wide and too tall is reported once") {
  const Typeset set({chapter("", {p("一二三四五六七八")})}, "p { font-size: 300pt }");
  REQUIRE(set.diagnostics.items().size() == 2);
  CHECK(set.diagnostics.items()[0].rule == "layout.overfull");
  CHECK(set.diagnostics.items()[1].rule == "layout.too-tall");
}

TEST_CASE("a heading higher than a page goes over several") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "题";
  const Typeset set({chapter("", {h(2, text.c_str()), p("一")})});
  CHECK(set.galleys.at(0).rows.size() > 20);
}

TEST_CASE("a type area larger than the page is cut to it") {
  style::PageStyle page = small_page();
  page.characters = 28;
  page.lines = 28;
  for (const bool recto : {true, false}) {
    const auto g = layout::page_geometry(page, body(10), recto);
    CHECK(g.cut);
    CHECK(g.left >= Length());
    CHECK(g.left + g.measure <= page.width);
    CHECK(g.top >= Length());
    CHECK(g.top + g.type_height <= page.height);
  }
  CHECK_FALSE(layout::page_geometry(small_page(), body(10), true).cut);
}

TEST_CASE("margins that leave the page are cut too") {
  style::PageStyle page = small_page();
  page.margin = {Length::points(500), Length::points(-80), Length::points(500), Length::points(-80)};
  const auto g = layout::page_geometry(page, body(10), false);
  CHECK(g.cut);
  CHECK(g.left + g.measure <= page.width);
  CHECK(g.top + g.type_height <= page.height);
}

TEST_CASE("text hangs two characters into the margin at most") {
  const Typeset set({chapter("", {p("一二三")})}, "p { margin: 0 -500pt; text-indent: -900pt }");
  const layout::Row& row = set.galleys.at(0).rows.at(0);
  CHECK(std::get<layout::GlyphRun>(row.items.at(0)).origin.x == Length::points(-40));
}
