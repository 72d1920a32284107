#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::style;
using base::Length;
using test::read_sheet;

namespace {

using Context = Cascade::PageContext;
constexpr Context kLeft{"", false, true, false, false};
constexpr Context kRight{"", false, false, true, false};

PageStyle page(const std::string& sheet, const Context& context = {}) {
  return Cascade(read_sheet(sheet).sheet, Medium::print).page_style(context);
}

Length mm(int64_t n) {
  return Length::ratio(n * 360, 127);
}

}  // namespace

TEST_CASE("sizes of the trade, of ISO, and in millimetres") {
  CHECK(page("").width == mm(140));
  CHECK(page("").height == mm(203));
  CHECK(page("@page { size: 32开 }").width == mm(130));
  CHECK(page("@page { size: 小16开 }").height == mm(240));
  CHECK(page("@page { size: a5 landscape }").width == mm(210));
  CHECK(page("@page { size: 100mm }").height == mm(100));
  CHECK(page("@page { size: 100mm 150mm }").height == mm(150));
  CHECK(page("@page { size: 0 0 }").width == mm(20));
  CHECK(page("@page { size: 异16开 }").width == mm(170));
  CHECK(page("@page { size: 8开 }").height == mm(368));
  CHECK(page("@page { size: 100mm 150mm landscape }").width == mm(150));
  CHECK(page("@page { size: 150mm 100mm portrait }").width == mm(100));
}

TEST_CASE("bleed, marks, type area, page multiple; initial takes them back") {
  const PageStyle style = page(
      "@page { bleed: 3mm; marks: crop; -huozi-type-area: 28 26; -huozi-page-multiple: 4; margin: 1mm 2mm 3mm 4mm }");
  CHECK(style.bleed == mm(3));
  CHECK(style.crop_marks);
  CHECK(style.characters == 28);
  CHECK(style.lines == 26);
  CHECK(style.page_multiple == 4);
  CHECK(style.margin.left == mm(4));
  CHECK(page("@page { size: A4; marks: crop } @page { size: initial; marks: inherit }").width == mm(140));
  CHECK_FALSE(page("@page { marks: crop } @page { marks: unset }").crop_marks);
  CHECK_FALSE(style.cross_marks);
  CHECK(page("@page { marks: cross }").cross_marks);
  CHECK_FALSE(page("@page { marks: cross }").crop_marks);
  CHECK((page("@page { marks: cross crop }").crop_marks && page("@page { marks: cross crop }").cross_marks));
  CHECK_FALSE(page("@page { marks: crop cross } @page { marks: none }").cross_marks);
}

TEST_CASE("versos mirror side margins that no :left rule sets") {
  CHECK(page("@page { margin: 1mm 2mm 3mm 4mm }", kRight).margin.left == mm(4));
  CHECK(page("@page { margin: 1mm 2mm 3mm 4mm }", kLeft).margin.left == mm(2));
  CHECK(page("@page { margin: 1mm 2mm 3mm 4mm } @page :right { margin-left: 9mm }", kLeft).margin.right == mm(4));
  CHECK(page("@page { margin: 1mm 2mm 3mm 4mm } @page :left { margin-top: 9mm }", kLeft).margin.left == mm(2));
  // css-page-3: as the sheet has it.
  CHECK(page("@page { margin: 1mm 2mm 3mm 4mm } @page :left { margin-right: 9mm }", kLeft).margin.left == mm(4));
}

TEST_CASE("auto margins are told apart, and mirrored") {
  const PageStyle usual = page("");
  CHECK(usual.margin_auto.top);
  CHECK(usual.margin_auto.left);
  const PageStyle left = page("@page { margin: 1mm auto auto 4mm }", kLeft);
  CHECK_FALSE(left.margin_auto.top);
  CHECK(left.margin_auto.bottom);
  CHECK(left.margin_auto.left);
  CHECK(left.margin.left == mm(20));
  CHECK_FALSE(left.margin_auto.right);
  CHECK(left.margin.right == mm(4));
  CHECK_FALSE(page("@page { margin-left: auto } @page { margin-left: initial }").margin_auto.left);
}

TEST_CASE("a blank page has the boxes that a :blank rule gives, no others") {
  const std::string sheet = "@page { @top-left { content: 'a' } @bottom-left { content: 'b' } }";
  CHECK(page(sheet, {"", false, true, false, true}).margin_boxes.empty());
  const PageStyle meant =
      page(sheet + "@page :blank { @top-center { content: '此页空白' } }", {"", false, true, false, true});
  REQUIRE(meant.margin_boxes.size() == 1);
  CHECK(meant.margin_boxes[0].name == "top-center");
}

TEST_CASE("a plate's page has the rules of all pages, and those of :plate over :left and :right") {
  const std::string sheet =
      "@page :left { @top-left { content: 'a' } @bottom-left { content: 'b' } } @page :plate { @top-left { content: "
      "none } }";
  const PageStyle plate = page(sheet, {"", false, true, false, false, true});
  REQUIRE(plate.margin_boxes.size() == 1);
  CHECK(plate.margin_boxes[0].name == "bottom-left");
  CHECK(page(sheet, kLeft).margin_boxes.size() == 2);
}

TEST_CASE("a name weighs more than :first, :first more than :left") {
  const std::string sheet =
      "@page front { margin-top: 4mm } @page :first { margin-top: 3mm } @page :left { margin-top: 2mm }"
      "@page { margin-top: 1mm } @page front:blank { margin-top: 5mm }";
  CHECK(page(sheet).margin.top == mm(1));
  CHECK(page(sheet, kLeft).margin.top == mm(2));
  CHECK(page(sheet, {"", true, true, false, false}).margin.top == mm(3));
  CHECK(page(sheet, {"front", true, true, false, false}).margin.top == mm(4));
  CHECK(page(sheet, {"front", false, true, false, true}).margin.top == mm(5));
  CHECK(page(sheet, {"other", false, false, true, false}).margin.top == mm(1));
}

TEST_CASE("a list of page selectors applies where one of them does") {
  const std::string sheet = "@page :blank, plain { margin-top: 9mm }";
  CHECK(page(sheet, {"plain", false, false, true, false}).margin.top == mm(9));
  CHECK(page(sheet, {"", false, false, true, true}).margin.top == mm(9));
  CHECK(page(sheet, kRight).margin.top == mm(20));
}

TEST_CASE("margin boxes: clockwise, inheriting from the page, none without content") {
  const PageStyle style = page(
      "html { font-size: 10pt } @page { font-size: 8pt; @bottom-center { content: counter(page) }"
      "@top-left { content: 'a'; font-size: 0.5em; text-align: center } @top-right { content: 'b' }"
      "@left-top { color: red } @right-top { content: 'c' } @right-top { content: none } }");
  REQUIRE(style.margin_boxes.size() == 3);
  CHECK(style.margin_boxes[0].name == "top-left");
  CHECK(style.margin_boxes[0].style.font_size == Length::points(4));
  CHECK(style.margin_boxes[0].style.text_align == TextAlign::center);
  CHECK(style.margin_boxes[1].name == "top-right");
  CHECK(style.margin_boxes[1].style.font_size == Length::points(8));
  CHECK(style.margin_boxes[1].style.text_align == TextAlign::end);
  CHECK(style.margin_boxes[1].style.text_align_last == TextAlign::end);
  CHECK(style.margin_boxes[2].name == "bottom-center");
  CHECK(style.margin_boxes[2].style.content[0].kind == ContentItem::Kind::counter);
}

TEST_CASE("a later rule adds to a box of the same name") {
  const PageStyle style =
      page("@page { @top-left { content: 'a'; color: red } } @page :left { @top-left { content: 'b' } }", kLeft);
  REQUIRE(style.margin_boxes.size() == 1);
  CHECK(style.margin_boxes[0].style.content[0].value == "b");
  CHECK(style.margin_boxes[0].style.color.space == Color::Space::rgb);
}

TEST_CASE("the note area, and where notes are counted anew") {
  const PageStyle style = page(
      "html { font-size: 10pt; line-height: 20pt } @page { counter-reset: footnote;"
      "@footnote { margin-top: 0.5rlh; padding-top: 1em; border-top: 0.4pt solid; -huozi-rule-length: 33.3% } }");
  CHECK(style.footnote.margin_top == Length::points(10));
  CHECK(style.footnote.padding_top == Length::points(10));
  CHECK(style.footnote.rule.width == Length::ratio(2, 5));
  CHECK(style.footnote.rule_length == 333);
  REQUIRE(style.counter_reset.size() == 1);
  CHECK(style.counter_reset[0].name == "footnote");
  CHECK(page("@page { @footnote { border-top: none } }").footnote.rule.style == BorderStyle::none);
}

TEST_CASE("page rules of the e-book's media are not the PDF's") {
  CHECK(page("@media epub { @page { margin-top: 9mm } } @media print { @page { margin-left: 8mm } }").margin.top ==
        mm(20));
  CHECK(page("@media print { @page { margin-left: 8mm } }").margin.left == mm(8));
}
