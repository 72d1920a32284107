#include "parse/article.h"

#include "support/catch.h"
#include "support/reading.h"

using huozi::test::Reading;

TEST_CASE("a .md file whose body is HTML is read by HTML's rules", "[article]") {
  const Reading reading(
      "a.md", "\n---\ntitle: '书'\n---\n\n<div>   \n<p>\n甲\n</p>\n\n     <p>乙**丙**</p>  \n</div>\n            ");
  CHECK(reading.document.metadata.title == "书");
  CHECK(reading.dump() == "paragraph\n  text \"甲\"\nparagraph\n  text \"乙**丙**\"\n");
  CHECK(Reading("a.md", "<div class=\"letter\">\n\n**甲**\n\n</div>").dump() ==
        "division .letter\n  paragraph\n    strong\n      text \"甲\"\n");
  CHECK(Reading("a.HTM", "**甲**").dump() == "paragraph\n  text \"**甲**\"\n");
}

TEST_CASE("a first heading of level 1 is the title", "[article]") {
  const Reading reading("a.md", "# 活字的*故事*\n\n甲\n\n# 乙\n");
  CHECK(reading.document.metadata.title == "活字的故事");
  CHECK(reading.slice(reading.document.metadata.title_span) == "# 活字的*故事*");
  CHECK(reading.dump() == "paragraph\n  text \"甲\"\nheading 1\n  text \"乙\"\n");
  const Reading repeated("a.html", "---\ntitle: 书\n---\n<h1>书</h1><p>甲</p>");
  CHECK(repeated.dump() == "paragraph\n  text \"甲\"\n");
  CHECK(repeated.audit.entries.at(0).rule == "parse.repeated-title");
  CHECK(Reading("a.md", "# 题 {#ti}\n\n甲\n").document.metadata.title_id == "ti");
  const Reading other("a.md", "---\ntitle: 书\n---\n# 另一题\n");
  CHECK(other.document.metadata.title == "书");
  CHECK(other.dump() == "heading 1\n  text \"另一题\"\n");
}

TEST_CASE("ill-formed bytes are reported at their place and shown as U+FFFD", "[article]") {
  for (const char* name : {"a.html", "a.md"}) {
    const Reading reading(name, "甲\xFF乙\xE4\xB8 丙");
    CHECK(reading.rules() == "file.not-utf8");
    CHECK(reading.diagnostics.items()[0].span.begin == 3);
    CHECK(reading.dump() == "paragraph\n  text \"甲\xEF\xBF\xBD乙\xEF\xBF\xBD\xEF\xBF\xBD 丙\"\n");
  }
}

TEST_CASE("the language of the page is kept", "[article]") {
  CHECK(Reading("a.html", "<html lang=zh-Hant><body><p>甲</p></body></html>").document.metadata.language == "zh-Hant");
}

TEST_CASE("an article says by its title's class or its front matter that it has no number", "[article]") {
  CHECK(Reading("a.md", "# 题\n\n文\n").document.metadata.numbered);
  CHECK_FALSE(Reading("a.md", "# 题 {.unnumbered}\n\n文\n").document.metadata.numbered);
  CHECK_FALSE(Reading("a.md", "# 题 {-}\n\n文\n").document.metadata.numbered);
  CHECK_FALSE(Reading("a.md", "---\ntitle: 题\nnumbered: false\n---\n文\n").document.metadata.numbered);
  CHECK(Reading("a.md", "# 题\n\n## 子 {- #a}\n").dump().find("unnumbered") != std::string::npos);
}

TEST_CASE("what a page's head says fills the gaps of the front matter", "[article]") {
  const std::string page =
      "<!doctype html><html><head><title>石桥_示例网</title><meta name=\"Author\" content=\" 林舟 \">"
      "<meta property=\"article:published_time\" content=\"2025-02-27T08:00:00+08:00\">"
      "<meta property=\"og:site_name\" content=\"示例网\"><meta name=\"keywords\" content=\"桥, 石桥，桥\">"
      "<link rel=\"canonical\" href=\"https://example.org/1\"></head><body><p>正文。</p></body></html>";
  const auto facts = Reading("a.html", page).document.metadata;
  CHECK(facts.title == "石桥");
  CHECK(facts.author == "林舟");
  CHECK(facts.date == "2025-02-27");
  CHECK(facts.source == "示例网");
  CHECK(facts.url == "https://example.org/1");
  CHECK(facts.tags == std::vector<std::string>{"桥", "石桥"});
  const auto front =
      Reading("a.html", "---\ntitle: 题\nauthor: 陈桥\ndate: 2024-01-02\n---\n" + page).document.metadata;
  CHECK(front.title == "题");
  CHECK(front.author == "陈桥");
  CHECK(front.date == "2024-01-02");
  CHECK(front.source == "示例网");
}

TEST_CASE("a heading names the article before its page's head; what is no fact of it is passed over", "[article]") {
  const auto facts = Reading("a.html",
                             "<title>站名 - 很长的网站名称</title><meta name=author content='https://example.org/u/1'>"
                             "<meta name=pubdate content='昨天'><meta name=description content=x><h1>题</h1><p>文。")
                         .document.metadata;
  CHECK(facts.title == "题");
  CHECK(facts.author.empty());
  CHECK(facts.date.empty());
}
