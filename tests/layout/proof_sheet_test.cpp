#include "layout/proof_sheet.h"

#include <map>
#include <set>

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;
using layout::GlyphRun;
using layout::Page;
using layout::PrintedParagraph;
using layout::Region;

namespace {

struct Sheets {
  explicit Sheets(const Typeset& book, const std::vector<layout::ProofMark>& marks = {})
      : text(layout::printed_text(book.book, book.pages)) {
    layout::ProofSheets maker(book.book, book.pages, text, facts, test_library());
    for (size_t i = 0; i < book.pages.size(); ++i) pages.push_back(maker.sheet(i, marks));
  }

  layout::ProofFacts facts{"书名", "2024-01-01 1a2b3c4d", "zh-Hans", true};
  std::vector<PrintedParagraph> text;
  std::vector<Page> pages;
};

// What stands in margins on each baseline.
std::map<Length, std::set<std::string>> margins(const Page& page) {
  std::map<Length, std::set<std::string>> out;
  for (const layout::Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run && item.region == Region::margin) out[run->origin.y].insert(run->text);
  }
  return out;
}

Length baseline_of(const Page& page, const std::string& words) {
  for (const layout::Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run && item.region != Region::margin && run->text == words) return run->origin.y;
  }
  return {};
}

}  // namespace

TEST_CASE("a page stands unchanged on its sheet, numbered") {
  const Typeset book({chapter("甲", {p("一二三四五六七八九十百千"), p("万")})});
  const Sheets sheets(book);
  const Page& sheet = sheets.pages.at(0);
  CHECK(sheet.width > book.pages[0].width + Length::points(155));
  CHECK(text_of(sheet) == text_of(book.pages[0]));
  // Every item is as far from its old place as the first.
  const auto at = [](const Page& page, size_t i) { return std::get<GlyphRun>(page.items.at(i).content).origin; };
  const layout::Point by{at(sheet, 0).x - at(book.pages[0], 0).x, at(sheet, 0).y - at(book.pages[0], 0).y};
  for (size_t i = 0; i < book.pages[0].items.size(); ++i) {
    CHECK(at(sheet, i).x - at(book.pages[0], i).x == by.x);
    CHECK(at(sheet, i).y - at(book.pages[0], i).y == by.y);
  }
  auto said = margins(sheet);
  CHECK(said[baseline_of(sheet, "甲")] == std::set<std::string>{"1", "1-1"});
  CHECK(said[baseline_of(sheet, "百千")] == std::set<std::string>{"3"});
  CHECK(said[baseline_of(sheet, "万")] == std::set<std::string>{"4", "1-3"});
}

TEST_CASE("a finding is named beside its line, its words underlined") {
  const Typeset book({chapter("", {p("一二三四五六七八九十百千")})});
  const document::NodeId node = layout::printed_text(book.book, book.pages).at(0).pieces.at(0).node;
  const Sheets sheets(book, {{0, 2, "P03", node, 30, 33}});
  const Page& sheet = sheets.pages.at(0);
  CHECK(margins(sheet)[baseline_of(sheet, "百千")] == std::set<std::string>{"2", "P03"});
  size_t underlines = 0;
  for (const layout::Item& item : sheet.items) {
    const auto* rule = std::get_if<layout::RuleItem>(&item.content);
    if (!rule || rule->color.space != style::Color::Space::rgb) continue;
    ++underlines;
    CHECK(rule->rect.width == Length::points(10));
    CHECK(rule->rect.y > baseline_of(sheet, "百千"));
  }
  CHECK(underlines == 1);
}

TEST_CASE("a rule found twice on a line is named once, and more than there is room for are not") {
  const Typeset book({chapter("", {p("一二三")})});
  std::vector<layout::ProofMark> marks(2, {0, 1, "P02", {}, 0, 0});
  for (int i = 10; i < 60; ++i) marks.push_back({0, 1, "P" + std::to_string(i), {}, 0, 0});
  const Sheets sheets(book, marks);
  const Page& sheet = sheets.pages.at(0);
  size_t found = 0;
  for (const layout::Item& item : sheet.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (!run || !run->text.starts_with("P02 P10")) continue;
    ++found;
    CHECK(run->origin.x + run->glyphs.back().x + run->size < sheet.width);
  }
  CHECK(found == 1);
}

TEST_CASE("numbers keep clear of what stands at the page's side, and of its edge") {
  const std::string plain = "@page { size: 190pt 220pt; margin: 25pt 45pt; }";
  const std::string head =
      plain + "@page { @left-middle { content: \"边边边边\" } @right-middle { content: \"边边边边\" } }";
  const auto first_number = [](const Page& page) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run && item.region == Region::margin && run->text == "8") return run->origin.x;
    }
    return Length();
  };
  document::Blocks many(8, p("一二"));
  const Length within = first_number(Sheets(Typeset({chapter("", many)}, plain)).pages.at(0));
  const Length beyond = first_number(Sheets(Typeset({chapter("", many)}, head)).pages.at(0));
  const Length trim = Length::ratio(200 * 72, 254);
  CHECK(within > trim);
  CHECK(beyond < trim);
}

TEST_CASE("paragraphs that begin on one line share it") {
  const Typeset book({chapter("", {table({{"甲", "乙", "丙"}})})});
  const Sheets sheets(book);
  bool seen = false;
  for (const auto& [y, words] : margins(sheets.pages.at(0))) seen = seen || words.contains("1-1–3");
  CHECK(seen);
}

TEST_CASE("the head says what is read, the first sheet is to be signed") {
  const Typeset book({chapter("", document::Blocks(12, p("一")))});
  const Sheets sheets(book);
  REQUIRE(sheets.pages.size() == 2);
  const auto all = [&](size_t page) {
    std::string out;
    for (const auto& [y, words] : margins(sheets.pages[page])) {
      for (const std::string& each : words) out += each + "|";
    }
    return out;
  };
  CHECK(all(0).find("校样") != std::string::npos);
  CHECK(all(0).find("1a2b3c4d") != std::string::npos);
  CHECK(all(0).find("三校") != std::string::npos);
  CHECK(all(1).find("校样") != std::string::npos);
  CHECK(all(1).find("三校") == std::string::npos);
}
