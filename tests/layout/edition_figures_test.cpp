#include "layout/edition_figures.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using document::SectionRole;
using layout::EditionFigures;

namespace {

// Ten characters by eight lines a face: 80, and 100 with a running head and a folio.
constexpr const char* kHeads = R"(
section.chapter { break-before: recto }
@page { @top-center { content: "书" } @bottom-center { content: counter(page) } }
section.title-page, section.imprint { page: plain }
@page plain { @top-center { content: none } @bottom-center { content: none } }
)";

document::Blocks paragraphs(size_t count) {
  return document::Blocks(count, p("一二三"));
}

// So many notes of one line.
document::Block noted(int notes) {
  Words words("一");
  for (int i = 0; i < notes; ++i) words.push_back(note({p("注")}));
  return p(std::move(words));
}

document::Block plate() {
  document::Inline node = img("a.png");
  auto& image = std::get<document::Image>(node.content);
  image.file = "a.png";
  image.pixel_width = 300;
  image.pixel_height = 800;
  return figure({p({node})});
}

EditionFigures figures(const Typeset& book, const document::Imprint::Outside& outside = {}) {
  return layout::edition_figures(book.book, book.galleys, book.plans, book.cascade, outside);
}

}  // namespace

TEST_CASE("by hand: three faces of 80 characters, a title page of half as many, and its blank back") {
  const Typeset book({section_of(SectionRole::title_page, "", {p("书")}), chapter("甲", paragraphs(21))},
                     "section.chapter { break-before: recto }");
  REQUIRE(book.pages.size() == 5);
  const EditionFigures made = figures(book);
  CHECK(made.faces == 5);
  CHECK(made.characters == 40 + 0 + 3 * 80);
}

TEST_CASE("by hand: head and folio are lines; six notes make 15 % more, ten their own grid") {
  // A note's line: 100 pt of 5 pt. Its face: 160 pt of 10 pt, head and folio.
  constexpr int64_t kNotes = (100 / 5) * (160 / 10 + 2);
  const auto of_notes = [](int count) {
    const Typeset book({chapter("", {noted(count)})}, kHeads);
    REQUIRE(book.pages.size() == 1);
    return figures(book).characters;
  };
  CHECK(of_notes(0) == 100);
  CHECK(of_notes(5) == 100);
  CHECK(of_notes(6) == 115);
  CHECK(of_notes(9) == 115);
  CHECK(of_notes(10) == kNotes);
}

TEST_CASE("by hand: imprint, covers, flaps and spine; a blank face in the series counts, a plate a fifth") {
  const Typeset book({section_of(SectionRole::imprint, "", {p("书")}), chapter("甲", paragraphs(1)),
                      chapter("乙", {p("一"), plate()})},
                     std::string(kHeads) + "figure { margin: 0 }");
  REQUIRE(book.pages.size() == 6);  // imprint, blank; first chapter, blank; second chapter, plate
  const EditionFigures made = figures(book);
  CHECK(made.characters == 100 + 100 + 100 + 100 + 100 + 20);
  document::Imprint::Outside outside;
  outside.covers = 2;
  outside.flaps = 1;
  outside.spine = true;
  CHECK(figures(book, outside).characters == made.characters + 2 * 50 + 100 + 100);
}

TEST_CASE("sheets are faces by leaves, whole leaves of four faces over") {
  CHECK(layout::sheets_of(332, 16) == 20'750);
  CHECK(layout::sheets_of(329, 16) == 20'750);
  CHECK(layout::sheets_of(226, 32) == 7'125);
  CHECK(layout::sheets_of(0, 32) == 0);
  const document::EditionFacts facts = layout::edition_facts({226, 215'499}, document::SheetFormat{850, 1168, 32});
  CHECK(facts.format == "850mm×1168mm　1/32");
  CHECK(facts.sheets == "7.125");
  CHECK(facts.characters == "215千字");
  CHECK(layout::edition_facts({32, 1}, std::nullopt).sheets.empty());
  CHECK(layout::edition_facts({32, 1}, std::nullopt).characters == "1千字");
  CHECK(layout::edition_facts({64, 1}, document::SheetFormat{890, 1240, 32}).sheets == "2");
}

TEST_CASE("the sheet follows from the trimmed size, upright or lying") {
  const auto format = [](const char* size) {
    const Typeset book({chapter("甲", paragraphs(1))}, std::string("@page { size: ") + size + " }");
    const auto found = layout::sheet_format(book.cascade.page_style({"", false, false, true, false}));
    return found ? layout::edition_facts({}, found).format : "";
  };
  CHECK(format("大32开") == "850mm×1168mm　1/32");
  CHECK(format("140mm 203mm") == "850mm×1168mm　1/32");
  CHECK(format("203mm 140mm") == "850mm×1168mm　1/32");
  CHECK(format("A5") == "890mm×1240mm　1/32");
  CHECK(format("大16开") == "889mm×1194mm　1/16");
  CHECK(format("141mm 203mm") == "");
  CHECK(format("letter") == "");
}
