#include <map>

#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;
using test::paragraph_style;
using test::read_sheet;

namespace {

std::string only_report(const std::string& text) {
  const test::Sheet sheet = read_sheet(text);
  return sheet.reports.size() == 1 ? sheet.reports[0] : std::to_string(sheet.reports.size()) + " reports";
}

}  // namespace

TEST_CASE("what is misspelt is reported at its place, with the nearest name") {
  CHECK(only_report("p {\n  colour: red;\n}") == "2:3 style.unknown-property colour color");
  CHECK(only_report("p { 中: 1; text-indnet: 2em }").starts_with("2 reports"));
  CHECK(only_report("/* 汉字 */ p { text-indnet: 2em }") == "1:14 style.unknown-property text-indnet text-indent");
  CHECK(only_report("p { text-align: centre }") == "1:17 style.misspelt-value text-align centre center");
  CHECK(only_report("p { widows: many }").starts_with("1:13 style.bad-value widows many"));
  CHECK(only_report("@page { size: 大23开 }").starts_with("1:15 style.misspelt-value size 大23开 大32开"));
  CHECK(only_report("@page { size: 31开 }").find("特大32开") != std::string::npos);
  CHECK(only_report("p { font-size: 九号 }").starts_with("1:16 style.misspelt-value font-size 九号"));
  CHECK(only_report("p { font-size: 十二点 }").find("小五 六号") != std::string::npos);
  CHECK(only_report("p { margin: auto }").starts_with("1:13 style.bad-value margin auto"));
  CHECK(only_report("p { widows: }").starts_with("1:5 style.bad-value widows"));
  CHECK(only_report("p { grid-template-areas: none }") == "1:5 style.unsupported-property grid-template-areas");
  CHECK(only_report("p { --x: 1 }") == "1:5 style.custom-property --x");
  CHECK(only_report("p { color: var(--x) }").starts_with("1:12 style.bad-value color var(--x)"));
  CHECK(only_report("p { size: A5 }").starts_with("1:5 style.misplaced-property size"));
  CHECK(only_report("@page { text-align: left }").starts_with("1:9 style.misplaced-property text-align"));
  CHECK(only_report("p { -huozi-rule-length: 25% }").starts_with("1:5 style.misplaced-property"));
}

TEST_CASE("what does nothing in the medium of its rule is reported") {
  CHECK(only_report("@media epub { p { page: x } }") == "1:19 style.no-effect page e-books");
  CHECK(only_report("@media print { p { max-height: 1em } }") == "1:20 style.no-effect max-height print");
  CHECK(read_sheet("p { page: x; max-height: 1em }").reports.empty());
}

TEST_CASE("percentages of margins are for rules of the e-book alone") {
  CHECK(read_sheet("@media epub { p { margin: 0 5%; margin-left: auto } }").reports.empty());
  CHECK(only_report("p { margin: 0 5% }").starts_with("1:13 style.bad-value margin"));
  CHECK(only_report("@media print, epub { p { margin: 0 5% } }").starts_with("1:34 style.bad-value margin"));
}

TEST_CASE("a wrong selector drops its rule, and only that") {
  CHECK(only_report("p, a + b { widows: 9 }") == "1:4 style.bad-selector a + b");
  CHECK(only_report("a[href] { widows: 9 }") == "1:1 style.bad-selector a[href]");
  CHECK(only_report("p:hover { widows: 9 }") == "1:2 style.unknown-pseudo hover");
  CHECK(only_report("p::befor { widows: 9 }") == "1:2 style.unknown-pseudo befor");
  CHECK(only_report("p, { widows: 9 }").find("style.bad-selector") != std::string::npos);
  CHECK(only_report("{ widows: 9 }").find("style.bad-selector") != std::string::npos);
  CHECK(only_report("p > > a { widows: 9 }").find("style.bad-selector") != std::string::npos);
  CHECK(only_report("p:nth-child(2x) { widows: 9 }").find("style.unknown-pseudo") != std::string::npos);
  CHECK(only_report("p::before a { widows: 9 }").find("style.bad-selector") != std::string::npos);
  CHECK(paragraph_style("p, a + b { widows: 9 } p { widows: 4 }").widows == 4);
  CHECK(paragraph_style("p, a + b { widows: 9 }").widows == 2);
}

TEST_CASE("errors end where CSS says they end") {
  CHECK(paragraph_style("p { widows 9; widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { 9: 9; ; ;widows: 4;; }").widows == 4);
  CHECK(paragraph_style("p { color: (;widows: 9;); widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { color: red blue; widows: 4 }").widows == 4);
  CHECK(paragraph_style("@unknown { p { widows: 9 } } p { widows: 4 }").widows == 4);
  CHECK(paragraph_style("@unknown x; p { widows: 4 }").widows == 4);
  CHECK(paragraph_style("} p { widows: 9 } p { widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { em { widows: 9 } widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { em:hover { widows: 9 } widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { @media print { widows: 9 } widows: 4 }").widows == 4);
  CHECK(paragraph_style("p { widows: 4").widows == 4);
  CHECK(paragraph_style("@media print { p { widows: 4").widows == 4);
  CHECK(paragraph_style("p { quotes: \"a\n; widows: 4 }").widows == 4);
}

TEST_CASE("at-rules that are unknown or wrong are reported") {
  CHECK(only_report("@medai print { p { widows: 9 } }")
            .starts_with("1:1 style.unknown-at-rule medai @import, @page, @media"));
  CHECK(only_report("@import 'a.css';") == "1:9 style.import-missing a.css");
  CHECK(only_report("@media (min-width: 3em) { p { widows: 9 } }").find("style.bad-media") != std::string::npos);
  CHECK(only_report("@media print and (x) { p { widows: 9 } }").find("style.bad-media") != std::string::npos);
  CHECK(only_report("@page :frist { margin: 0 }") == "1:7 style.bad-page-selector :frist");
  CHECK(only_report("@page { @top-middle { content: 'a' } }")
            .starts_with("1:9 style.unknown-at-rule top-middle @footnote"));
  CHECK(only_report("@counter-style none { symbols: a }").find("style.bad-counter-style") != std::string::npos);
  CHECK(only_report("@counter-style a { system: numeric; symbols: a }").find("bad-counter-style") != std::string::npos);
  CHECK(only_report("@counter-style a { sufix: ''; symbols: a }") == "1:20 style.unknown-property sufix suffix");
  CHECK(only_report("@media print;").find("style.expected") != std::string::npos);
  CHECK(read_sheet("@charset 'utf-8'; @namespace epub 'x'; p { widows: 3 }").reports.empty());
}

TEST_CASE("what has no end is reported, once each") {
  CHECK(only_report("p { widows: 4") == "1:3 style.unclosed block");
  CHECK(only_report("p { widows: 4 } /* x") == "1:17 style.unclosed comment");
  CHECK(only_report("p").find("style.expected") != std::string::npos);
}

TEST_CASE("strangers' sheets: deep, long and odd ones end soon") {
  CHECK(read_sheet(std::string(100'000, '{')).reports.size() < 10);
  CHECK(read_sheet(std::string(100'000, '(')).reports.size() < 10);
  std::string media;
  for (int i = 0; i < 1000; ++i) media += "@media all{";
  const test::Sheet nested = read_sheet(media + "p{widows:9}");
  CHECK(std::any_of(nested.diagnostics.begin(), nested.diagnostics.end(),
                    [](const auto& each) { return each.rule == "style.too-deep"; }));
  CHECK(paragraph_style(media + "p{widows:9}").widows == 2);
  std::string functions = "p { color: ";
  for (int i = 0; i < 10'000; ++i) functions += "rgb(";
  CHECK(read_sheet(functions).reports.size() == 2);
  std::string families = "p { font-family: a";
  for (int i = 0; i < 10'000; ++i) families += ", a";
  CHECK(read_sheet(families + " }").reports.size() == 1);
  CHECK(read_sheet(std::string((1u << 20) + 1, ' ')).reports.size() == 1);
  std::string wrong;
  for (int i = 0; i < 20'000; ++i) wrong += "p{colr:x}\n";
  CHECK(read_sheet(wrong).reports.size() == 20'000);
}

namespace {

// Sheets by name; the reports of reading a.css, and the colour that p has.
std::string imported(const std::map<std::string, std::string>& sheets) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const auto open = [&](const std::string& name) -> const source::SourceFile* {
    const auto found = sheets.find(name);
    return found == sheets.end() ? nullptr : &sources.add(name, found->second);
  };
  const style::FindImport find = [&](const source::SourceFile&, std::string_view name) {
    return open(std::string(name));
  };
  const style::Stylesheet sheet = style::read_stylesheet(*open("a.css"), diagnostics, find);
  std::string out;
  for (const source::Diagnostic& each : diagnostics.items()) {
    const source::SourceFile& file = *sources.find(each.span.file);
    const source::Position at = file.position(each.span.begin);
    out += file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " + each.rule + " ";
  }
  style::ElementRef p;
  p.name = "p";
  p.parent = &style::Cascade::body_element();
  const style::Cascade cascade(sheet, style::Medium::print);
  return out + std::to_string(cascade.style(p, cascade.body()).font_weight);
}

}  // namespace

TEST_CASE("@import puts a sheet before the rules of this one") {
  CHECK(imported({{"a.css", "@charset \"UTF-8\"; @import \"b.css\"; @import \"c.css\";"},
                  {"b.css", "p { font-weight: 200 }"},
                  {"c.css", "p { font-weight: 300 }"}}) == "300");
  CHECK(imported({{"a.css", "@import 'b.css'; p { font-weight: 500 }"}, {"b.css", "p { font-weight: 200 }"}}) == "500");
}

TEST_CASE("what is wrong with an @import is said at its place, and the rest is read") {
  CHECK(imported({{"a.css", "p { font-weight: 500 }\n@import \"b.css\";"}, {"b.css", "p { font-weight: 200 }"}}) ==
        "a.css:2:1 style.late-import 500");
  CHECK(imported({{"a.css", "@import \"x.css\"; p { font-weight: 500 }"}}) == "a.css:1:9 style.import-missing 500");
  CHECK(imported({{"a.css", "@import \"b.css\" print; p { font-weight: 500 }"}, {"b.css", "p { font-weight: 200 }"}}) ==
        "a.css:1:1 style.expected 500");
  CHECK(imported({{"a.css", "@import { } p { font-weight: 500 }"}}) == "a.css:1:1 style.expected 500");
  CHECK(imported({{"a.css", "@import"}}) == "a.css:1:1 style.expected 400");
  CHECK(imported({{"a.css", "@media print { @import \"b.css\"; }"}, {"b.css", "p { font-weight: 200 }"}}) ==
        "a.css:1:16 style.late-import 400");
}

TEST_CASE("imports that go round, or on and on, end") {
  CHECK(imported({{"a.css", "@import \"b.css\";"}, {"b.css", "@import \"a.css\"; p { font-weight: 200 }"}}) ==
        "b.css:1:9 style.import-cycle 200");
  std::map<std::string, std::string> deep;
  for (char c = 'a'; c < 'q'; ++c) deep[std::string(1, c) + ".css"] = "@import \"" + std::string(1, c + 1) + ".css\";";
  CHECK(imported(deep) == "i.css:1:9 style.too-many-imports 400");
  std::string many;
  for (int i = 0; i < 33; ++i) many += "@import \"b.css\"; ";
  CHECK(imported({{"a.css", many}, {"b.css", "p { font-weight: 200 }"}}) == "a.css:1:553 style.too-many-imports 200");
}
