// The shipped files: styles/booklet.css and styles/README.md.
#include <map>

#include "base/file.h"
#include "read_sheet.h"
#include "style/named_size.h"
#include "style/property.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::style;
using base::Length;

namespace {

std::string shipped(std::string_view name) {
  const auto text = base::read_file(std::string(HUOZI_SOURCE_DIR "/styles/") + std::string(name));
  REQUIRE(text);
  return *text;
}

std::string unescaped(std::string_view cell) {
  std::string result;
  for (size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size()) ++i;
    if (cell[i] != '`') result += cell[i];
  }
  return result;
}

// Cells of a table's row, without the blanks round them; | in a cell is written \|.
std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  size_t begin = 2;
  for (size_t i = 2; i < row.size(); ++i) {
    if (row[i] != '|' || row[i - 1] == '\\') continue;
    cells.push_back(unescaped(row.substr(begin, i - 1 - begin)));
    begin = i + 2;
  }
  return cells;
}

std::string places_of(const Property& property) {
  std::string text;
  const auto add = [&](unsigned place, std::string_view name) {
    if (property.places & place) text += (text.empty() ? "" : ", ") + std::string(name);
  };
  add(Property::element, "element");
  add(Property::page, "@page");
  add(Property::footnote, "@footnote");
  return text;
}

}  // namespace

TEST_CASE("styles/README.md lists the properties as the program knows them") {
  const std::string text = shipped("README.md");
  std::vector<std::vector<std::string>> rows;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const auto cells = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    if (!cells.starts_with("| `")) continue;
    if (auto row = cells_of(cells); row.size() == 7) rows.push_back(std::move(row));
  }
  REQUIRE(rows.size() == properties().size());
  const auto yes = [](bool value) { return std::string(value ? "yes" : "no"); };
  for (size_t i = 0; i < rows.size(); ++i) {
    const Property& property = properties()[i];
    CHECK(rows[i] == std::vector<std::string>{std::string(property.name), std::string(property.grammar),
                                              std::string(property.initial), yes(property.inherited),
                                              yes(property.epub), yes(property.pdf), places_of(property)});
  }
}

TEST_CASE("styles/README.md names every paper size") {
  const std::string text = shipped("README.md");
  for (const PaperSize& size : paper_sizes()) {
    INFO(size.name);
    CHECK(text.find("`" + std::string(size.name) + "`") != std::string::npos);
  }
}

TEST_CASE("booklet.css is without fault") {
  CHECK(test::read_sheet(shipped("booklet.css")).reports.empty());
}

TEST_CASE("every beginning of booklet.css is read without harm") {
  const std::string text = shipped("booklet.css");
  for (size_t length = 0; length < text.size(); length += 3) {
    const test::Sheet sheet = test::read_sheet(text.substr(0, length));
    CHECK(sheet.reports.size() < 10);
  }
}

TEST_CASE("booklet.css sets a 大32开 book of 28 by 28") {
  const Cascade cascade(test::read_sheet(shipped("booklet.css")).sheet, Medium::print);
  CHECK(cascade.body().font_size == Length::ratio(21, 2));
  CHECK(cascade.body().line_height == Length::ratio(35, 2));
  const PageStyle left = cascade.page_style({"", false, true, false, false});
  CHECK(left.width == Length::ratio(140 * 360, 127));
  CHECK(left.characters == 28);
  CHECK(left.lines == 28);
  CHECK(left.margin.right == Length::ratio(19 * 360, 127));
  REQUIRE(left.margin_boxes.size() == 2);
  CHECK(left.margin_boxes[0].style.content[0].value == "part-title");
  CHECK(left.margin_boxes[1].name == "bottom-left");
  CHECK(cascade.page_style({"", true, false, true, false}).margin_boxes.size() == 1);
  CHECK(cascade.page_style({"", false, true, false, true}).margin_boxes.empty());
  CHECK(cascade.page_style({"plain", true, false, true, false}).margin_boxes.empty());
  CHECK(cascade.page_style({"front", false, true, false, true}).margin_boxes.empty());
  const PageStyle front = cascade.page_style({"front", false, false, true, false});
  CHECK(front.margin_boxes.back().style.content[0].style == "lower-roman");
}

TEST_CASE("booklet.css: breaks made by hand reach the e-book") {
  const std::string sheet = print_for_epub(test::read_sheet(shipped("booklet.css")).sheet);
  CHECK(sheet.find(".page-break {\n  page-break-before: always;\n  break-before: page;\n}") != std::string::npos);
}

TEST_CASE("booklet.css: a chapter's title and a note") {
  const Cascade cascade(test::read_sheet(shipped("booklet.css")).sheet, Medium::print);
  const document::Attributes none;
  const ElementRef section = make_ref({"section", {"chapter"}}, none, &Cascade::body_element(), 1, 1);
  const ElementRef h1 = make_ref({"h1", {}}, none, &section, 1, 2);
  const ElementRef aside = make_ref({"aside", {"footnote"}}, none, &section, 2, 2);
  const ElementRef p = make_ref({"p", {}}, none, &aside, 1, 1);
  const ComputedStyle chapter = cascade.style(section, cascade.body());
  CHECK(chapter.break_before == BreakBetween::recto);
  const ComputedStyle title = cascade.style(h1, chapter);
  CHECK(title.font_size == Length::points(22));
  CHECK(title.rows == 7);
  CHECK(title.rows_before == 2);
  CHECK(title.balance);
  CHECK(title.string_set[0].name == "chapter-title");
  const ComputedStyle note = cascade.style(aside, chapter);
  CHECK(note.float_to == FloatTo::footnote);
  CHECK_FALSE(note.on_grid);
  const ComputedStyle text = cascade.style(p, note);
  CHECK(text.font_size == Length::points(9));
  CHECK(text.line_height == Length::points(13));
  CHECK(text.text_indent == Length::points(18));
  CHECK(cascade.pseudo_style(aside, "footnote-call", chapter).font_size == Length::ratio(651, 100));
}

TEST_CASE("booklet.css divides words of text, not of headings or code") {
  const Cascade cascade(test::read_sheet(shipped("booklet.css")).sheet, Medium::print);
  const document::Attributes none;
  const ElementRef p = make_ref({"p", {}}, none, &Cascade::body_element(), 1, 2);
  const ElementRef h1 = make_ref({"h1", {}}, none, &Cascade::body_element(), 2, 2);
  const ElementRef code = make_ref({"code", {}}, none, &p, 1, 1);
  const ComputedStyle text = cascade.style(p, cascade.body());
  CHECK(text.hyphens == Hyphens::auto_);
  CHECK(cascade.style(h1, cascade.body()).hyphens == Hyphens::manual);
  CHECK(cascade.style(code, text).hyphens == Hyphens::none);
}

TEST_CASE("booklet.css: paragraphs two ems in, but where one goes on after a display; the frame round a name") {
  const Cascade cascade(test::read_sheet(shipped("booklet.css")).sheet, Medium::print);
  const document::Attributes none, continued{"", {"continued"}, "", {}}, deceased{"", {"deceased"}, "", {}};
  const auto indent = [&](const ElementRef& element, const ComputedStyle& around) {
    return cascade.style(element, around).text_indent;
  };
  const ComputedStyle& body = cascade.body();
  CHECK(indent(make_ref({"p", {}}, none, &Cascade::body_element(), 1, 2), body) == body.font_size * 2);
  CHECK(indent(make_ref({"p", {}}, continued, &Cascade::body_element(), 1, 2), body) == Length());
  const ElementRef div = make_ref({"div", {}}, continued, &Cascade::body_element(), 1, 2);
  CHECK(indent(make_ref({"p", {}}, none, &div, 1, 2), cascade.style(div, body)) == Length());
  CHECK(indent(make_ref({"p", {}}, none, &div, 2, 2), cascade.style(div, body)) == body.font_size * 2);
  const ElementRef span = make_ref({"span", {}}, deceased, &div, 1, 1);
  CHECK(cascade.style(span, body).border.left.width == Length::ratio(1, 2));
}

TEST_CASE("a sheet that says nothing of code leaves it whole") {
  const Cascade cascade(test::read_sheet("html { hyphens: auto }").sheet, Medium::print);
  const document::Attributes none;
  const ElementRef pre = make_ref({"pre", {}}, none, &Cascade::body_element(), 1, 1);
  CHECK(cascade.body().hyphens == Hyphens::auto_);
  CHECK(cascade.style(pre, cascade.body()).hyphens == Hyphens::none);
}

TEST_CASE("booklet.css for e-readers has no print, no pixels, no fixed units") {
  const std::string text = print_for_epub(test::read_sheet(shipped("booklet.css")).sheet);
  for (const std::string_view never :
       {"-huozi-", "@page", "@media", "px", "pt;", "lh;", "mm", "footnote-call", "string"}) {
    INFO(never);
    CHECK(text.find(never) == std::string::npos);
  }
  CHECK(text.find("line-height: 1.75") != std::string::npos);
  CHECK(test::read_sheet(text).reports.size() > 0);  // the twins are not huozi's own properties
}
