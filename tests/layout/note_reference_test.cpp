#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

// A reference to the mark of the note that holds words with this id.
document::Inline mark_of(std::string target) {
  document::Inline node = a(std::move(target), {});
  node.info.attributes.classes = {"note"};
  return node;
}

document::Inline noted(std::string id) {
  document::Inline words = span({t("注")});
  words.info.attributes.id = std::move(id);
  return note({p({words})});
}

document::Block on_next_page(document::Block block) {
  block.info.attributes.classes.push_back("next");
  return block;
}

const std::vector<document::Section> book_with_reference() {
  return {chapter(
      "", {p({t("见注"), mark_of("#hou"), t("。")}), p({t("一"), noted("qian")}),
           on_next_page(p({t("二"), noted("zhong"), t("三"), noted("hou")})), p({t("又见"), mark_of("#qian")})})};
}

}  // namespace

TEST_CASE("a reference to a note says the mark that the note's page gives it") {
  const std::string css = ".next { break-before: page }";
  const Typeset book(book_with_reference(), css);
  REQUIRE(book.pages.size() == 2);
  CHECK(text_of(book.pages[0]) == "见注②。一①");
  CHECK(text_of(book.pages[1]) == "二①三②又见①");
  // Counted through the chapter the same notes have other marks.
  const Typeset counted(book_with_reference(), css +
                                                   "section.chapter { counter-reset: footnote } "
                                                   "@page { counter-reset: none }");
  REQUIRE(counted.pages.size() == 2);
  CHECK(text_of(counted.pages[0]) == "见注③。一①");
  CHECK(text_of(counted.pages[1]) == "二②三③又见①");
}

TEST_CASE("a reference to a note leads to its call") {
  const Typeset book(book_with_reference());
  size_t links = 0;
  for (const layout::Item& item : book.pages.front().items) {
    const auto* link = std::get_if<layout::LinkItem>(&item.content);
    if (link && link->kind == layout::LinkItem::Kind::internal) ++links;
  }
  CHECK(links == 2);
}
