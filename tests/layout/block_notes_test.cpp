#include <algorithm>
#include <map>

#include "support/catch.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using document::SectionRole;
using layout::Region;

namespace {

constexpr const char* kAtBack =
    "aside.footnote { -huozi-note-place: book }"
    "::footnote-call, ::footnote-marker { content: '[' counter(footnote) ']' }";

// A preface, two chapters with notes (one within a note), one without, an afterword.
std::vector<document::Section> sections() {
  return {section_of(SectionRole::front_article, "序", {p({t("文"), note({p("前")})})}),
          chapter("甲章", {p({t("甲"), note({p({t("外"), note({p("内")})})}), t("乙"), note({p("次")})})}),
          chapter("乙章", {p("丙")}), chapter("丙章", {p({t("丁"), note({p("三")})})}),
          section_of(SectionRole::back_article, "跋", {p({t("文"), note({p("后")})})})};
}

// "body|notes" of each page, one after the other.
std::string texts(const Typeset& book) {
  std::string out;
  for (const layout::Page& page : book.pages) {
    if (page.items.empty()) continue;
    out += (out.empty() ? "" : " / ") + text_of(page) + "|" + text_of(page, Region::note);
  }
  return out;
}

}  // namespace

TEST_CASE("the notes of chapters stand in a section behind the last, below their chapters' titles") {
  const Typeset book(sections(), kAtBack);
  CHECK(texts(book) ==
        "序文[1]注释[1]前| / 甲章甲[1]乙[3]| / 乙章丙| / 丙章丁[1]| / |注释甲章[1]外[2][2]内[3]次 / |丙章[1]三 / "
        "跋文[1]注释[1]后|");
}

TEST_CASE("notes at the book's end are numbered through it or by chapter") {
  const std::string through = texts(Typeset(sections(), std::string(kAtBack) + "@page { counter-reset: none }"));
  CHECK(through.find("|注释甲章[2]外[3][3]内[4]次 / |丙章[5]三 / ") != std::string::npos);
  const std::string by_chapter = texts(Typeset(
      sections(), std::string(kAtBack) + "@page { counter-reset: none } section.chapter { counter-reset: footnote }"));
  CHECK(by_chapter.find("|注释甲章[1]外[2][2]内[3]次 / |丙章[1]三 / ") != std::string::npos);
}

TEST_CASE("marks and notes at the book's end are linked both ways") {
  const Typeset book(sections(), kAtBack);
  std::map<document::NodeId, size_t> anchors;
  for (size_t i = 0; i < book.pages.size(); ++i) {
    for (const layout::Anchor& anchor : book.pages[i].anchors) anchors.emplace(anchor.node, i);
  }
  size_t calls = 0, backs = 0, far = 0;
  for (size_t i = 0; i < book.pages.size(); ++i) {
    for (const layout::Item& item : book.pages[i].items) {
      const auto* link = std::get_if<layout::LinkItem>(&item.content);
      if (!link) continue;
      (link->kind == layout::LinkItem::Kind::note_call ? calls : backs)++;
      REQUIRE(anchors.contains(link->target));
      far += anchors[link->target] == i ? 0 : 1;
    }
  }
  CHECK(calls == 6);
  CHECK(backs == 6);
  CHECK(far == 6);  // 外, 次 and 三, to and fro
}

TEST_CASE("the section of notes has a running head, a style and titles of its own, and no page marks") {
  const Typeset book(sections(), std::string(kAtBack) +
                                     "@page { @top-left { content: string(chapter-title) } }"
                                     "section.endnotes aside.footnote { font-size: 4pt; line-height: 8pt }");
  const auto page = std::find_if(book.pages.begin(), book.pages.end(), [](const layout::Page& each) {
    return text_of(each).empty() && !each.items.empty() && !text_of(each, Region::note).empty();
  });
  REQUIRE(page != book.pages.end());
  CHECK(text_of(*page, Region::margin) == "注释");
  size_t small = 0;
  for (const layout::Item& item : page->items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    small += run && item.region == Region::note && run->size == base::Length::points(4) ? 1 : 0;
  }
  CHECK(small == 6);  // three notes and their markers; the call within one has a size of its own
  CHECK(book.galleys[4].note_titles == std::vector<std::string>{"注释", "甲章", "丙章"});
  CHECK(book.galleys[0].note_titles == std::vector<std::string>{"注释"});
  document::Book ebook = book.book;  // which has no such section
  std::erase_if(ebook.sections,
                [](const document::Section& each) { return each.role == document::SectionRole::endnotes; });
  std::string marked, without_notes;
  for (const document::PageMark& mark : layout::page_marks(book.pages, ebook)) marked += mark.label + " ";
  for (const layout::Page& each : book.pages) {
    const bool notes_only = text_of(each).empty() && !text_of(each, Region::note).empty();
    if (!notes_only) without_notes += each.label + " ";
  }
  CHECK(marked == without_notes);  // five with words, and the empty one before the notes
  CHECK(std::count(marked.begin(), marked.end(), ' ') == 6);
}

TEST_CASE("some notes may stand on the page and others at the book's end") {
  std::vector<document::Section> one = {chapter("章", {p({t("甲"), note({p("页")}), t("乙"), note({p("末")})})})};
  auto& second = std::get<document::Paragraph>(one[0].blocks[0].content).children[3];
  std::get<document::Note>(second.content).kind = document::NoteKind::citation;
  CHECK(texts(Typeset(std::move(one),
                      "aside.citation { -huozi-note-place: book }"
                      "::footnote-call, ::footnote-marker { content: '[' counter(footnote) ']' }")) ==
        "章甲[1]乙[2]|[1]页 / |注释章[2]末");
}

TEST_CASE("the section's heading is in the book's own language") {
  document::Section section = chapter("章", {p({t("甲"), note({p("註")})})});
  section.language = "zh-Hant";
  const Typeset book({section}, "aside.footnote { -huozi-note-place: section }");
  CHECK(book.galleys[0].note_titles == std::vector<std::string>{"註釋"});
}

TEST_CASE("resetting the notes' counter within a section is remembered: it has no effect") {
  const auto where = [](const char* css) {
    return Typeset({chapter("章", {p("文")})}, css).galleys.at(0).note_reset_in;
  };
  CHECK(where("section.chapter { counter-reset: footnote }").empty());
  CHECK(where("h1 { counter-reset: other }").empty());
  CHECK(where("h1 { counter-reset: footnote }") == "h1");
  CHECK(where("p { counter-reset: other footnote }") == "p");
}
