#include "layout/folios.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

// Ten characters a line, eight lines a page.
std::string characters(size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += "一";
  return out;
}

document::Inline mark(std::string words) {
  document::Inline node = span(words.empty() ? Words{} : Words{t(std::move(words))});
  node.info.attributes.classes = {"index"};
  return node;
}

// The label of each mark's page, in order.
std::string labels(const Typeset& book) {
  const document::Folios folios = layout::folios(book.book, book.galleys, book.plans, book.cascade);
  std::string out;
  document::for_each_inline(book.book, [&](const document::Inline& node) {
    const bool wanted = node.info.attributes.has_class("index") || std::holds_alternative<document::Note>(node.content);
    if (!wanted) return;
    const auto found = folios.find(node.info.id);
    out += (out.empty() ? "" : " ") + (found == folios.end() ? "-" : found->second.label);
  });
  return out;
}

}  // namespace

TEST_CASE("a mark within a long paragraph is on the page of its line") {
  const Typeset book({chapter("", {p({t(characters(30)), mark("甲"), t(characters(60)), mark("乙"), t(characters(200)),
                                      mark("丙"), t(characters(10)), mark("")})})});
  REQUIRE(book.pages.size() == 4);
  CHECK(labels(book) == "1 2 4 4");
}

TEST_CASE("a mark without words is on the page of what follows it") {
  const Typeset book({chapter("", {p({t(characters(80))}), p({mark("")}), p("二")})});
  CHECK(labels(book) == "2");
  const Typeset last({chapter("", {p("一"), p({mark("")})})});
  CHECK(labels(last) == "1");
}

TEST_CASE("a note's page is its call's") {
  const Typeset book({chapter("", {p({t(characters(120))}), p({t("二"), note({p("注")})})})});
  CHECK(labels(book) == "2");
}

TEST_CASE("front matter has its own series") {
  const Typeset book(
      {section_of(document::SectionRole::front_article, "", {p({mark("甲")})}), chapter("", {p({mark("乙")})})},
      "@page front { } section.front-article { page: front }"
      "@page front { @bottom-center { content: counter(page, lower-roman) } }");
  CHECK(labels(book) == "i 1");
}
