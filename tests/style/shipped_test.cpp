// The shipped files: the sheets of styles/ and styles/README.md.
#include <map>

#include "base/file.h"
#include "read_sheet.h"
#include "style/heading_numbers.h"
#include "style/named_size.h"
#include "style/property.h"
#include "support/builders.h"
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

// With what it imports.
test::Sheet shipped_sheet(const std::string& name) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const auto open = [&](std::string_view file) { return &sources.add(std::string(file), shipped(file)); };
  test::Sheet result;
  result.sheet = read_stylesheet(*open(name), diagnostics,
                                 [&](const source::SourceFile&, std::string_view file) { return open(file); });
  for (const source::Diagnostic& each : diagnostics.items()) result.reports.push_back(source::message_of(each));
  return result;
}

struct Shipped {
  const char* name;
  const char* size;
  int characters, lines;
  Length font_size, pitch;
};
const Shipped kStyles[] = {
    {"booklet.css", "大32开", 28, 28, Length::ratio(21, 2), Length::ratio(35, 2)},
    {"reader.css", "A5", 29, 29, Length::ratio(21, 2), Length::ratio(35, 2)},
    {"novel.css", "32开", 26, 25, Length::ratio(21, 2), Length::ratio(35, 2)},
    {"report.css", "16开", 39, 38, Length::ratio(21, 2), Length::ratio(33, 2)},
    {"large-print.css", "16开", 25, 22, Length::points(16), Length::points(28)},
};

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

TEST_CASE("no shipped style forces a colour, a size or a face on e-readers") {
  for (const Shipped& style : kStyles) {
    INFO(style.name);
    const std::string text = print_for_epub(shipped_sheet(style.name).sheet);
    for (const std::string_view never : {"background", "  color: #", "#0", "px", "@supports", "@import"}) {
      INFO(never);
      CHECK(text.find(never) == std::string::npos);
    }
    // Conditions and unknown rules stand behind all that old readers read.
    const size_t rule = text.find('@');
    CHECK((rule == std::string::npos || text.find("\n}\n@counter-style") != std::string::npos));
    CHECK((rule == std::string::npos || text.compare(rule, 14, "@counter-style") == 0));
  }
}

TEST_CASE("booklet.css for e-readers divides words of other languages only") {
  const Cascade cascade(test::read_sheet(shipped("booklet.css")).sheet, Medium::epub);
  const document::Attributes none, english{"", {}, "en", {}};
  const auto hyphens = [&](std::string_view name, const document::Attributes& attributes) {
    return cascade.style(make_ref({name, {}}, attributes, &Cascade::body_element(), 1, 2), cascade.body()).hyphens;
  };
  CHECK(hyphens("p", none) == Hyphens::none);
  CHECK(hyphens("p", english) == Hyphens::auto_);
  CHECK(hyphens("h2", english) == Hyphens::manual);
  CHECK(hyphens("code", english) == Hyphens::manual);
}

TEST_CASE("vertical.css turns the e-book's lines, not those of print") {
  test::Sheet sheet = test::read_sheet(shipped("booklet.css"));
  const test::Sheet vertical = test::read_sheet(shipped("vertical.css"));
  CHECK(vertical.reports.empty());
  sheet.sheet.append(vertical.sheet);
  CHECK(Cascade(sheet.sheet, Medium::epub).body().writing_mode == "vertical-rl");
  CHECK(Cascade(sheet.sheet, Medium::print).body().writing_mode == "horizontal-tb");
  const std::string text = print_for_epub(sheet.sheet, "zh-Hant");
  CHECK(text.find(
            "-epub-writing-mode: vertical-rl;\n  -webkit-writing-mode: vertical-rl;\n  writing-mode: vertical-rl") !=
        std::string::npos);
  CHECK(text.find("text-emphasis-position: over right") != std::string::npos);
}

TEST_CASE("every shipped style is without fault, and its type area fits its page") {
  for (const Shipped& style : kStyles) {
    INFO(style.name);
    const test::Sheet sheet = shipped_sheet(style.name);
    CHECK(sheet.reports.empty());
    const Cascade cascade(sheet.sheet, Medium::print);
    CHECK(cascade.body().font_size == style.font_size);
    CHECK(cascade.body().line_height == style.pitch);
    const PaperSize* size = nullptr;
    for (const PaperSize& each : paper_sizes()) {
      if (each.name == style.size) size = &each;
    }
    REQUIRE(size);
    for (const bool left : {true, false}) {
      const PageStyle page = cascade.page_style({"", false, left, !left, false});
      CHECK(page.width == Length::ratio(size->width * 360, 127));
      CHECK(page.height == Length::ratio(size->height * 360, 127));
      CHECK(page.characters == style.characters);
      CHECK(page.lines == style.lines);
      const Length inner = left ? page.margin.right : page.margin.left;
      const Length width = style.font_size * style.characters;
      const Length height = style.pitch * (style.lines - 1) + style.font_size;
      const Length least = Length::ratio(14 * 360, 127);  // 14 mm to every trim
      CHECK(inner >= least);
      CHECK(page.margin.top >= least);
      CHECK(page.width - inner - width >= least);
      CHECK(page.height - page.margin.top - height >= least);
      CHECK(inner <= page.margin.top * 3 / 2);
    }
  }
  for (const char* name : {"numbered.css", "decimal.css"}) CHECK(shipped_sheet(name).reports.empty());
}

TEST_CASE("every shipped style for e-readers has no print in it") {
  for (const Shipped& style : kStyles) {
    INFO(style.name);
    const std::string text = print_for_epub(shipped_sheet(style.name).sheet);
    for (const std::string_view never : {"-huozi-", "@page", "@media", "px", "pt;", "lh;", "mm", "string", "@import"}) {
      INFO(never);
      CHECK(text.find(never) == std::string::npos);
    }
  }
}

TEST_CASE("after a part's page its back stays blank") {
  for (const char* name : {"reader.css", "novel.css", "report.css", "large-print.css"}) {
    INFO(name);
    const Cascade cascade(shipped_sheet(name).sheet, Medium::print);
    const document::Attributes none;
    const ElementRef part = make_ref({"section", {"part"}}, none, &Cascade::body_element(), 1, 1);
    CHECK(cascade.style(part, cascade.body()).break_after == BreakBetween::recto);
  }
}

TEST_CASE("large-print.css has no type below 小四") {
  const Cascade cascade(shipped_sheet("large-print.css").sheet, Medium::print);
  const document::Attributes none;
  const ElementRef section = make_ref({"section", {"chapter"}}, none, &Cascade::body_element(), 1, 1);
  const ComputedStyle around = cascade.style(section, cascade.body());
  const std::pair<std::string_view, std::string_view> kElements[] = {
      {"p", ""},          {"p", "toc-entry"}, {"aside", "footnote"},
      {"pre", ""},        {"table", ""},      {"figcaption", ""},
      {"caption", ""},    {"h1", ""},         {"h5", ""},
      {"code", ""},       {"li", ""},         {"p", "creators"},
      {"p", "level-3"},   {"th", ""},         {"blockquote", ""},
      {"span", "credit"}, {"p", "publisher"}, {"p", "cip"},
      {"dd", ""},         {"dt", ""}};
  for (const auto& [name, classes] : kElements) {
    INFO(name << '.' << classes);
    std::vector<std::string_view> list;
    if (!classes.empty()) list.push_back(classes);
    CHECK(cascade.style(make_ref({name, list}, none, &section, 1, 1), around).font_size >= Length::points(12));
  }
  for (const bool left : {true, false}) {
    for (const MarginBox& box : cascade.page_style({"", false, left, !left, false}).margin_boxes) {
      CHECK(box.style.font_size >= Length::points(12));
    }
  }
}

TEST_CASE("what the styles number, and how") {
  const auto numbers = [](const char* name) {
    document::Book book;
    const auto add = [&](document::SectionRole role, const char* title, document::Blocks blocks) {
      document::Section& section = book.sections.emplace_back();
      section.role = role;
      section.title = test::Words(title);
      section.blocks = std::move(blocks);
    };
    add(document::SectionRole::front_article, "序", {test::h(2, "源")});
    add(document::SectionRole::part, "编", {});
    add(document::SectionRole::chapter, "甲", {test::h(2, "子"), test::h(3, "鼠"), test::h(3, "猫")});
    add(document::SectionRole::chapter, "乙", {test::h(2, "丑")});
    document::Audit audit;
    source::Diagnostics diagnostics;
    number_headings(book, Cascade(shipped_sheet(name).sheet, Medium::print), audit, diagnostics);
    std::string out;
    for (const document::ContentsEntry& entry : document::contents_of(book, 3)) out += entry.title + "|";
    return out;
  };
  for (const char* plain : {"booklet.css", "reader.css", "large-print.css"})
    CHECK(numbers(plain) == "序|源|编|甲|子|鼠|猫|乙|丑|");
  CHECK(numbers("novel.css") == "序|源|编|第一章　甲|子|鼠|猫|第二章　乙|丑|");
  CHECK(numbers("numbered.css") == "序|源|第一编　编|第一章　甲|一、子|（一）鼠|（二）猫|第二章　乙|一、丑|");
  CHECK(numbers("decimal.css") == "序|源|第一编　编|1　甲|1.1　子|1.1.1　鼠|1.1.2　猫|2　乙|2.1　丑|");
  CHECK(numbers("report.css") == numbers("decimal.css"));
}
