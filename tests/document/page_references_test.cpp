#include "document/page_references.h"

#include "document/links.h"
#include "document/walk.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;

Inline page(std::string target, Words words = {}) {
  Inline node = a(std::move(target), std::move(words));
  node.info.attributes.classes = {"page"};
  return node;
}
Block with_id(Block block, std::string id) {
  block.info.attributes.id = std::move(id);
  return block;
}

// The first paragraph: texts as they are, references as <before#after|words>.
std::string references(Words words, const char* language = "zh-Hans", std::vector<std::string>* said = nullptr) {
  document::Book book;
  book.metadata.language = language;
  document::Section& section = book.sections.emplace_back();
  section.info.id = {1, 0};
  section.title = {t("章题")};
  section.blocks = {p(std::move(words)), with_id(h(2, "节题"), "jie"), with_id(p("段"), "duan"),
                    with_id(figure({p({img("a.png")})}, "图1　题"), "tu")};
  uint32_t next = 0;
  const auto number = [&](auto& node) { node.info.id = {1, ++next}; };
  document::walk(section, document::Notes::enter, number, number);
  source::Diagnostics diagnostics;
  document::resolve_links(book, {{"yi.md", 1}}, diagnostics);
  document::make_page_references(book);
  for (const auto& item : diagnostics.items()) {
    if (said) said->push_back(item.rule + " " + item.arguments.at(0));
  }
  std::string out;
  document::for_each_inline(section.blocks.front(), [&](const Inline& node) {
    if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text;
    const auto* reference = std::get_if<document::PageReference>(&node.content);
    if (reference) out += "<" + reference->before + "#" + reference->after + "|" + reference->words + ">";
  });
  return out;
}

TEST_CASE("a page reference takes the words around its number with it") {
  CHECK(references({t("见第"), page("#jie"), t("页。")}) == "见<第#页|“节题”>。");
  CHECK(references({t("見第"), page("#jie"), t("頁。")}, "zh-Hant") == "見<第#頁|「节题」>。");
  CHECK(references({t("见第 "), page("#jie"), t(" 页")}) == "见<第 # 页|“节题”>");
  CHECK(references({t("见"), page("#jie"), t("页")}) == "见<#页|“节题”>");
  CHECK(references({t("p. "), page("#jie"), t("下")}) == "p. <#|“节题”>下");
  CHECK(references({page("#jie")}) == "<#|“节题”>");
}

TEST_CASE("the mark of a note is asked for by what stands in it, or around its call") {
  const auto mark = [](std::string target) {
    Inline node = a(std::move(target), {});
    node.info.attributes.classes = {"note"};
    return node;
  };
  const auto marked = [](std::string id, Words children) {
    Inline node = span(std::move(children));
    node.info.attributes.id = std::move(id);
    return node;
  };
  std::vector<std::string> said;
  CHECK(references({marked("hu", {t("字"), note({p({t("注")})})}), t("见注"), mark("#hu"), t("。")}) ==
        "字注见注<#|>。");
  CHECK(references({t("字"), note({p({marked("li", {t("注")})})}), t("见注"), mark("#li")}) == "字注见注<#|>");
  CHECK(references({t("见注"), mark("#jie")}, "zh-Hans", &said) == "见注??");
  CHECK(said == std::vector<std::string>{"link.no-note #jie"});
}

TEST_CASE("numbers of one list share the words around them") {
  CHECK(references({t("见第"), page("#jie"), t("、"), page("#tu"), t("页")}) == "见<第#|“节题”>、<#页|“图1　题”>");
  CHECK(references({t("第"), page("#jie"), t("页和第"), page("#tu"), t("页")}) == "<第#页|“节题”>和<第#页|“图1　题”>");
  CHECK(references({t("第"), page("#jie"), t("、第"), page("#tu"), t("页")}) == "<第#|“节题”>、<第#页|“图1　题”>");
  CHECK(references({t("第"), page("#jie"), t("页，一个长长的分句，第"), page("#tu"), t("页")}) ==
        "<第#页|“节题”>，一个长长的分句，<第#页|“图1　题”>");
}

TEST_CASE("what has no words of its own is called by the author's or by where the link leads") {
  CHECK(references({t("见第"), page("#duan"), t("页")}) == "见<第#页|链接处>");
  CHECK(references({t("見第"), page("#duan"), t("頁")}, "zh-Hant") == "見<第#頁|連結處>");
  CHECK(references({t("见第"), page("#duan", {t("后文")}), t("页")}) == "见<第#页|后文>");
  CHECK(references({t("见第"), page("yi.md#tu"), t("页")}) == "见<第#页|“图1　题”>");
}

TEST_CASE("a reference within other words, too") {
  CHECK(references({strong({t("见第"), page("#jie"), t("页")})}) == "见<第#页|“节题”>");
}

TEST_CASE("a page that is not in the book is reported, and ?? stands for it") {
  std::vector<std::string> said;
  CHECK(references({t("见第"), page("#no"), t("页，第"), page("https://a.b/"), t("页")}, "zh-Hans", &said) ==
        "见第??页，第??页");
  CHECK(said == std::vector<std::string>{"link.no-page #no", "link.no-page https://a.b/"});
}

}  // namespace
}  // namespace huozi
