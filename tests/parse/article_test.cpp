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
