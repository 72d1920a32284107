#include "citation/style.h"

#include "citation/entry.h"
#include "citation/style_file.h"
#include "citation/template.h"

using namespace huozi;
using citation::Template;

namespace {

std::string filled(std::string_view pattern) {
  const auto made = Template::parse(pattern);
  if (!made) return "bad";
  return citation::text_of(made->fill([](const std::string& name) -> citation::Line {
    if (name == "none") return {};
    return {{name, {}}};
  }));
}

// The message, or empty when it can be used.
std::string complaint(const std::string& yaml) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const bool good = citation::read_style(sources.add("s.yaml", yaml), diagnostics).has_value();
  CHECK(good == diagnostics.items().empty());
  return good ? "" : source::message_of(diagnostics.items().front());
}

}  // namespace

TEST_CASE("groups fall away with their fields", "[style]") {
  CHECK(filled("{a}<, {b}><, {none}>.") == "a, b.");
  CHECK(filled("<{none}: |{a}; >{b}") == "a; b");
  CHECK(filled("<<{none}><, {none}>>x") == "x");
  CHECK(filled("<<{none}><, {a}>>x") == ", ax");
  CHECK(filled("<{a}<, {none}>|b>") == "a");
  CHECK(filled("{none}x") == "x");
  CHECK(filled("<words>x") == "x");
}

TEST_CASE("a full stop is not doubled", "[style]") {
  CHECK(filled("et al.<. {a}>.") == "et al. a.");
  CHECK(filled("{a..}.") == "a..");
}

TEST_CASE("patterns whose brackets do not pair are none", "[style]") {
  for (const char* pattern : {"{a", "a}", "<a", "a>", "a|b", "{}", "<{a>}", "<<<<<<<<<{a}>>>>>>>>>"}) {
    INFO(pattern);
    CHECK(filled(pattern) == "bad");
  }
  CHECK(filled(std::string(5000, 'x')) == "bad");
  CHECK(filled("<<<<<<<<{a}>>>>>>>>") == "a");
}

TEST_CASE("the shipped styles can be used", "[style]") {
  CHECK(test::style("gb-t-7714-2025").numbered);
  CHECK(test::style("gb-t-7714-2015").western.names.capitals);
  CHECK_FALSE(test::style("humanities").numbered);
  CHECK(test::style("humanities").own_words);
}

TEST_CASE("a book in Traditional Chinese has the style's words so", "[style]") {
  citation::Style style = test::style("humanities");
  citation::make_traditional(style);
  document::Reference book;
  book.type = document::Reference::Type::book;
  book.editors.persons.push_back({{}, {}, {}, "趙某"});
  book.translators.persons.push_back({{}, {}, {}, "錢某"});
  book.title = "茶";
  book.url = "https://a.b/";
  book.access = "2022-06-01";
  CHECK(citation::text_of(citation::entry(book, style, "3")) ==
        "趙某編：《茶》，錢某譯，第3頁，https://a.b/，訪問日期：2022年6月1日。");
}

TEST_CASE("what is wrong in a style's file is said", "[style]") {
  CHECK(complaint("numbered: perhaps\n").find("true or false") != std::string::npos);
  CHECK(complaint("colour: red\n").find("'colour' has no meaning here") != std::string::npos);
  CHECK(complaint("han: {templates: {book: '{writer}'}}\n").find("no field 'writer'") != std::string::npos);
  CHECK(complaint("han: {parts: {a: '{b}', b: '{a}'}}\n").find("no field 'b'") != std::string::npos);
  CHECK(complaint("han: {parts: {a: '<{title}'}}\n").find("no template") != std::string::npos);
  CHECK(complaint("han: {templates: {book: '{title}'}}\n").find("no template 'part'") != std::string::npos);
  CHECK(complaint("names: {most: 0}\n").find("a number of names") != std::string::npos);
  CHECK(complaint("[]\n").find("keys and values") != std::string::npos);
}
