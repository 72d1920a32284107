#include <algorithm>
#include <map>
#include <random>

#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

// The type area of kPlainSheet is 100 x 150 pt: turned, lines of 15 characters, and ten table rows of one line.
constexpr const char* kTurned = R"(
.landscape { -huozi-turn: left }
table { font-size: 10pt; line-height: 10pt; margin: 0 }
td, th { font-weight: 400 }
caption { padding-bottom: 0 }
)";

Block landscape(Block block) {
  return with_class(std::move(block), "landscape");
}

// A table of `rows` rows, their cells numbered from 一 on; with a header row of 头 before them.
Block rows(size_t count, bool header = false) {
  std::vector<std::vector<std::string>> cells;
  if (header) cells.push_back({"头"});
  for (size_t i = 0; i < count; ++i) cells.push_back({"第" + std::to_string(i + 1)});
  Block block = table(std::move(cells));
  if (header) std::get<document::Table>(block.content).header_rows = 1;
  return block;
}

document::TableCell& cell(Block& block, size_t row) {
  return std::get<document::Table>(block.content).rows.at(row).at(0);
}

// What is read on each page, turned words in brackets, what is repeated in braces: "1 文[表]".
std::vector<std::string> reading(const Typeset& book) {
  std::vector<std::string> out;
  for (const layout::Page& page : book.pages) {
    std::string words = page.label + " ";
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (!run) continue;
      const bool margin = item.region == layout::Region::margin;
      words += margin ? "{" + run->text + "}" : run->turned ? "[" + run->text + "]" : run->text;
    }
    out.push_back(words);
  }
  return out;
}

using Pages = std::vector<std::string>;

// What stands on a page, as a rectangle from its top left corner.
layout::Rect extent(const layout::Item& item) {
  return std::visit(
      [](const auto& content) -> layout::Rect {
        if constexpr (requires { content.rect; }) {
          return content.rect;
        } else if constexpr (requires { content.glyphs; }) {
          const Length along = content.glyphs.back().x + content.size / 2;  // of a digit, or less
          const Length rise = layout::ascent_of(content.size);
          if (!content.turned) return {content.origin.x, content.origin.y - rise, along, content.size};
          return {content.origin.x - rise, content.origin.y - along, content.size, along};
        } else {
          return {content.origin.x, content.origin.y, {}, {}};
        }
      },
      item.content);
}

bool inside(const layout::Rect& rect, Length left, Length top, Length right, Length bottom) {
  return rect.x >= left && rect.y >= top && rect.x + rect.width <= right && rect.y + rect.height <= bottom;
}

}  // namespace

TEST_CASE("a turned table has a page of its own, and the text goes on before it") {
  Blocks blocks{p("甲")};
  blocks.push_back(landscape(rows(1)));
  for (int i = 0; i < 8; ++i) blocks.push_back(p("乙"));
  blocks.push_back(p("丙"));
  const Typeset book({chapter("", blocks), chapter("", {p("丁")})}, kTurned);
  CHECK(reading(book) == Pages{"1 甲乙乙乙乙乙乙乙", "2 [第1]", "3 乙丙", "4 丁"});
  CHECK(book.diagnostics.items().empty());
}

TEST_CASE("its head is at the page's left, whatever side the page is on") {
  Blocks blocks{p("甲"), landscape(rows(1))};
  const Typeset book({chapter("", blocks), chapter("", blocks)}, std::string(kTurned) + R"(
table { border-top: 1pt solid; width: 100%; margin: 0 }
@page { margin: 25pt 20pt 45pt 30pt } @page :left { margin: 25pt 30pt 45pt 20pt })");
  REQUIRE(book.pages.size() == 4);
  // Five points of leading, a rule, one line, five points: 21 of 110, so 44.5 are left at either side of what reaches
  // five points over the measure, which begins 20 points from the left edge of a verso.
  CHECK(dump(book.pages[1]) == "page 2 verso 150x220\n  rule 64.5 25 1x150\n  run turned 74.3 175..162.5 第1\n");
  CHECK(dump(book.pages[3]) == "page 4 verso 150x220\n  rule 64.5 25 1x150\n  run turned 74.3 175..162.5 第1\n");
  const Typeset recto({chapter("", {p("甲"), p("乙"), landscape(rows(1))})}, std::string(kTurned) + R"(
table { border-top: 1pt solid; width: 100% } p { break-after: page })");
  REQUIRE(recto.pages.size() == 3);
  CHECK(dump(recto.pages[2]) == "page 3 recto 150x220\n  rule 74.5 25 1x150\n  run turned 84.3 175..162.5 第1\n");
}

TEST_CASE("a turned table goes on with its head and the words that say so") {
  Block many = rows(14, true);
  std::get<document::Table>(many.content).caption = Words("表一");
  Block plain = rows(11);
  const Typeset book({chapter("", {p("甲"), landscape(many), p("乙"), landscape(plain), p("丙")})}, kTurned);
  CHECK(reading(book) == Pages{"1 甲乙丙", "2 [表一][头][第1][第2][第3][第4][第5][第6][第7]",
                               "3 [第8][第9][第10][第11][第12][第13][第14]{（续表）}{头}",
                               "4 [第1][第2][第3][第4][第5][第6][第7][第8][第9]", "5 [第10][第11]"});
  CHECK(layout::continuation_words(book.galleys, book.plans) == Pages{"（续表）"});
}

TEST_CASE("notes of a turned table stand below it and are numbered there") {
  Block first = rows(2);
  cell(first, 0).children = {p({t("子"), note({p("注子")})})};
  cell(first, 1).children = {p({t("丑"), note({p("注丑")})})};
  const Typeset book(
      {chapter("", {p({t("甲"), note({p("注甲")})}), landscape(first), p({t("乙"), note({p("注乙")})})})}, kTurned);
  CHECK(reading(book) == Pages{"1 甲①乙②①注甲②注乙", "2 [子][①][丑][②][①][注子][②][注丑]"});
  // Calls and notes lead to each other.
  std::vector<layout::LinkItem> links;
  for (const layout::Item& item : book.pages[1].items) {
    if (const auto* link = std::get_if<layout::LinkItem>(&item.content)) links.push_back(*link);
  }
  REQUIRE(links.size() == 4);
  CHECK(links[0].kind == layout::LinkItem::Kind::note_call);
  CHECK(links[2].kind == layout::LinkItem::Kind::note_back);
  CHECK(links[2].target == links[0].node);
  CHECK(links[0].rect.width == Length::points(5));
  // The area of a call is that of its turned mark.
  CHECK(links[0].rect.y < links[2].rect.y);
  CHECK(links[0].rect.x < links[1].rect.x);
  for (const layout::LinkItem& link : links) {
    CHECK(std::count_if(book.pages[1].anchors.begin(), book.pages[1].anchors.end(),
                        [&](const layout::Anchor& anchor) { return anchor.node == link.target; }) == 1);
  }
}

TEST_CASE("notes counted through the chapter are so in turned tables too") {
  Block one = rows(1);
  cell(one, 0).children = {p({t("子"), note({p("注子")})})};
  const Typeset book(
      {chapter("", {p({t("甲"), note({p("注甲")})}), landscape(one), p({t("乙"), note({p("注乙")})})})},
      std::string(kTurned) + "@page { counter-reset: none } section.chapter { counter-reset: footnote }");
  CHECK(reading(book) == Pages{"1 甲①乙③①注甲③注乙", "2 [子][②][②][注子]"});
}

TEST_CASE("a note longer than a turned page goes on on the next one") {
  Block one = rows(2);
  std::string words;
  for (int i = 0; i < 50; ++i) words += "一二三四五六七八九十";
  cell(one, 0).children = {p({t("子"), note({p(words.c_str())})})};
  const Typeset book({chapter("", {p("甲"), landscape(one)})}, kTurned);
  std::string read;
  for (const std::string& page : reading(book)) read += page;
  std::erase_if(read, [](char c) { return c == '[' || c == ']' || (c >= '0' && c <= '9') || c == ' '; });
  const auto found = read.find("一二三");
  REQUIRE(found != std::string::npos);
  CHECK(read.find(words, found) != std::string::npos);
  CHECK(read.find("第2") == std::string::npos);  // the digit was taken out
  CHECK(read.find("第") != std::string::npos);
  CHECK(book.pages.size() == 3);
}

TEST_CASE("a division turns with all that is in it") {
  const Typeset book({chapter("", {p("甲"), landscape(division("x", {p("表题"), rows(1), p("资料来源")})), p("乙")})},
                     kTurned);
  CHECK(reading(book) == Pages{"1 甲乙", "2 [表题][第1][资料来源]"});
}

TEST_CASE("what cannot be turned stays upright, which is said") {
  const auto kept = [](Blocks blocks) {
    const Typeset book({chapter("", std::move(blocks))}, std::string(kTurned) + ".up { float: top }");
    std::string said;
    for (const source::Diagnostic& each : book.diagnostics.items()) {
      if (each.rule == "layout.apart-kept") said += each.arguments.at(0);
    }
    for (const layout::Page& page : book.pages) {
      for (const layout::Item& item : page.items) {
        const auto* run = std::get_if<layout::GlyphRun>(&item.content);
        CHECK((!run || !run->turned));
      }
    }
    return said;
  };
  CHECK(kept({landscape(h(2, "题"))}) == "it is a heading");
  CHECK(kept({list({{landscape(rows(1))}})}) == "a list item begins with it");
  CHECK(kept({p({t("甲"), note({landscape(rows(1))})})}) == "it stands in a note or a table");
  CHECK(kept({with_class(division("x", {landscape(rows(1))}), "up")}) == "it stands in another float");
  CHECK(kept({landscape(division("x", {})), p("甲")}) == "it is empty");
  CHECK(kept({p("甲"), rows(1)}).empty());
}

TEST_CASE("turned tables alone are a section, and stand across columns") {
  const Typeset lone({chapter("", {landscape(rows(12))}), chapter("", {p("乙")})}, kTurned);
  CHECK(reading(lone) == Pages{"1 [第1][第2][第3][第4][第5][第6][第7][第8][第9]", "2 [第10][第11][第12]", "3 乙"});
  const Typeset columns(
      {chapter("", {p("甲"), landscape(rows(1)), p("乙")})},
      std::string(kTurned) +
          "html { font-size: 5pt } section.chapter { column-count: 2 } @page { -huozi-type-area: 20 8 }");
  CHECK(columns.galleys[0].columns == 2);
  CHECK(reading(columns) == Pages{"1 甲乙", "2 [第1]"});
}

TEST_CASE("turned, nothing is lost, nothing leaves the type area, and all is in reading order") {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    std::mt19937 dice(seed);
    const auto below = [&](uint32_t n) { return static_cast<uint32_t>(dice() % n); };
    int number = 0;
    const auto word = [&] { return "字" + std::to_string(++number) + "号"; };
    std::vector<std::string> expected;
    Blocks blocks{p("甲")};
    for (uint32_t tables = 1 + below(3); tables > 0; --tables) {
      const uint32_t count = 1 + below(30);
      Block one = rows(count, false);
      for (uint32_t r = 0; r < count; ++r) {
        Blocks children;
        for (uint32_t lines = 1 + below(3); lines > 0; --lines) {
          expected.push_back(word());
          children.push_back(p({t(expected.back())}));
        }
        if (below(4) == 0) {
          std::string text;
          for (uint32_t k = 1 + below(40); k > 0; --k) text += word();
          std::get<document::Paragraph>(children.back().content).children.push_back(note({p(text.c_str())}));
        }
        cell(one, r).children = std::move(children);
      }
      blocks.push_back(landscape(std::move(one)));
      for (uint32_t lines = below(12); lines > 0; --lines) blocks.push_back(p("乙"));
    }
    const Typeset book({chapter("", std::move(blocks))}, kTurned);
    INFO("seed " << seed);
    std::string all;
    std::vector<std::string> read;
    for (const layout::Page& page : book.pages) {
      bool turned = false, text = false;
      for (const layout::Item& item : page.items) {
        const auto* run = std::get_if<layout::GlyphRun>(&item.content);
        if (run && item.region != layout::Region::margin) {
          (run->turned ? turned : text) = true;
          all += run->text;
          if (run->turned) read.push_back(run->text);
        }
        const layout::Rect rect = extent(item);
        INFO(describe(rect));
        // A table that goes on begins with its line's box, as it does upright: half a leading over the edge.
        CHECK(inside(rect, Length::points(25), Length::points(25), Length::points(135), Length::points(175)));
      }
      CHECK_FALSE((turned && text));
    }
    // Words are divided among lines and pages, so their characters are counted.
    std::string words;
    for (int i = 1; i <= number; ++i) words += std::to_string(i);
    std::erase_if(all, [](char c) { return c < '0' || c > '9'; });
    std::sort(words.begin(), words.end());
    std::sort(all.begin(), all.end());
    CHECK(all == words);
    auto next = read.begin();
    for (const std::string& wanted : expected) {
      next = std::find(next, read.end(), wanted);
      if (next == read.end()) {
        FAIL_CHECK(wanted << " is out of order");
        break;
      }
    }
  }
}
