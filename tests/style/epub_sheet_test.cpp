#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;
using test::read_sheet;

namespace {

std::string printed(const std::string& text) {
  return style::print_for_epub(read_sheet(text).sheet);
}

}  // namespace

TEST_CASE("the e-book's sheet: its media, relative units, twins, font stacks") {
  const std::string text = R"(
html { font-size: 五号 }
@media print { html { line-height: 17.5pt } p { widows: 9 } }
@media epub { html { line-height: 1.75 } p { margin: 0 5% } }
@page { size: A5; @top-left { content: "x" } }
h1 { font-size: 二号; margin: 1lh 0; padding: 22pt 1em 21px 1rlh; break-before: recto; break-after: avoid;
     -huozi-rows: 7; string-set: t content(); letter-spacing: 2ic !important }
blockquote { font-family: "My Font", kai; color: rgb(100%, 0%, 0%); text-align: end; line-height: 21pt }
.d { text-emphasis: filled dot; hyphens: none; writing-mode: vertical-rl; text-combine-upright: all }
p, li::marker, ::footnote-call { content: counter(a, decimal) "\"x" }
::footnote-marker { color: red }
p::before { content: string(t) }
.k { text-spacing-trim: -huozi-kaiming; display: run-in; float: footnote }
)";
  CHECK(printed(text) == R"(html {
  font-size: 1em;
}
html {
  line-height: 1.75;
}
p {
  margin: 0 5%;
}
h1 {
  font-size: 2.095em;
  margin: 1.75em 0;
  padding: 1em 1em 0.716em 0.835em;
  page-break-before: always;
  break-before: page;
  page-break-after: avoid;
  break-after: avoid;
  letter-spacing: 2em !important;
}
blockquote {
  font-family: "My Font", "LXGW WenKai", "Kaiti SC", STKaiti, KaiTi, serif;
  color: #ff0000;
  text-align: right;
  line-height: 2;
}
.d {
  -epub-text-emphasis: filled dot;
  -webkit-text-emphasis: filled dot;
  text-emphasis: filled dot;
  -epub-hyphens: none;
  -webkit-hyphens: none;
  hyphens: none;
  -epub-writing-mode: vertical-rl;
  -webkit-writing-mode: vertical-rl;
  writing-mode: vertical-rl;
  -epub-text-combine-horizontal: all;
  -webkit-text-combine: horizontal;
  text-combine-upright: all;
}
p {
  content: counter(a, decimal) "\"x";
}
)");
}

TEST_CASE("absolute sizes are relative to the body's size in print") {
  CHECK(
      printed("html { font-size: 12pt } p { font-size: 18pt; text-indent: 18pt }").find("1.5em;\n  text-indent: 1em") !=
      std::string::npos);
  CHECK(printed("h1 { font-size: 0.5em; margin-top: 10.5pt }").find("margin-top: 2em") != std::string::npos);
  CHECK(printed("h1 { font-size: 200%; margin-top: 10.5pt }").find("margin-top: 0.5em") != std::string::npos);
  CHECK(printed("h1 { font-size: larger }").find("font-size: larger") != std::string::npos);
  CHECK(printed("h1 { font-size: small }").find("font-size: 0.857em") != std::string::npos);
}

TEST_CASE("selectors are printed so that they read back the same") {
  for (const std::string selector : {"p.a.b > em:first-child", "#x *", ":nth-child(-2n+3)", ":nth-child(4)", ".\\31 x",
                                     ":lang(zh-hant)", "a::before", "*::after", "*.a, b c", ":root"}) {
    const std::string once = printed(selector + " { widows: 3 }");
    INFO(selector);
    CHECK(once.find("widows") != std::string::npos);
    CHECK(printed(once) == once);
  }
}

TEST_CASE("a counter style comes along") {
  const std::string text =
      printed("@counter-style a { system: fixed 2; symbols: x '\"'; suffix: ''; range: 1 infinite; fallback: disc }");
  CHECK(text ==
        "@counter-style a {\n  system: fixed 2;\n  symbols: \"x\" \"\\\"\";\n  suffix: \"\";\n  range: 1 infinite;\n"
        "  fallback: disc;\n}\n");
  CHECK(printed(text) == text);
}

TEST_CASE("nothing to print is an empty line") {
  CHECK(printed("@page { size: A5 } p { page: a }") == "\n");
}

TEST_CASE("inherit, initial and unset") {
  CHECK(printed("p { color: inherit; margin: unset; hyphens: unset }") ==
        "p {\n  color: inherit;\n  margin: initial;\n  -epub-hyphens: inherit;\n  -webkit-hyphens: inherit;\n"
        "  hyphens: inherit;\n}\n");
}

TEST_CASE("numbers of headings are text of the e-book: what counts prints nothing, and the number has its looks") {
  CHECK(printed(R"(
h2 { counter-increment: section }
h2::before, p::before { content: counter(section) "."; color: #333333; display: block }
h2::before { font-weight: bold }
section.chapter > h2.box::before { content: "x" }
.box::before { content: counter(box) }
)") == R"(h2 {
  counter-increment: section;
}
p::before {
  content: counter(section) ".";
  color: #333333;
  display: block;
}
h2 > .number {
  color: #333333;
}
h2::before {
  font-weight: bold;
}
h2 > .number {
  font-weight: bold;
}
section.chapter > h2.box::before {
  content: "x";
}
.box::before {
  content: counter(box);
}
)");
  // Where print numbers nothing, the e-book counts by itself.
  CHECK(printed("@media epub { h2::before { content: counter(section) } }") ==
        "h2::before {\n  content: counter(section);\n}\n");
}

TEST_CASE("fonts are named for the script of the book") {
  const style::Stylesheet sheet =
      read_sheet("p { font-family: serif } em { font-family: X, kai } pre { font-family: monospace }").sheet;
  const std::string simplified = style::print_for_epub(sheet, "zh-Hans");
  CHECK(simplified.find("\"Songti SC\", STSong, SimSun, serif") != std::string::npos);
  CHECK(simplified == style::print_for_epub(sheet));
  CHECK(simplified.find(" TC") == std::string::npos);
  for (const std::string language : {"zh-Hant", "zh-TW", "zh-hant-HK", "zh-HK"}) {
    const std::string traditional = style::print_for_epub(sheet, language);
    CHECK(traditional.find("\"Songti TC\", LiSong, PMingLiU, serif") != std::string::npos);
    CHECK(traditional.find("\"X\", \"LXGW WenKai TC\"") != std::string::npos);
    CHECK(traditional.find(" SC") == std::string::npos);
  }
  // One generic alone would be shrunk by browsers.
  CHECK(simplified.find("font-family: monospace") == std::string::npos);
  CHECK(simplified.find("monospace;") != std::string::npos);
}

TEST_CASE("what younger readers know stands behind what older ones know") {
  CHECK(printed(".a { text-decoration: underline wavy }") ==
        ".a {\n  text-decoration: underline;\n  -webkit-text-decoration: underline wavy;\n"
        "  text-decoration: underline wavy;\n}\n");
  CHECK(printed(".a { text-indent: -2em each-line }") ==
        ".a {\n  text-indent: -2em;\n  text-indent: -2em each-line;\n}\n");
  CHECK(printed(".a { text-emphasis-position: over right }") ==
        ".a {\n  -epub-text-emphasis-position: over right;\n  -webkit-text-emphasis-position: over;\n"
        "  -webkit-text-emphasis-position: over right;\n  text-emphasis-position: over right;\n}\n");
  CHECK(printed(".a { text-underline-position: under left }").starts_with(".a {\n  text-underline-position: under;\n"));
  CHECK(printed(".a { text-decoration: underline }") == ".a {\n  text-decoration: underline;\n}\n");
}

TEST_CASE("readers' own settings of the text win") {
  CHECK(printed("p { font-family: X !important; font-size: 2em !important; line-height: 2 !important;"
                " font-weight: 700 !important }")
            .find("important") == std::string::npos);
  CHECK(printed("p { margin: 0 !important }").find("margin: 0 !important") != std::string::npos);
}
