#include "layout/page_maker.h"

#include <algorithm>
#include <map>
#include <random>

#include "base/utf8.h"
#include "support/catch.h"
#include "support/document_dump.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using document::SectionRole;
using layout::Region;

namespace {

// Folios at the foot, heads over the type area; chapters on rectos, front matter in roman.
constexpr const char* kHeads = R"(
section.chapter { break-before: recto }
section.front-article { page: front }
@page :left { @top-left { content: string(book-title) } @bottom-left { content: counter(page) } }
@page :right { @top-right { content: string(chapter-title) } @bottom-right { content: counter(page) } }
@page :first { @top-right { content: none } }
@page front:left { @bottom-left { content: counter(page, lower-roman) } }
@page front:right { @bottom-right { content: counter(page, lower-roman) } }
@page :blank, front:blank { @top-left { content: none } @bottom-left { content: none } }
)";

document::Blocks paragraphs(size_t count) {
  return document::Blocks(count, p("一二三"));
}

std::string labels(const Typeset& book) {
  std::string out;
  for (const layout::Page& page : book.pages) out += (out.empty() ? "" : " ") + page.label;
  return out;
}

document::Inline reference(document::NodeId target) {
  document::PageReference content;
  content.target = target;
  return {{}, std::move(content)};
}
document::Inline leader() {
  return {{}, document::Leader()};
}

}  // namespace

TEST_CASE("text stands on the grid of the type area") {
  const Typeset book({chapter("", {p("一二三四五六七八九十百千"), p("万")})});
  CHECK(dump(book.pages) ==
        "page 1 recto 150x220\n"
        "  run 30..120 33.8 一二三四五六七八九十\n"
        "  run 30..40 53.8 百千\n"
        "  run 30 73.8 万\n");
}

TEST_CASE("rectos and versos alternate and share one grid") {
  const Typeset book({chapter("", paragraphs(17))});
  REQUIRE(book.pages.size() == 3);
  CHECK(book.pages[0].recto);
  CHECK_FALSE(book.pages[1].recto);
  for (const layout::Page& page : book.pages) {
    CHECK(std::get<layout::GlyphRun>(page.items.at(0).content).origin.y == base::Length::ratio(338, 10));
  }
}

TEST_CASE("a row of contents never turns between its words, its leader and its folio") {
  // Eight characters, a leader of two and a folio of two: what no longer fits takes words along.
  document::Block row = p({t("一二三四五六七八"), leader(), reference({0, 1})});
  const Typeset book({section_of(SectionRole::contents, "", {row})});
  const std::string page = dump(book.pages.at(0));
  CHECK(page.find("一二三四五六七八\n") == std::string::npos);
  const bool turned = page.find("53.8 八\n") != std::string::npos || page.find("53.8 七八\n") != std::string::npos;
  CHECK(turned);
}

TEST_CASE("any heading gives running heads its words, the contents' too") {
  // css-gcpm-3 1.1, 1.2
  const std::string css =
      "h2 { string-set: part-of content() \"节\" } @page { @top-center { content: string(part-of) } }";
  const Typeset book({chapter("甲", {h(2, "一"), p("文")}), chapter("乙", {p("文")})}, css);
  CHECK(text_of(book.pages.at(0), Region::margin) == "一节");
  CHECK(text_of(book.pages.back(), Region::margin) == "一节");
  document::Section contents = section_of(SectionRole::contents, "", {h(1, "目录"), p("文")});
  const Typeset front({std::move(contents)}, "@page { @top-center { content: string(chapter-title) } }");
  CHECK(text_of(front.pages.at(0), Region::margin) == "目录");
}

TEST_CASE("front matter counts in roman, the body anew from one on a recto") {
  const Typeset book({section_of(SectionRole::front_article, "序", paragraphs(14)),
                      section_of(SectionRole::front_article, "凡例", paragraphs(1)), chapter("甲", paragraphs(6)),
                      chapter("乙", paragraphs(2))},
                     kHeads);
  CHECK(labels(book) == "i ii iii iv 1 2 3");
  CHECK(text_of(book.pages[1], Region::margin) == "书名ii");
  CHECK(text_of(book.pages[4], Region::margin) == "1");
  for (size_t i = 0; i < book.pages.size(); ++i) CHECK(book.pages[i].recto == (i % 2 == 0));
}

TEST_CASE("a blank page before a recto has neither head nor folio, but counts") {
  const Typeset book({chapter("甲", paragraphs(1)), chapter("乙", paragraphs(1))}, kHeads);
  CHECK(labels(book) == "1 2 3");
  CHECK(book.pages[1].items.empty());
  CHECK(text_of(book.pages[2]) == "乙一二三");
}

TEST_CASE("running heads show the book on versos, the chapter on rectos, none where a chapter begins") {
  const Typeset book({chapter("甲", paragraphs(20)), chapter("乙", paragraphs(13))}, kHeads);
  REQUIRE(book.pages.size() == 6);
  CHECK(text_of(book.pages[0], Region::margin) == "1");
  CHECK(text_of(book.pages[1], Region::margin) == "书名2");
  CHECK(text_of(book.pages[2], Region::margin) == "甲3");
  CHECK(text_of(book.pages[4], Region::margin) == "5");
  CHECK(text_of(book.pages[5], Region::margin) == "书名6");
}

TEST_CASE("notes stand at the foot of their page, numbered from one on each") {
  document::Blocks body;
  for (int i = 0; i < 9; ++i) body.push_back(p({t("一"), note({p("注")})}));
  const Typeset book({chapter("", body)});
  REQUIRE(book.pages.size() == 2);
  CHECK(text_of(book.pages[0]) == "一①一②一③一④一⑤");
  CHECK(text_of(book.pages[0], Region::note) == "①注②注③注④注⑤注");
  CHECK(text_of(book.pages[1]) == "一①一②一③一④");
}

TEST_CASE("notes are numbered by chapter, or through the book where nothing counts anew") {
  document::Blocks body;
  for (int i = 0; i < 7; ++i) body.push_back(p({t("一"), note({p("注")})}));
  const std::vector<document::Section> sections = {chapter("", body), chapter("", {p({t("二"), note({p("注")})})})};
  const Typeset by_chapter(sections, "@page { counter-reset: none } section.chapter { counter-reset: footnote }");
  REQUIRE(by_chapter.pages.size() == 3);
  CHECK(text_of(by_chapter.pages[1]) == "一⑥一⑦");
  CHECK(text_of(by_chapter.pages[2]) == "二①");
  const Typeset through(sections, "@page { counter-reset: none }");
  CHECK(text_of(through.pages.at(2)) == "二⑧");
}

TEST_CASE("a long note keeps its number on the pages that carry it on") {
  std::string text;
  for (int i = 0; i < 600; ++i) text += "注";
  const Typeset book({chapter("", {p({t("一"), note({p({t(text)})})}), p("二")})});
  std::string all;
  for (const layout::Page& page : book.pages) all += text_of(page, Region::note);
  CHECK(all == "①" + text);
  REQUIRE(book.pages.size() == 3);
  CHECK(text_of(book.pages[0]) == "一①");
  CHECK(text_of(book.pages[1]).empty());
  CHECK(text_of(book.pages[2]) == "二");
}

TEST_CASE("a note within a note is printed after it") {
  const Typeset book({chapter("", {p({t("一"), note({p({t("外"), note({p("内")})})}), t("二"), note({p("后")})})})});
  CHECK(text_of(book.pages.at(0)) == "一①二③");
  CHECK(text_of(book.pages.at(0), Region::note) == "①外②②内③后");
}

TEST_CASE("calls and notes are linked both ways") {
  const Typeset book({chapter("", {p({t("一"), note({p("注")})})})});
  const document::NodeId call{0, 4}, first{0, 5};
  std::vector<layout::LinkItem> links;
  for (const layout::Item& item : book.pages.at(0).items) {
    if (const auto* link = std::get_if<layout::LinkItem>(&item.content)) links.push_back(*link);
  }
  REQUIRE(links.size() == 2);
  CHECK(links[0].kind == layout::LinkItem::Kind::note_call);
  CHECK(links[0].target == first);
  CHECK(links[1].kind == layout::LinkItem::Kind::note_back);
  CHECK(links[1].target == call);
  const auto has_anchor = [&](document::NodeId node) {
    for (const layout::Anchor& anchor : book.pages[0].anchors) {
      if (anchor.node == node) return true;
    }
    return false;
  };
  CHECK(has_anchor(call));
  CHECK(has_anchor(first));
}

TEST_CASE("page references show the folio at the right of their box, after dots") {
  const Typeset book(
      {section_of(SectionRole::contents, "",
                  {p({t("甲"), leader(), reference({1, 1})}), p({t("序"), leader(), reference({0, 1})})}),
       chapter("甲", paragraphs(2))},
      "section.chapter { break-before: recto }");
  std::vector<layout::GlyphRun> runs;
  for (const layout::Item& item : book.pages.at(0).items) {
    if (const auto* run = std::get_if<layout::GlyphRun>(&item.content)) runs.push_back(*run);
  }
  const auto with_text = [&](std::string_view text) {
    return *std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return run.text == text; });
  };
  REQUIRE(runs.size() == 6);
  for (const char* folio : {"1", "i"}) CHECK(with_text(folio).origin.x == base::Length::points(125));
  CHECK(with_text("1").origin.y < with_text("i").origin.y);
  for (const layout::GlyphRun& dots : runs) {
    if (!dots.text.starts_with("..")) continue;
    CHECK(dots.glyphs.size() > 10);
    CHECK(dots.origin.x + dots.glyphs.back().x + base::Length::points(5) <= base::Length::points(125));
  }
}

TEST_CASE("a page reference among words stands in reading order") {
  document::PageReference content;
  content.target = {0, 1};
  content.before = "（第";
  content.after = "页）";
  const document::Inline number = {{}, std::move(content)};
  const Typeset book({chapter("", {p({t("见"), number, t("。")})})});
  CHECK(text_of(book.pages.at(0)).find("见（第1页）。") != std::string::npos);
  const auto folio = std::find_if(book.pages[0].items.begin(), book.pages[0].items.end(), [](const layout::Item& item) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    return run != nullptr && run->text == "1";
  });
  REQUIRE(folio != book.pages[0].items.end());
  // After three characters of 10 pt from 30 pt on and the gap before a number, a quarter of an em.
  CHECK(std::get<layout::GlyphRun>(folio->content).origin.x == base::Length::ratio(125, 2));
}

TEST_CASE("links within the book lead to their nodes, unknown ones nowhere") {
  document::Block target = p("乙");
  target.info.attributes.id = "there";
  const Typeset book({chapter("", {p({a("#there", "甲"), a("#nowhere", "丙"), a("http://a.b/", "丁")}), target})});
  const std::string page = dump(book.pages.at(0));
  CHECK(page.find("internal #9\n") != std::string::npos);
  CHECK(page.find("nowhere") == std::string::npos);
  CHECK(page.find("uri http://a.b/\n") != std::string::npos);
}

TEST_CASE("what floats to the bottom stands at the foot of its page") {
  const Typeset book({chapter("", {p("一"), with_class(p("二"), "foot")})}, ".foot { float: bottom }");
  CHECK(dump(book.pages) ==
        "page 1 recto 150x220\n"
        "  run 30 33.8 一\n"
        "  run 30 173.8 二\n");
}

TEST_CASE("a page mark says where in the text each page begins") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "字";
  const Typeset book({chapter("", {p({t(text)}), p("完")})}, kHeads);
  const auto marks = layout::page_marks(book.pages, book.book);
  REQUIRE(marks.size() == 2);
  CHECK(marks[0].node == document::NodeId{0, 3});
  CHECK(marks[0].text_offset == 0);
  CHECK(marks[0].label == "1");
  CHECK(marks[1].node == document::NodeId{0, 3});
  CHECK(marks[1].text_offset == 240);
  CHECK(marks[1].label == "2");
}

TEST_CASE(
    "a page that begins with a table's head said again is marked at its first new row, an empty one at the next") {
  document::Table table;
  table.header_rows = 1;
  const auto row = [](const char* words, bool header) {
    document::TableCell cell;
    cell.header = header;
    cell.children = {p(words)};
    return std::vector<document::TableCell>{cell};
  };
  table.rows.push_back(row("头", true));
  for (int i = 0; i < 30; ++i) table.rows.push_back(row("格", false));
  document::Block block;
  block.content = std::move(table);
  const Typeset book({chapter("甲", {block}), chapter("乙", {p("文")})}, "section.chapter { break-before: recto }");
  const auto marks = layout::page_marks(book.pages, book.book);
  CHECK(marks.size() == book.pages.size());
  std::map<document::NodeId, size_t> places;
  for (const auto& mark : marks) ++places[mark.node];
  size_t empty = 0;
  for (const layout::Page& page : book.pages) empty += page.items.empty() ? 1 : 0;
  // Each at a place of its own, but for those of empty pages.
  CHECK(places.size() + empty == marks.size());
}

TEST_CASE("nothing is lost on the way to the pages, and nothing stands outside the type area") {
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::string body, notes;
    // A paragraph's words, their notes with them; the words are Han only, so that marks and folios can be told apart.
    const auto words = [&](std::string& out, size_t most = 4) {
      Words made("");
      for (size_t parts = random() % most + 1; parts > 0; --parts) {
        std::string text;
        for (size_t n = random() % 40 + 1; n > 0; --n)
          base::append_utf8(text, U'一' + static_cast<char32_t>(random() % 99));
        out += text;
        made.push_back(random() % 3 ? t(text) : strong({t(text)}));
      }
      return made;
    };
    const auto paragraph = [&] {
      Words made = words(body);
      if (random() % 3 == 0) made.push_back(note({p(words(notes))}));
      return p(std::move(made));
    };
    document::Blocks blocks;
    for (int i = 0; i < 25; ++i) {
      switch (random() % 6) {
        case 0:
          blocks.push_back(h(2, words(body, 1)));
          break;
        case 1:
          blocks.push_back(quote({paragraph(), paragraph()}));
          break;
        case 2:
          blocks.push_back(list({{paragraph()}, {paragraph(), paragraph()}}));
          break;
        default:
          blocks.push_back(paragraph());
      }
    }
    const Typeset book({chapter("", blocks)});
    std::string body_set, notes_set;
    for (const layout::Page& page : book.pages) {
      body_set += text_of(page);
      notes_set += text_of(page, Region::note);
      for (const layout::Item& item : page.items) {
        const auto* run = std::get_if<layout::GlyphRun>(&item.content);
        if (!run) continue;
        CHECK(run->origin.x >= base::Length::points(30));
        CHECK(run->origin.x + run->glyphs.back().x <= base::Length::points(130) - run->size / 2);
        CHECK(run->origin.y > base::Length::points(25));
        CHECK(run->origin.y < base::Length::points(175));
      }
    }
    CHECK(han_of(body_set) == han_of(body));
    CHECK(han_of(notes_set) == han_of(notes));
  }
}

TEST_CASE("the first page of a section with a smaller type area holds fewer lines") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "字";
  for (const char* css : {"@page :first { margin-top: 85pt; -huozi-type-area: 10 5 }",
                          "@page :first { margin-top: 85pt; -huozi-type-area: none }"}) {
    const Typeset book({chapter("", {p(text.c_str())})}, css);
    REQUIRE(book.pages.size() == 3);
    std::string all;
    for (const layout::Page& page : book.pages) {
      all += text_of(page);
      for (const layout::Item& item : page.items) {
        const auto* run = std::get_if<layout::GlyphRun>(&item.content);
        if (run && item.region == Region::body) CHECK(run->origin.y < base::Length::points(175));
      }
    }
    CHECK(all == text);
    CHECK(text_of(book.pages[0]).size() == 5 * 10 * 3);
    CHECK(text_of(book.pages[1]).size() == 8 * 10 * 3);
  }
}

TEST_CASE("where versos are lower than rectos, every page holds what a verso does") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "字";
  const Typeset book({chapter("", {p(text.c_str())})}, "@page :left { -huozi-type-area: 10 6 }");
  REQUIRE(book.pages.size() == 4);
  for (size_t i = 0; i < 3; ++i) CHECK(text_of(book.pages[i]).size() == 6 * 10 * 3);
}

TEST_CASE("a first page that asks for another measure has the lines where the others have them") {
  for (const char* css : {"@page :first { margin-left: 90pt; -huozi-type-area: 4 8 }",
                          "@page :first { margin-left: 5pt; -huozi-type-area: 14 8 }"}) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "字";
    const Typeset book({chapter("", {p(text.c_str())})}, css);
    REQUIRE(book.pages.size() == 2);
    for (const layout::Item& item : book.pages[0].items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (run && item.region == Region::body) CHECK(run->origin.x == base::Length::points(30));
    }
  }
}

TEST_CASE("letter-spacing draws letters together until they touch and no further") {
  const auto second = [](const char* css, bool cut) {
    const Typeset book({chapter("", {p("一二三")})}, css);
    CHECK(book.galleys[0].spacing_cut == cut);
    for (const layout::Item& item : book.pages[0].items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (run) return run->glyphs.at(1).x;
    }
    return base::Length();
  };
  CHECK(second("p { letter-spacing: -0.2pt }", false) == base::Length::ratio(98, 10));
  CHECK(second("p { letter-spacing: -5pt }", true) == base::Length::ratio(97, 10));
  CHECK(second("html { letter-spacing: -5pt }", true) == base::Length::ratio(97, 10));
  // Of larger type, inherited: no more than the smaller type bears, and nothing to report.
  CHECK(second("html { font-size: 20pt; letter-spacing: -0.6pt } p { font-size: 10pt }", false) ==
        base::Length::ratio(97, 10));
}

TEST_CASE("an empty section has no page") {
  const Typeset book({chapter("", {}), chapter("", {p("一")})});
  CHECK(book.pages.size() == 1);
  source::Diagnostics unused;
  CHECK(layout::make_pages({}, {}, {}, book.cascade, test_library(), unused).empty());
}
