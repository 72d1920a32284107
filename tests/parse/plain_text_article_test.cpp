#include "parse/plain_text_article.h"

#include "support/catch.h"
#include "support/document_dump.h"

using namespace huozi;

namespace {

struct Plain {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  document::Audit audit;
  document::Document document;

  explicit Plain(std::string text) {
    document = parse::read_plain_text_article(sources.add("a.txt", std::move(text)), diagnostics, audit);
  }
  // One paragraph a line.
  std::string paragraphs() const {
    std::string out;
    for (const auto& block : document.blocks) {
      const auto& children = std::get<document::Paragraph>(block.content).children;
      for (const auto& node : children) {
        if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text;
        if (std::holds_alternative<document::Link>(node.content)) out += "@";
      }
      out += '\n';
    }
    return out;
  }
};

const std::string kLine = "桥头的茶亭建于清代，往来的挑夫都在这里歇脚，喝一碗凉茶再走";

}  // namespace

TEST_CASE("a line is a paragraph where lines are long, short or indented", "[plain]") {
  CHECK(Plain("　　早晨开门。\n　　中午煮茶。\n").paragraphs() == "早晨开门。\n中午煮茶。\n");
  CHECK(Plain(kLine + kLine + kLine + "。\n" + kLine + "。\n").paragraphs() ==
        kLine + kLine + kLine + "。\n" + kLine + "。\n");
  CHECK(Plain("门前一棵树，\n树下一口井。\n\n井边一条路。").paragraphs() ==
        "门前一棵树，\n树下一口井。\n井边一条路。\n");
  CHECK(Plain("甲。\r\n乙。\r丙。").paragraphs() == "甲。\n乙。\n丙。\n");
}

TEST_CASE("lines broken to a width are put together", "[plain]") {
  CHECK(Plain(kLine + "\n" + kLine + "\n赶路。\n\n后来桥修宽了。").paragraphs() ==
        kLine + kLine + "赶路。\n后来桥修宽了。\n");
  const std::string latin = "The tea house by the bridge was built long ago and many stopped";
  CHECK(Plain(latin + "\n" + latin + "\nthere.\n").paragraphs() == latin + " " + latin + " there.\n");
  // An indented line begins a paragraph, a short one ends it.
  CHECK(Plain("　　" + kLine + "\n" + kLine + "\n赶路。\n　　" + kLine + "\n尾。\n").paragraphs() ==
        kLine + kLine + "赶路。\n" + kLine + "尾。\n");
}

TEST_CASE("verse as long as its neighbours stays verse", "[plain]") {
  CHECK(Plain("春雨润田畴\n新苗出泥头\n农人荷锄去\n日暮听归牛").paragraphs() ==
        "春雨润田畴\n新苗出泥头\n农人荷锄去\n日暮听归牛\n");
}

TEST_CASE("the first line is the title where it stands apart", "[plain]") {
  const Plain gap("　　　桥头茶亭\n\n" + kLine + "。\n");
  CHECK(gap.document.metadata.title == "桥头茶亭");
  CHECK(gap.paragraphs() == kLine + "。\n");
  CHECK(Plain("桥头茶亭\n　　从前有座桥。\n　　桥头有座亭。\n").document.metadata.title == "桥头茶亭");
  CHECK(Plain("桥头茶亭\n" + kLine + "。\n").document.metadata.title == "桥头茶亭");
  CHECK(Plain("从前有座桥。\n\n桥头有座亭。\n").document.metadata.title.empty());
  CHECK(Plain("春雨润田畴\n新苗出泥头\n").document.metadata.title.empty());
  CHECK(Plain("桥头茶亭").document.metadata.title.empty());
  CHECK(Plain("桥头茶亭").paragraphs() == "桥头茶亭\n");
}

TEST_CASE("indents stand in the audit, marks mean nothing", "[plain]") {
  const Plain plain("　　甲*乙*<b>丙</b>，[x](y) 见 https://example.com/a 。\n# 丁\n1. 戊\n");
  CHECK(plain.paragraphs() == "甲*乙*<b>丙</b>，[x](y) 见 @ 。\n# 丁\n1. 戊\n");
  CHECK(test::dump(plain.audit) == "audit parse.indent \"　　\"\n");
  CHECK(plain.document.blocks[0].info.span.begin == 0);
}

TEST_CASE("front matter or a tag: no plain text", "[plain]") {
  const Plain markdown("---\ntitle: 题\n---\n\n**甲**\n");
  CHECK(markdown.document.metadata.title == "题");
  CHECK(test::dump(markdown.document.blocks) == "paragraph\n  strong\n    text \"甲\"\n");
  CHECK(test::dump(Plain("\n<p>甲</p>乙").document.blocks) == "paragraph\n  text \"甲\"\nparagraph\n  text \"乙\"\n");
}
