#include "layout/printed_text.h"

#include <map>

#include "citation/repeat.h"
#include "layout/page_lines.h"
#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using document::SectionRole;
using layout::PrintedParagraph;

namespace {

// "2-1 p 甲乙 | 1.3:0 1.4:30": id, element (in brackets: of a note), text, then page (from 1).line:offset.
std::string told(const PrintedParagraph& paragraph) {
  std::string out = paragraph.id + " ";
  out += paragraph.note ? "(" + paragraph.element + ")" : paragraph.element;
  out += " " + paragraph.text + " |";
  for (const layout::PrintedLine& line : paragraph.lines) {
    out +=
        " " + std::to_string(line.page + 1) + "." + std::to_string(line.line) + ":" + std::to_string(line.text_begin);
  }
  return out;
}

std::string told(const Typeset& book) {
  std::string out;
  for (const PrintedParagraph& each : layout::printed_text(book.book, book.pages)) out += told(each) + "\n";
  return out;
}

document::Section noted(std::initializer_list<const char*> notes) {
  document::Section section = chapter("", {});
  for (const char* words : notes) {
    document::Inline call = note({p(words)});
    std::get<document::Note>(call.content).kind = document::NoteKind::citation;
    section.blocks.push_back(p({t("一"), std::move(call)}));
  }
  citation::mark_repeated(section, citation::Repeat::above);
  return section;
}

// A paragraph of `count` characters, each known by its place.
std::string letters(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += i % 2 == 0 ? "天" : "地";
  return out;
}

}  // namespace

TEST_CASE("paragraphs are counted in their section, and lines on their page") {
  const Typeset book({chapter("甲", {p("一二三四五六七八九十百千"), p("万")}), chapter("乙", {h(2, "丙"), p("丁")})});
  CHECK(told(book) ==
        "1-1 h1 甲 | 1.1:0\n"
        "1-2 p 一二三四五六七八九十百千 | 1.2:0 1.3:30\n"
        "1-3 p 万 | 1.4:0\n"
        "2-1 h1 乙 | 2.1:0\n"
        "2-2 h2 丙 | 2.2:0\n"
        "2-3 p 丁 | 2.3:0\n");
}

TEST_CASE("a paragraph goes on with line one of the next page") {
  const Typeset book({chapter("", {p(letters(90).c_str())})});
  REQUIRE(book.pages.size() == 2);
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].lines.size() == 9);
  size_t on_second = 0;
  for (size_t i = 0; i < 9; ++i) {
    CHECK(all[0].lines[i].text_begin == 30 * i);
    if (all[0].lines[i].page == 1) CHECK(all[0].lines[i].line == ++on_second);
  }
  CHECK(on_second >= 1);
}

TEST_CASE("notes come after the paragraph that calls them, their lines after the page's") {
  const Typeset book({chapter("", {p({t("一"), note({p("注"), p("又")}), t("二")}), p("三")})});
  CHECK(told(book) ==
        "1-1 p 一二 | 1.1:0\n"
        "1-2 (p) 注 | 1.3:0\n"
        "1-3 (p) 又 | 1.4:0\n"
        "1-4 p 三 | 1.2:0\n");
}

TEST_CASE("a note over two pages has its lines on both") {
  const Typeset book({chapter("", {p({t("一"), note({p(letters(600).c_str())})}), p("二")})});
  REQUIRE(book.pages.size() > 1);
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 3);
  CHECK(all[1].note);
  std::map<uint32_t, uint32_t> last;  // of each page
  for (const layout::PrintedLine& line : all[1].lines) {
    if (line.page > 0 && last[line.page] == 0) {
      const bool second_here = all[2].lines.front().page == line.page;
      CHECK(line.line == (second_here ? 2U : 1U));
    }
    last[line.page] = line.line;
  }
  CHECK(last.size() == book.pages.size());
}

TEST_CASE("a brief note has its line, whose words are others") {
  const Typeset book({noted({"甲：《题》，社，第1页。", "甲：《题》，社，第1页。"})});
  REQUIRE(book.pages.at(0).brief_notes.size() == 1);
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 4);
  CHECK(told(all[3]) == "1-4 (p) 甲：《题》，社，第1页。 | 1.4:0");
}

TEST_CASE("marks of notes, raised words and ruby are on their line") {
  const Typeset book(
      {chapter("", {p({t("一二三四五"), ruby("六", "liù"), styled(document::StyledKind::superscript, "七"),
                       note({p("注")}), t("八九十百千")})})},
      "sup { font-size: 5pt; vertical-align: super } ruby { ruby-position: over }");
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "一二三四五六七八九十百千");
  REQUIRE(all[0].lines.size() == 2);
  CHECK(all[0].lines[0].line == 1);
  CHECK(all[0].lines[0].text_begin == 0);
  CHECK(all[0].lines[1].line == 2);
  CHECK(all[1].lines.at(0).line == 3);
}

TEST_CASE("a note in two rows within the line makes no lines of its own") {
  document::Inline two = span("夹注有两行");
  two.info.attributes.classes = {"warichu"};
  const Typeset book({chapter("", {p({t("一"), std::move(two), t("二")}), p("三")})},
                     ".warichu { -huozi-inline-note: two-rows }");
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].lines.size() == 1);
  CHECK(all[1].lines.at(0).line == 2);
}

TEST_CASE("cells side by side are on one line, and a repeated head is on none") {
  std::vector<std::vector<std::string>> rows = {{"头", "首"}};
  for (int i = 0; i < 12; ++i) rows.push_back({"甲乙", letters(21)});
  Block made = table(rows);
  std::get<document::Table>(made.content).header_rows = 1;
  const Typeset book({chapter("", {std::move(made)})});
  REQUIRE(book.pages.size() >= 2);
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 26);
  CHECK(all[0].lines.at(0).line == 1);
  CHECK(all[1].lines.at(0).line == 1);
  CHECK(all[0].lines.size() == 1);
  uint32_t page = 0, next = 2;
  for (size_t i = 2; i < all.size(); i += 2) {
    REQUIRE(all[i].lines.size() == 1);
    REQUIRE(all[i + 1].lines.size() == 3);
    if (all[i + 1].lines[0].page != page) next = 1;
    page = all[i + 1].lines[0].page;
    CHECK(all[i].lines[0].line == next);
    for (uint32_t k = 0; k < 3; ++k) CHECK(all[i + 1].lines[k].line == next + k);
    next += 3;
  }
}

TEST_CASE("a cell that stands between the lines of the one beside it is a line") {
  const Typeset book({chapter("", {table({{"甲", letters(14)}, {"乙", letters(14)}})})});
  CHECK(told(book) == "1-1 td 甲 | 1.2:0\n1-2 td " + letters(14) + " | 1.1:0 1.3:27\n" + "1-3 td 乙 | 1.5:0\n1-4 td " +
                          letters(14) + " | 1.4:0 1.6:27\n");
}

TEST_CASE("a cell of several rows stands beside them all") {
  Block made = table({{"甲乙丙丁戊己庚辛", "一"}, {"二"}});
  document::Table& content = std::get<document::Table>(made.content);
  content.rows[0][0].row_span = 2;
  const Typeset book({chapter("", {std::move(made), p("尾")})});
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 4);
  CHECK(all[1].lines.at(0).line == 1);
  CHECK(all[2].lines.at(0).line >= 2);
  uint32_t most = all[2].lines.at(0).line;
  for (const layout::PrintedLine& line : all[0].lines) most = std::max(most, line.line);
  CHECK(all[3].lines.at(0).line == most + 1);
}

TEST_CASE("the lines of the second column follow those of the first") {
  const Typeset book({chapter("", {p(letters(144).c_str()), p("末")})},
                     "section.chapter { column-count: 2; column-gap: 20pt } @page { size: 400pt 220pt; "
                     "-huozi-type-area: 34 8 }");
  REQUIRE(book.pages.size() == 1);
  REQUIRE(book.galleys[0].columns == 2);
  const auto all = layout::printed_text(book.book, book.pages);
  REQUIRE(all.size() == 2);
  uint32_t next = 0;
  for (const PrintedParagraph& each : all) {
    for (const layout::PrintedLine& line : each.lines) CHECK(line.line == ++next);
  }
  CHECK(next == 10);
  const std::vector<layout::PageLine> lines = layout::page_lines(book.pages[0], layout::printed_blocks(book.book));
  REQUIRE(lines.size() == 10);
  CHECK(lines.front().column == 0);
  CHECK(lines.back().column == 1);
}

TEST_CASE("markers of lists and numbers of titles are no words") {
  Block one = list({{p("甲")}, {p("乙")}});
  std::get<document::List>(one.content).ordered = true;
  const Typeset book({chapter("题", {std::move(one)})},
                     "section.chapter { counter-increment: chapter } "
                     "h1::before { content: \"第\" counter(chapter) \"章\" } ol { padding-left: 20pt }");
  CHECK(told(book) ==
        "1-1 h1 题 | 1.1:0\n"
        "1-2 li 甲 | 1.2:0\n"
        "1-3 li 乙 | 1.3:0\n");
}

TEST_CASE("captions, terms and code are paragraphs") {
  Block code{{}, document::CodeBlock{"ab\n\ncd", ""}};
  document::DefinitionList terms;
  terms.entries.push_back({{}, {{t("词")}}, {{p("义")}}});
  Block caption = figure({p({img("a.png", "图")})}, "题", "摄影");
  const Typeset book({chapter("", {std::move(code), Block{{}, std::move(terms)}, std::move(caption)})});
  CHECK(told(book) ==
        "1-1 pre ab\n\ncd | 1.1:0 1.2:4\n"
        "1-2 dt 词 | 1.3:0\n"
        "1-3 dd 义 | 1.4:0\n"
        "1-4 figcaption 题\u3000摄影 | 2.1:0\n");
}

TEST_CASE("a row of contents is one line with its folio") {
  document::PageReference target;
  target.target = {1, 1};
  const auto row = [&](const char* words) {
    return p({t(words), {{}, document::Leader()}, {{}, document::PageReference(target)}});
  };
  const Typeset book({section_of(SectionRole::contents, "", {row("甲"), row("乙")}), chapter("丙", {})});
  CHECK(told(book) ==
        "1-1 p 甲 | 1.1:0\n"
        "1-2 p 乙 | 1.2:0\n"
        "2-1 h1 丙 | 3.1:0\n");
}

TEST_CASE("what print leaves out has no line") {
  const Typeset book({chapter("", {with_class(p("隐"), "hidden"), p("现")})}, ".hidden { display: none }");
  CHECK(told(book) == "1-1 p 隐 |\n1-2 p 现 | 1.1:0\n");
}

TEST_CASE("a place in the source is a place in print") {
  Sample sample = document_of({p({t("一二三四五六七八"), strong("九十百"), t("千万")}), p("末")});
  document::Section section = chapter("", std::move(sample.document.blocks));
  const Typeset book({std::move(section)});
  const auto all = layout::printed_text(book.book, book.pages);
  const layout::PrintedPlaces places(all);
  const auto line_at = [&](uint32_t offset) {
    const auto place = places.place_of(0, offset);
    return place ? place->paragraph->id + "." + std::to_string(place->line->line) : "none";
  };
  CHECK(line_at(0) == "1-1.1");
  CHECK(line_at(27) == "1-1.1");
  CHECK(line_at(30) == "1-1.2");
  CHECK(line_at(36) == "1-1.2");
  CHECK(line_at(39) == "1-2.3");
  CHECK(line_at(42) == "1-2.3");  // right behind the last word
  CHECK(line_at(500) == "none");
  CHECK_FALSE(places.place_of(7, 0));
}

TEST_CASE("a block of code is found by its byte, not by its beginning alone") {
  Block code{{}, document::CodeBlock{"ab\ncd", ""}};
  code.info.span = {0, 10, 15};
  const Typeset book({chapter("", {std::move(code)})});
  const auto all = layout::printed_text(book.book, book.pages);
  const auto place = layout::PrintedPlaces(all).place_of(0, 13);
  REQUIRE(place);
  CHECK(place->line->line == 2);
  CHECK(place->text_offset == 3);
}
