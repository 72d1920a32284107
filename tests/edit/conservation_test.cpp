#include "edit/conservation.h"

#include "edit/clean.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;

edit::Conservation of(std::string_view source, Blocks blocks, document::Audit audit = {}, std::string_view title = {}) {
  const Sample sample = document_of(std::move(blocks));
  return edit::check_conservation(source, title, sample.document, audit);
}

document::Audit removal(std::string text, std::string replaced_by = {}) {
  document::Audit audit;
  audit.entries.push_back({"edit.test", {}, std::move(text), std::move(replaced_by)});
  return audit;
}

TEST_CASE("what is kept and what is removed make up the source", "[conservation]") {
  const auto whole = of("<p>春日种<b>树</b></p>", {p("春日种树")});
  CHECK(whole.holds());
  CHECK(whole.source == 4);
  CHECK(whole.kept == 4);
  const auto less = of("<p>春日种树</p>点击查看", {p("春日种树")}, removal("点击查看"));
  CHECK(less.holds());
  CHECK(less.removed == 4);
}

TEST_CASE("addresses are no text, whatever the audit says of them", "[conservation]") {
  document::Audit audit;
  audit.entries.push_back({"address.link", {}, "https://example.org/春日", {}});
  CHECK(of("春日", {p("")}, audit).lost == 2);
}

TEST_CASE("a character that went in silence is named", "[conservation]") {
  const auto result = of("春日种树，秋日收果", {p("春日树，秋日收")});
  CHECK_FALSE(result.holds());
  CHECK(result.lost == 2);
  CHECK(result.lost_characters == "果种");
}

TEST_CASE("a character that came in silence is named, one that was put in is not", "[conservation]") {
  CHECK(of("春日", {p("春日日")}).gained_characters == "日");
  CHECK(of("春日", {p("春晓")}, removal("日", "晓")).holds());
  const auto swapped = of("春日", {p("春晓")}, removal("日"));
  CHECK(swapped.gained == 1);
  CHECK(swapped.lost == 0);
}

TEST_CASE("markup need not be conserved", "[conservation]") {
  CHECK(of("<!-- 注释 --><p class=\"正文\" title='题>目'>春</p>", {p("春")}).holds());
  CHECK(of("[春](路径.md \"题\"){.类}与[^注]\n\n[^注]: 日\n\n::: 类\n树\n:::\n", {p("春与日树")}).holds());
  CHECK(of("```语言\n码\n```\n\n[标]: 目标\n", {p("码")}).holds());
  const auto attribute = of("<p title=\"春日\">树</p>", {p("树")}, removal("春日"));
  CHECK(attribute.holds());
  CHECK(attribute.markup == 2);
  // Alternative texts stand in attributes and are text of the document.
  CHECK(of("<img alt=\"春树\">", {p({img("a.png", "春树")})}).holds());
  CHECK(of("<img src=a alt=春树>", {p({img("a.png", "")})}).lost == 2);
}

TEST_CASE("what only looks like markup is text", "[conservation]") {
  CHECK(of("a < 春 > b <3月", {p("b")}).lost == 2);
  CHECK(of("（春）(日)[树]", {p("")}).lost == 3);
  CHECK(of("{春\n\n日}", {p("")}).lost == 2);
}

TEST_CASE("references to characters count as the characters", "[conservation]") {
  CHECK(of("&#26149;&#x65E5;", {p("春日")}).holds());
  CHECK(of("&#26149;", {p("")}).lost_characters == "春");
}

TEST_CASE("a title taken out of the body is no loss", "[conservation]") {
  CHECK(of("# 春日\n\n树", {p("树")}).lost == 2);
  CHECK(of("# 春日\n\n树", {p("树")}, {}, "春日").holds());
}

TEST_CASE("rare ideographs count", "[conservation]") {
  CHECK(of("〇㐀𠮷", {p("〇㐀")}).lost_characters == "𠮷");
}

}  // namespace
}  // namespace huozi
