#include <chrono>

#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::style;
using base::Length;
using test::paragraph_style;
using test::read_sheet;

namespace {

ElementRef element(std::string_view name, const ElementRef* parent, std::vector<std::string_view> classes = {}) {
  ElementRef ref;
  ref.name = name;
  ref.classes = std::move(classes);
  ref.parent = parent;
  return ref;
}

// Is the rule `SELECTOR { -huozi-rows: 9 }` applied? Rows are not inherited.
bool selects(const std::string& selector, const ElementRef& ref) {
  const test::Sheet sheet = read_sheet(selector + " { -huozi-rows: 9 }");
  CHECK(sheet.reports.empty());
  const Cascade cascade(sheet.sheet, Medium::print);
  return cascade.style(ref, cascade.body()).rows == 9;
}

}  // namespace

TEST_CASE("selectors match by name, class, id, ancestors and place") {
  const ElementRef& body = Cascade::body_element();
  const ElementRef section = element("section", &body, {"chapter"});
  const ElementRef quote = element("blockquote", &section);
  ElementRef p = element("p", &quote, {"a", "b"});
  p.id = "x";
  p.index = 3;
  p.last_child = true;
  CHECK(selects("p", p));
  CHECK(selects("P", p));
  CHECK(selects("*", p));
  CHECK(selects(".b.a", p));
  CHECK(selects("#x", p));
  CHECK(selects("p#x.a:last-child", p));
  CHECK(selects("section p", p));
  CHECK(selects("html > body > section.chapter > blockquote > p", p));
  CHECK(selects("body .chapter p", p));
  CHECK(selects("body > section p", p));
  CHECK(selects("h1, p", p));
  CHECK(selects(":nth-child(3)", p));
  CHECK(selects(":nth-child(odd)", p));
  CHECK(selects(":nth-child( 2n + 1 )", p));
  CHECK(selects(":nth-child(-n+3)", p));
  CHECK(selects(":nth-child(n)", p));
  CHECK(selects("\\70", p));

  CHECK_FALSE(selects("section > p", p));
  CHECK_FALSE(selects("body > blockquote p", p));
  CHECK_FALSE(selects(".c", p));
  CHECK_FALSE(selects("#y", p));
  CHECK_FALSE(selects(":first-child", p));
  CHECK_FALSE(selects(":nth-child(even)", p));
  CHECK_FALSE(selects(":nth-child(-n+2)", p));
  CHECK_FALSE(selects(":nth-child(4n+4)", p));
  CHECK_FALSE(selects("p::before", p));
  CHECK_FALSE(selects(":root", p));
}

TEST_CASE("a failed child combinator looks further up for another ancestor") {
  const ElementRef outer = element("ol", &Cascade::body_element(), {"deep"});
  const ElementRef li = element("li", &outer);
  const ElementRef inner = element("ol", &li);
  const ElementRef li2 = element("li", &inner);
  CHECK(selects(".deep > li li", li2));
  CHECK(selects("body > ol li", li2));
  CHECK_FALSE(selects(".deep > li > li", li2));
}

TEST_CASE(":lang() looks at the nearest language and its subtags") {
  ElementRef section = element("section", &Cascade::body_element());
  section.lang = "zh-Hant-TW";
  ElementRef p = element("p", &section);
  CHECK(selects(":lang(zh)", p));
  CHECK(selects(":lang(ZH-hant)", p));
  CHECK_FALSE(selects(":lang(zh-Hans)", p));
  CHECK_FALSE(selects(":lang(z)", p));
  p.lang = "en";
  CHECK_FALSE(selects(":lang(zh)", p));
}

TEST_CASE("a long chain of descendants that fits nowhere is found out quickly") {
  std::vector<ElementRef> chain(2000);
  for (size_t i = 0; i < chain.size(); ++i) chain[i] = element("div", i ? &chain[i - 1] : nullptr);
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(selects("p div div div div div div div div div div div div div div div", chain.back()));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

TEST_CASE("specificity first, then order; important over both; the book's sheet over the built-in one") {
  CHECK(paragraph_style("body p { widows: 3 } p { widows: 4 }").widows == 3);
  CHECK(paragraph_style("p { widows: 3 } p { widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { widows: 3 !important; widows: 5 } body p { widows: 4 }").widows == 3);
  CHECK(paragraph_style("p { widows: 3 ! IMPORTANT } body p { widows: 4 !important }").widows == 4);
  CHECK(paragraph_style("* { display: inline }").display == Display::inline_);

  const Cascade cascade(read_sheet("#i {widows: 3} .a.b.c {widows: 4} p.a {widows: 5} .a {widows: 6}").sheet,
                        Medium::print);
  ElementRef p = element("p", nullptr, {"a", "b", "c"});
  CHECK(cascade.style(p, cascade.body()).widows == 4);
  p.id = "i";
  CHECK(cascade.style(p, cascade.body()).widows == 3);
}

TEST_CASE("of two sheets the later one wins") {
  Stylesheet sheet = read_sheet("p { widows: 3; orphans: 3 }").sheet;
  sheet.append(read_sheet("p { widows: 4 }").sheet);
  const Cascade cascade(sheet, Medium::print);
  const ComputedStyle style = cascade.style(element("p", nullptr), cascade.body());
  CHECK(style.widows == 4);
  CHECK(style.orphans == 3);
}

TEST_CASE("what is inherited, and the words that change it") {
  const std::string outer = "body { text-indent: 7pt; margin-left: 7pt; widows: 7; break-before: page }";
  CHECK(paragraph_style(outer).text_indent == Length::points(7));
  CHECK(paragraph_style(outer).margin.left == Length());
  CHECK(paragraph_style(outer).break_before == BreakBetween::auto_);
  CHECK(paragraph_style(outer + "p { margin-left: inherit }").margin.left == Length::points(7));
  CHECK(paragraph_style(outer + "p { text-indent: INITIAL; margin: 3pt }").text_indent == Length());
  CHECK(paragraph_style(outer + "p { margin: 3pt; text-indent: unset; margin-left: unset }").margin.left == Length());
  CHECK(paragraph_style(outer + "p { text-indent: 1pt; text-indent: unset }").text_indent == Length::points(7));
  CHECK(paragraph_style("body { border: solid 2pt } p { border-top: inherit }").border.top.width == Length::points(2));
}

TEST_CASE("media: print for the PDF, epub and screen for the e-book") {
  const std::string sheet =
      "p { widows: 3 } @media print { p { widows: 4 } } @media epub { p { widows: 5 } }"
      "@media screen, print { p { orphans: 6 } } @media screen { @media print { p { orphans: 9 } } }";
  CHECK(paragraph_style(sheet).widows == 4);
  CHECK(paragraph_style(sheet, Medium::epub).widows == 5);
  CHECK(paragraph_style(sheet).orphans == 6);
  CHECK(paragraph_style(sheet, Medium::epub).orphans == 6);
}

TEST_CASE("without a sheet elements still are what HTML says") {
  const Cascade cascade(Stylesheet(), Medium::print);
  const auto display = [&](std::string_view name) {
    return cascade.style(element(name, &Cascade::body_element()), cascade.body()).display;
  };
  CHECK(display("p") == Display::block);
  CHECK(display("li") == Display::list_item);
  CHECK(display("td") == Display::table_cell);
  CHECK(display("em") == Display::inline_);
  const auto style = [&](std::string_view name) { return cascade.style(element(name, nullptr), cascade.body()); };
  CHECK(style("strong").font_weight == 700);
  CHECK(style("em").font_style == FontSlant::normal);  // Han is never slanted
  CHECK(style("sup").vertical_align == VerticalAlign::super);
  CHECK(cascade.style(element("aside", nullptr, {"footnote"}), cascade.body()).float_to == FloatTo::footnote);
}

TEST_CASE("pseudo-elements take their own rules and inherit from their element") {
  const Cascade cascade(read_sheet("p { widows: 5 } p::before { content: '※'; color: red } li::marker { widows: 8 }"
                                   ".footnote::footnote-call { content: counter(footnote, circled-decimal) }")
                            .sheet,
                        Medium::print);
  const ElementRef p = element("p", nullptr);
  const ComputedStyle own = cascade.style(p, cascade.body());
  const ComputedStyle before = cascade.pseudo_style(p, "before", own);
  CHECK(before.widows == 5);
  REQUIRE(before.content.size() == 1);
  CHECK(before.content[0].value == "※");
  CHECK(own.content.empty());
  CHECK(cascade.pseudo_style(p, "after", own).content.empty());
  CHECK(cascade.pseudo_style(element("li", nullptr), "marker", own).widows == 8);
  const ComputedStyle call = cascade.pseudo_style(element("aside", nullptr, {"footnote"}), "footnote-call", own);
  CHECK(call.content[0].style == "circled-decimal");
}

TEST_CASE("html, :root and body are the roots") {
  const Cascade cascade(read_sheet(":root { font-size: 12pt } body { font-size: 2em } p { margin-left: 1rem }").sheet,
                        Medium::print);
  CHECK(cascade.root().font_size == Length::points(12));
  CHECK(cascade.body().font_size == Length::points(24));
  CHECK(cascade.style(element("p", &Cascade::body_element()), cascade.body()).margin.left == Length::points(12));
}

TEST_CASE("make_ref puts huozi's classes before the author's") {
  document::Attributes attributes;
  attributes.classes = {"own"};
  attributes.id = "i";
  attributes.lang = "en";
  const ElementRef ref = make_ref({"aside", {"footnote"}}, attributes, &Cascade::body_element(), 2, 2);
  CHECK(ref.classes == std::vector<std::string_view>{"footnote", "own"});
  CHECK(ref.id == "i");
  CHECK(ref.lang == "en");
  CHECK_FALSE(ref.first_child);
  CHECK(ref.last_child);
  CHECK(ref.index == 2);
}

TEST_CASE("letters never touch: in ems it is said in the sheet, in points for the element's own size") {
  const test::Sheet sheet = read_sheet("p { letter-spacing: -0.5em }\nh2 { letter-spacing: -1IC }");
  CHECK(sheet.reports ==
        std::vector<std::string>{"1:21 style.letter-spacing -0.5em", "2:22 style.letter-spacing -1IC"});
  CHECK(print_for_epub(sheet.sheet).find("letter-spacing: -0.03em") != std::string::npos);
  CHECK(print_for_epub(sheet.sheet).find("-0.5em") == std::string::npos);

  const auto spacing = [](const std::string& value) {
    return paragraph_style("p { font-size: 100pt; letter-spacing: " + value + " }");
  };
  CHECK(spacing("-2pt").letter_spacing == Length::points(-2));
  CHECK_FALSE(spacing("-2pt").letter_spacing_cut);
  CHECK(spacing("-4pt").letter_spacing == Length::points(-3));
  CHECK(spacing("-4pt").letter_spacing_cut);
  CHECK(spacing("-0.03em").letter_spacing == Length::points(-3));
  CHECK_FALSE(spacing("-0.03em").letter_spacing_cut);
}
