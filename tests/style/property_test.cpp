#include "style/property.h"

#include <set>
#include <string>

#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::style;
using base::Length;
using test::paragraph_style;
using test::read_sheet;

namespace {

// Values a property takes and refuses, in the place where it may stand.
struct Case {
  std::string_view property;
  std::vector<std::string_view> good, bad;
};

const std::vector<Case> kCases = {
    {"font-family", {"serif", "\"Noto Serif CJK SC\", Noto Sans, kai"}, {"", "serif serif,", "12pt", "a, , b"}},
    {"font-size", {"五号", "10.5pt", "120%", "SMALLER", "0", "1.5EM"}, {"-1pt", "12", "九号", "10pt 12pt"}},
    {"font-weight", {"bold", "350", "1000"}, {"0", "1001", "400.5", "heavy"}},
    {"font-style", {"italic"}, {"oblique", "italic bold"}},
    {"line-height", {"1.75", "17.5pt", "150%", "normal"}, {"-1", "auto"}},
    {"color",
     {"#123", "#a1b2c3", "black", "rgb(1, 2, 3)", "rgb(10%, 0%, 0%)", "device-cmyk(0 0 0 1)", "GRAY"},
     {"#12", "#12g", "rgb(1, 2)", "blackish", "device-cmyk(0 0 0)"}},
    {"letter-spacing", {"normal", "-0.03em", "0"}, {"1", "50%"}},
    {"text-indent", {"2em", "-2em"}, {"2", "10%", "2em hanging"}},
    {"text-align", {"justify", "left"}, {"middle"}},
    {"text-align-last", {"auto", "justify"}, {"match-parent"}},
    {"line-break", {"strict", "anywhere"}, {"tight"}},
    {"text-spacing-trim", {"space-all", "-huozi-kaiming"}, {"kaiming"}},
    {"text-autospace", {"no-autospace"}, {"none"}},
    {"hanging-punctuation", {"allow-end", "force-end"}, {"last", "allow-end force-end"}},
    {"hyphens", {"manual"}, {"yes"}},
    {"-huozi-full-stop", {"auto", "dot"}, {"wide-dot", "．"}},
    {"white-space", {"pre-wrap"}, {"pre wrap"}},
    {"text-wrap", {"pretty"}, {"nowrap"}},
    {"text-emphasis", {"dot", "filled sesame", "dot red", "open"}, {"filled open", "none dot", "'x'"}},
    {"text-emphasis-style", {"circle", "open double-circle", "triangle filled"}, {"square", "dot red"}},
    {"text-emphasis-color", {"currentcolor", "#f00"}, {"none"}},
    {"writing-mode", {"vertical-rl"}, {"vertical-lr"}},
    {"quotes", {"auto", "'“' '”' '‘' '’'"}, {"'“'", "none"}},
    {"text-decoration", {"underline", "wavy underline", "line-through"}, {"overline", "underline underline"}},
    {"text-decoration-line", {"underline"}, {"wavy"}},
    {"text-decoration-style", {"wavy"}, {"underline"}},
    {"vertical-align", {"super", "-2pt"}, {"top", "10%"}},
    {"list-style-type", {"none", "cjk-decimal", "my-own"}, {"'-'", "1"}},
    {"display", {"run-in", "list-item"}, {"flex", "inline-block"}},
    {"margin", {"0", "1em 2em", "1mm 2mm 3mm 4mm"}, {"1em 2em 3em 4em 5em", "auto", "5%", "1"}},
    {"margin-top", {"-1lh"}, {"auto", "1em 1em"}},
    {"margin-right", {"1in"}, {"1px 2px"}},
    {"margin-bottom", {"4Q"}, {"5%"}},
    {"margin-left", {"1pc"}, {"none"}},
    {"padding", {"1em"}, {"-1em"}},
    {"padding-top", {"1rlh"}, {"-1em"}},
    {"padding-right", {"1rem"}, {"auto"}},
    {"padding-bottom", {"1ic"}, {"5%"}},
    {"padding-left", {"1ex"}, {"2"}},
    {"border", {"1pt solid", "solid black thin", "none", "0"}, {"1pt 1pt", "dotted", "solid solid"}},
    {"border-top", {"thick double"}, {"1pt ridge"}},
    {"border-right", {"red solid"}, {"none none"}},
    {"border-bottom", {"medium solid"}, {"-1pt solid"}},
    {"border-left", {"0.4pt solid"}, {""}},
    {"border-width", {"thin 1pt", "0"}, {"solid"}},
    {"border-style", {"none solid double none"}, {"dashed"}},
    {"border-color", {"red blue"}, {"1pt"}},
    {"width", {"auto", "10mm", "50%"}, {"101%", "-1mm"}},
    {"height", {"10mm"}, {"50%"}},
    {"break-before", {"recto", "avoid", "left"}, {"odd"}},
    {"break-after", {"page"}, {"true"}},
    {"break-inside", {"avoid"}, {"recto"}},
    {"column-count", {"auto", "1", "6"}, {"0", "7", "2.5", "none"}},
    {"column-gap", {"normal", "2em", "0"}, {"auto", "-1em", "10%"}},
    {"widows", {"3"}, {"0", "1.5", "two"}},
    {"orphans", {"1"}, {"-1"}},
    {"content",
     {"none", "'第' counter(page, cjk-decimal) '页'", "string(book-title)", "attr(title)", "content(text)", "''"},
     {"counter()", "counter(a, b, c)", "url(x)", "string('a')", "content(after)", "none 'a'"}},
    {"counter-reset", {"a", "a 2 b -1", "none"}, {"2", "a 1.5", "a, b"}},
    {"counter-increment", {"page 1"}, {"'page'"}},
    {"string-set", {"title content()", "a 'x', b attr(id) counter(c)", "none"}, {"title", "content()", "a 'x',"}},
    {"float", {"footnote", "top", "bottom"}, {"left"}},
    {"footnote-display", {"compact"}, {"auto"}},
    {"page", {"front"}, {"'front'", "a b"}},
    {"-huozi-inline-note", {"two-rows"}, {"two"}},
    {"-huozi-leader", {"dotted"}, {"solid"}},
    {"-huozi-continued", {"auto", "none", "'（接上页）'"}, {"", "续表", "none '续'"}},
    {"-huozi-turn", {"none", "left"}, {"right", "90"}},
    {"-huozi-plate", {"none", "page"}, {"bleed", "auto"}},
    {"-huozi-rows", {"7", "auto"}, {"-1", "1000", "2.5"}},
    {"-huozi-rows-before", {"2"}, {"1em"}},
    {"-huozi-grid", {"none"}, {"off"}},
    {"size",
     {"大32开", "32开", "小16开", "a5", "B5 landscape", "140mm 203mm", "140mm 203mm landscape", "大度16开", "landscape",
      "auto"},
     {"33开", "32开 16开", "-1mm", "A2", "1mm 2mm 3mm"}},
    {"bleed", {"3mm", "auto"}, {"-3mm"}},
    {"marks", {"crop", "cross", "crop cross", "cross crop", "none"}, {"crop crop", "none crop", "bleed"}},
    {"-huozi-type-area", {"28 28", "none"}, {"28", "0 28", "28 28 28"}},
    {"-huozi-page-multiple", {"4"}, {"0", "4.0"}},
    {"-huozi-rule-length", {"25%"}, {"25", "101%"}},
    {"-huozi-continued-rule-length", {"auto", "100%"}, {"none", "101%"}},
    {"-huozi-note-place", {"page", "section", "book"}, {"end", "chapter"}},
    {"background-color", {"transparent", "#eee"}, {"none"}},
    {"border-collapse", {"collapse"}, {"yes"}},
    {"font-variant-numeric", {"tabular-nums lining-nums", "normal"}, {"normal tabular-nums"}},
    {"list-style-position", {"inside"}, {"left"}},
    {"max-height", {"100%", "none"}, {"auto"}},
    {"max-width", {"20em"}, {"-1em"}},
    {"overflow-wrap", {"anywhere"}, {"break"}},
    {"ruby-align", {"center"}, {"left"}},
    {"ruby-position", {"under", "inter-character"}, {"right"}},
    {"text-combine-upright", {"digits 2", "digits", "all"}, {"digits 5", "2"}},
    {"text-emphasis-position", {"under right", "left over", "over", "auto"}, {"right", "over under", "auto left"}},
    {"text-orientation", {"mixed"}, {"sideways"}},
    {"text-underline-position", {"under left", "auto"}, {"auto left"}},
    {"word-break", {"keep-all"}, {"break-word"}},
};

std::vector<std::string> reports_of(const Property& property, std::string_view value) {
  const std::string declaration = std::string(property.name) + ": " + std::string(value);
  if (property.places & Property::element) return read_sheet("p { " + declaration + " }").reports;
  if (property.places & Property::page) return read_sheet("@page { " + declaration + " }").reports;
  return read_sheet("@page { @footnote { " + declaration + " } }").reports;
}

}  // namespace

TEST_CASE("each property takes what its grammar says and nothing else") {
  for (const Case& each : kCases) {
    const Property* property = find_property(each.property);
    INFO(each.property);
    REQUIRE(property);
    for (const std::string_view value : each.good) {
      INFO(value);
      CHECK(reports_of(*property, value).empty());
    }
    for (const std::string_view value : each.bad) {
      INFO(value);
      CHECK(reports_of(*property, value).size() == 1);
    }
  }
}

TEST_CASE("every property of the table is tested, and only once in the table") {
  std::set<std::string_view> tested, known;
  for (const Case& each : kCases) tested.insert(each.property);
  for (const Property& property : properties()) CHECK(known.insert(property.name).second);
  CHECK(tested == known);
}

TEST_CASE("every initial value is accepted, and does what an unset property has") {
  for (const Property& property : properties()) {
    INFO(property.name);
    CHECK_FALSE(initial_value(property).empty());
  }
  const ComputedStyle style =
      paragraph_style("p { font-size: initial; text-align: initial; list-style-type: initial }");
  CHECK(style.font_size == Length::ratio(21, 2));
  CHECK(style.text_align == TextAlign::justify);
  CHECK(style.list_style_type == "disc");
}

TEST_CASE("lengths are resolved against the element's own sizes") {
  const ComputedStyle style = paragraph_style(
      "html { font-size: 10pt; line-height: 16pt }"
      "p { text-indent: 2em; margin: 1lh 1rem 1rlh 1ic; font-size: 20pt; line-height: 1.5; padding: 10mm 96px 1in 4Q "
      "}");
  CHECK(style.text_indent == Length::points(40));
  CHECK(style.line_height == Length::points(30));
  CHECK(style.margin.top == Length::points(30));
  CHECK(style.margin.right == Length::points(10));
  CHECK(style.margin.bottom == Length::points(16));
  CHECK(style.margin.left == Length::points(20));
  CHECK(style.padding.top == Length::ratio(3600, 127));
  CHECK(style.padding.right == Length::points(72));
  CHECK(style.padding.bottom == Length::points(72));
  CHECK(style.padding.left == Length::ratio(360, 127));
}

TEST_CASE("the trade's type sizes") {
  CHECK(paragraph_style("p { font-size: 初号 }").font_size == Length::points(42));
  CHECK(paragraph_style("p { font-size: 五号 }").font_size == Length::ratio(21, 2));
  CHECK(paragraph_style("p { font-size: 小六 }").font_size == Length::ratio(13, 2));
  CHECK(paragraph_style("body { font-size: 12pt } p { font-size: larger }").font_size == Length::ratio(72, 5));
}

TEST_CASE("sizes stay where layout can work") {
  CHECK(paragraph_style("p { font-size: 0 }").font_size == Length::points(1));
  CHECK(paragraph_style("p { line-height: 0 }").line_height == Length::points(1));
  const ComputedStyle huge = paragraph_style("p { font-size: 1e9em; margin-left: 1e9em; line-height: 1e9 }");
  CHECK(huge.font_size == Length::points(1000));
  CHECK(huge.margin.left == Length::points(100'000));
  CHECK(huge.line_height == Length::points(4000));
}

TEST_CASE("a number for line-height is inherited as a number, a length as a length") {
  CHECK(paragraph_style("body { line-height: 2 } p { font-size: 20pt }").line_height == Length::points(40));
  CHECK(paragraph_style("body { line-height: 2em } p { font-size: 20pt }").line_height == Length::points(21));
}

TEST_CASE("borders: width, style and colour in any order; no style, no width") {
  const ComputedStyle style = paragraph_style(
      "p { color: red; border: solid; border-top: 0.4pt double #000; border-left: none; border-bottom-x: 1 }");
  CHECK(style.border.top.width == Length::ratio(2, 5));
  CHECK(style.border.top.style == BorderStyle::double_);
  CHECK(style.border.top.color == Color{});
  CHECK(style.border.right.width == Length::points(1));
  CHECK(style.border.right.color.space == Color::Space::rgb);
  CHECK(style.border.left.width == Length());
  CHECK(paragraph_style("p { border-style: solid none; border-width: 2pt }").border.bottom.width == Length::points(2));
  CHECK(paragraph_style("p { border-style: solid none; border-width: 2pt }").border.left.width == Length());
  CHECK(paragraph_style("p { border-width: 2pt }").border.top.width == Length());
}

TEST_CASE("greys are tints of the one black") {
  CHECK(paragraph_style("p { color: #fff }").color.components[0] == 0);
  CHECK(paragraph_style("p { color: rgb(20%, 20%, 20%) }").color == Color{Color::Space::gray, {800, 0, 0, 0}});
  CHECK(paragraph_style("p { color: rgb(255, 0, 0) }").color == Color{Color::Space::rgb, {1000, 0, 0, 0}});
  CHECK(paragraph_style("p { color: device-cmyk(0 10% .5 1) }").color ==
        Color{Color::Space::cmyk, {0, 100, 500, 1000}});
}

TEST_CASE("decorations and emphasis, whichever property comes first") {
  CHECK(paragraph_style("p { text-decoration: underline wavy }").text_decoration == TextDecoration::wavy);
  CHECK(paragraph_style("p { text-decoration-style: wavy; text-decoration-line: underline }").text_decoration ==
        TextDecoration::wavy);
  CHECK(paragraph_style("p { text-decoration: line-through wavy }").text_decoration == TextDecoration::line_through);
  CHECK(paragraph_style("p { text-emphasis: filled sesame }").text_emphasis == EmphasisMark::sesame);
  const ComputedStyle open = paragraph_style("p { text-emphasis: red dot open; text-emphasis-position: right under }");
  CHECK(open.text_emphasis == EmphasisMark::dot);
  CHECK(open.text_emphasis_open);
  CHECK(open.text_emphasis_color == Color{Color::Space::rgb, {1000, 0, 0, 0}});
  CHECK(open.text_emphasis_position == EmphasisPosition::under);
  CHECK(paragraph_style("p { text-emphasis: open }").text_emphasis == EmphasisMark::circle);
  // The shorthand takes the colour back.
  CHECK_FALSE(paragraph_style("p { text-emphasis-color: red; text-emphasis: dot }").text_emphasis_color);
  CHECK(paragraph_style("p { text-underline-position: left under }").text_underline_position ==
        UnderlinePosition::under);
}

TEST_CASE("the last line follows text-align unless it is told otherwise") {
  CHECK(paragraph_style("p { text-align: center }").text_align_last == TextAlign::center);
  CHECK(paragraph_style("body { text-align: center } p { text-align: justify }").text_align_last == TextAlign::start);
  CHECK(paragraph_style("body { text-align-last: justify } p { text-align: center }").text_align_last ==
        TextAlign::justify);
}

TEST_CASE("generated content, counters, strings") {
  const ComputedStyle style = paragraph_style(
      "p { content: '第' counter(page, cjk-decimal) string(t) attr(title) content(); counter-reset: a 3 b;"
      " counter-increment: c; string-set: t content(), u 'x' attr(id) }");
  REQUIRE(style.content.size() == 5);
  CHECK(style.content[0].value == "第");
  CHECK(style.content[1].style == "cjk-decimal");
  CHECK(style.content[2].kind == ContentItem::Kind::string);
  CHECK(style.content[3].value == "title");
  CHECK(style.content[4].kind == ContentItem::Kind::content_text);
  REQUIRE(style.counter_reset.size() == 2);
  CHECK(style.counter_reset[0].value == 3);
  CHECK(style.counter_reset[1].value == 0);
  CHECK(style.counter_increment[0].value == 1);
  REQUIRE(style.string_set.size() == 2);
  CHECK(style.string_set[1].value.size() == 2);
}

TEST_CASE("old names mean the new properties") {
  CHECK(paragraph_style("p { page-break-before: always; page-break-inside: avoid }").break_before ==
        BreakBetween::page);
  CHECK(find_property("page-break-after") == find_property("break-after"));
}

TEST_CASE("font families: names of several words, generics in any case") {
  const ComputedStyle style = paragraph_style("p { font-family: Source Han  Serif SC, 'Kai', SERIF }");
  CHECK(style.font_family == std::vector<std::string>{"Source Han Serif SC", "Kai", "serif"});
}
