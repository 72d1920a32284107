#include "write/article.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace huozi;
using namespace huozi::test;
using document::Document;
using document::StyledKind;

namespace {

std::string written(Blocks blocks) {
  Document document;
  document.blocks = std::move(blocks);
  return write::write_article(document);
}

std::string one_line(Words words) {
  std::string out = written({p(std::move(words))});
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("front matter holds what is set, quoted where YAML needs it", "[write]") {
  Document document;
  document.metadata.title = "茶亭: 一座桥 # 与\"亭\"";
  document.metadata.author = "林舟";
  document.metadata.date = "2022-06-01";
  document.metadata.date_raw = "Wed, 01 Jun 2022 08:00:00 GMT";
  document.metadata.tags = {"桥", "no", "- 亭", "&amp;"};
  document.metadata.numbered = false;
  CHECK(write::write_article(document) ==
        "---\ntitle: \"茶亭: 一座桥 # 与\\\"亭\\\"\"\nauthor: 林舟\ndate: 2022-06-01\ntags:\n  - 桥\n  - \"no\"\n  - "
        "\"- 亭\"\n"
        "  - \"&amp;amp;\"\nnumbered: false\n---\n");
  CHECK(write::write_article(Document{}).empty());
}

TEST_CASE("marks in words are escaped where they would be read", "[write]") {
  CHECK(one_line("2*3 a_b _c_ [x] <b> A&B &amp;") == "2\\*3 a_b \\_c\\_ \\[x\\] \\<b> A\\&B \\&amp;");
  CHECK(one_line("# 甲 # 乙") == "\\# 甲 # 乙");
  CHECK(one_line("1. 甲") == "1\\. 甲");
  CHECK(one_line("1.5米") == "1.5米");
  CHECK(one_line("- 甲 - 乙") == "\\- 甲 - 乙");
  CHECK(one_line("-5℃") == "-5℃");
  CHECK(one_line("::: 甲") == "\\::: 甲");
  CHECK(one_line("---") == "\\---");
  CHECK(one_line("甲\u00A0乙") == "甲&nbsp;乙");
  CHECK(one_line("见 http://a.b") == "见 http\\://a.b");
  CHECK(written({h(2, "甲 #")}) == "## 甲 \\#\n");
}

TEST_CASE("marks are used where they are read, elsewhere tags", "[write]") {
  CHECK(one_line({t("甲"), strong("“乙”"), t("丙")}) == "甲**“乙”**丙");
  CHECK(one_line({t("甲"), strong("50%"), t("丙")}) == "甲<strong>50%</strong>丙");
  CHECK(one_line({strong({t("甲"), styled(StyledKind::emphasis, "乙")})}) == "**甲<em>乙</em>**");
  CHECK(one_line({t("H"), styled(StyledKind::subscript, "2"), t("O")}) == "H<sub>2</sub>O");
  CHECK(one_line({code("a`b")}) == "``a`b``");
  CHECK(one_line({a("https://a.b/c", "https://a.b/c")}) == "<https://a.b/c>");
  CHECK(one_line({a("a b(c)", "词")}) == "[词](<a b\\(c\\)>)");
  CHECK(one_line({img("a.png", "图*", "题\"")}) == "![图\\*](a.png \"题\\\"\")");
  CHECK(one_line({t("甲"), br(), t("# 乙")}) == "甲\\\n\\# 乙");
  CHECK(one_line({ruby("字", "zì")}) == "[字]{ruby=\"zì\"}");
}

TEST_CASE("notes stand at the end, with all their blocks", "[write]") {
  CHECK(written({p({t("甲"), note({p("乙"), list({{p("丙")}})}), t("。")}), p("丁")}) ==
        "甲[^1]。\n\n丁\n\n[^1]: 乙\n\n    - 丙\n");
}

TEST_CASE("citations of the references file stay what they are", "[write]") {
  const Reading reading("a.md", "甲 [见 @lin_2020, 第1页; @{茶:1}]\\(不是链接)。\n");
  CHECK(write::write_article(reading.document) == "甲[见 @lin_2020, 第1页; @{茶:1}]\\(不是链接)。\n");
  const Reading again("b.md", write::write_article(reading.document));
  CHECK(test::dump(again.document) == test::dump(reading.document));
}

TEST_CASE("lists, quotations and divisions hold blocks", "[write]") {
  CHECK(written({list({{p("甲"), list({{p("乙")}})}, {p("丙")}})}) == "- 甲\n  - 乙\n- 丙\n");
  CHECK(written({list({{p("甲")}}), list({{p("乙")}})}) == "- 甲\n\n* 乙\n");
  CHECK(written({quote({p("甲"), p("乙")})}) == "> 甲\n>\n> 乙\n");
  CHECK(written({division("verse", {p({t("甲"), br(), t("乙")})})}) == "::: verse\n甲\n乙\n:::\n");
  CHECK(written({list({{division("box", {p("甲")})}})}) == "-\n  ::: box\n  甲\n  :::\n");
}

TEST_CASE("what Markdown has no form for is HTML, and stays a part of Markdown", "[write]") {
  CHECK(written({p("甲"), centred(p("乙"))}) == "甲\n\n<p style=\"text-align:center\">乙</p>\n");
  CHECK(written({centred(p("乙"))}) == "[//]: # (Markdown)\n\n<p style=\"text-align:center\">乙</p>\n");
  CHECK(
      written({p("甲"), figure({p({img("a.png")})}, "说明", "林舟摄")}) ==
      "甲\n\n<figure>\n<p><img src=\"a.png\"></p>\n<figcaption>说明<span class=\"credit\">林舟摄</span></figcaption>\n"
      "</figure>\n");
}

TEST_CASE("a title that links lead to is a heading too", "[write]") {
  Document document;
  document.metadata.title = "茶亭";
  document.metadata.title_id = "ting";
  document.blocks = {p("甲")};
  CHECK(write::write_article(document) == "---\ntitle: 茶亭\n---\n\n# 茶亭 {#ting}\n\n甲\n");
}

TEST_CASE("a code block's fence is longer than any in it", "[write]") {
  const Blocks code{{{}, document::CodeBlock{"```\nx\n````", "md"}}};
  CHECK(written(code) == "`````md\n```\nx\n````\n`````\n");
}
