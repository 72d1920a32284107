#include "parse/markdown.h"

#include "document/walk.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace huozi;
using test::markdown;
using test::Reading;

namespace {

std::string lines(std::initializer_list<const char*> all) {
  std::string out;
  for (const char* line : all) out += std::string(line) + "\n";
  return out;
}

// Every Text whose span is as long as its text must be written so; the slices of all texts, one after the other.
std::string source_texts(const Reading& reading) {
  std::string seen;
  document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    if (!text) return;
    const std::string source = reading.slice(node.info.span);
    if (source.size() == text->text.size()) CHECK(source == text->text);
    seen += source + "|";
  });
  return seen;
}

}  // namespace

TEST_CASE("a line end between Han vanishes", "[markdown]") {
  CHECK(markdown("甲\n乙") == lines({"paragraph", "  text \"甲乙\""}));
  CHECK(markdown("甲\nword") == lines({"paragraph", "  text \"甲 word\""}));
  CHECK(markdown("甲  \n乙") == lines({"paragraph", "  text \"甲\"", "  break", "  text \"乙\""}));
}

TEST_CASE("text spans lead to the bytes of the file", "[markdown]") {
  CHECK(source_texts(
            {"a.md",
             "---\ntitle: 书\n---\n\n# 标题\n\n活字**印刷**术 `码` [链接](u)\n\n> 引文\n> *续*行\n\n- 项\n\n  段\n"}) ==
        "标题|活字|印刷|术 |码| |链接|引文|续|行|项|段|");
  CHECK(source_texts({"a.md", "甲\\*乙&amp;丙\n\n| 甲 | **乙** |\n|--|--|\n| c \\| d | e |\n"}) ==
        "甲\\*乙&amp;丙|甲|乙|c \\| d|e|");
}

TEST_CASE("notes stand at their calls", "[markdown]") {
  const std::string note =
      lines({"paragraph", "  text \"甲\"", "  note", "    paragraph", "      text \"注\"", "  text \"乙\""});
  CHECK(markdown("甲[^1]乙\n\n[^1]: 注\n") == note);
  CHECK(markdown("甲[^1]乙\n\n[^1]: 注\n\n甲[^1]乙\n") == note + note);
  CHECK(markdown("甲[^a]\n\n[^a]: 一段\n\n    二段\n") ==
        lines({"paragraph", "  text \"甲\"", "  note", "    paragraph", "      text \"一段\"", "    paragraph",
               "      text \"二段\""}));
}

TEST_CASE("notes nobody calls and calls without a note are reported and kept", "[markdown]") {
  const Reading unused("a.md", "甲\n\n[^多]: 注文\n");
  CHECK(unused.rules() == "markdown.unused-note");
  CHECK(unused.diagnostics.items()[0].arguments == std::vector<std::string>{"多"});
  CHECK(unused.dump() == lines({"paragraph", "  text \"甲\"", "paragraph", "  text \"注文\""}));
  const Reading undefined("a.md", "甲[^x]乙\n");
  CHECK(undefined.rules() == "markdown.undefined-note");
  CHECK(undefined.slice(undefined.diagnostics.items()[0].span) == "[^x]");
  CHECK(undefined.dump() == lines({"paragraph", "  text \"甲[^x]乙\""}));
}

TEST_CASE("a note that calls itself ends", "[markdown]") {
  const Reading reading("a.md", "甲[^1]\n\n[^1]: 注[^1]\n");
  CHECK(reading.rules() == "parse.note-in-itself");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲\"", "  note", "    paragraph", "      text \"注[^1]\""}));
}

TEST_CASE("bracketed spans carry attributes", "[markdown]") {
  CHECK(markdown("见[活字]{.index #hz}一词") ==
        lines({"paragraph", "  text \"见\"", "  span .index #hz", "    text \"活字\"", "  text \"一词\""}));
  CHECK(markdown("[活字]{ruby=\"huó zì\"}") == lines({"paragraph", "  ruby", "    over \"huó\"", "      text \"活\"",
                                                      "    over \"zì\"", "      text \"字\""}));
  CHECK(markdown("[活**字**]{.x}") ==
        lines({"paragraph", "  span .x", "    text \"活\"", "    strong", "      text \"字\""}));
  CHECK(markdown("[活]{.x}[字]{.x}") == lines({"paragraph", "  span .x", "    text \"活字\""}));
  // Two names, each with a line of its own.
  CHECK(markdown("[张三]{.proper-noun}[李四]{.proper-noun}") ==
        lines({"paragraph", "  span .proper-noun", "    text \"张三\"", "  span .proper-noun", "    text \"李四\""}));
  CHECK(markdown("\\[活字\\]{.x} [甲]{乙}") == lines({"paragraph", "  text \"[活字]{.x} [甲]{乙}\""}));
}

TEST_CASE("attributes right behind a link are its own", "[markdown]") {
  CHECK(markdown("见第[](#x){.page}页") ==
        lines({"paragraph", "  text \"见第\"", "  link \"#x\" .page", "  text \"页\""}));
  CHECK(markdown("[](b.md#x){.page}") == lines({"paragraph", "  link \"b.md#x\" .page"}));
  CHECK(markdown("[甲](u){#y}{乙") == lines({"paragraph", "  link \"u\" #y", "    text \"甲\"", "  text \"{乙\""}));
  CHECK(markdown("[甲](u)\\{.page}") == lines({"paragraph", "  link \"u\"", "    text \"甲\"", "  text \"{.page}\""}));
  CHECK(markdown("[](u)甲") == lines({"paragraph", "  text \"甲\""}));
}

TEST_CASE("marks for the index stay, without words too", "[markdown]") {
  const auto marks = [](const char* source) {
    const Reading reading("a.md", source);
    std::string out;
    document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
      if (!node.info.attributes.has_class("index")) return;
      const std::string* entry = node.info.attributes.value("entry");
      out += "[" + (entry ? *entry : std::string("-")) + "]";
    });
    return out;
  };
  CHECK(marks("[]{.index entry=\"主词!子词\"}") == "[主词!子词]");
  CHECK(marks("甲[]{.index entry=\"主_词!子 词\"}乙") == "[主_词!子 词]");
  CHECK(marks("甲\n\n[]{.index entry=\"乙\"}\n\n丙") == "[乙]");
  CHECK(marks("[甲]{.index}[甲]{.index}") == "[-][-]");
}

TEST_CASE("fenced divisions nest and close", "[markdown]") {
  CHECK(markdown("::: verse\n床前明月光，\n疑是地上霜。\n:::\n后文") ==
        lines({"division .verse", "  paragraph", "    text \"床前明月光，\"", "    break", "    text \"疑是地上霜。\"",
               "paragraph", "  text \"后文\""}));
  CHECK(markdown("::: {.a #b}\n甲\n\n::: c\n乙\n:::\n\n丙\n:::\n") ==
        lines({"division .a #b", "  paragraph", "    text \"甲\"", "  division .c", "    paragraph",
               "      text \"乙\"", "  paragraph", "    text \"丙\""}));
  CHECK(markdown("甲\n\n::: page-break\n:::\n\n乙") ==
        lines({"paragraph", "  text \"甲\"", "division .page-break", "paragraph", "  text \"乙\""}));
  CHECK(Reading("a.md", "::: verse\n甲\n").rules() == "markdown.unclosed-div");
  CHECK(Reading("a.md", "甲\n\n:::\n").rules() == "markdown.stray-div");
  CHECK(markdown("```\n::: verse\n```\n") == lines({"code \"::: verse\""}));
}

TEST_CASE("bare URLs end before Chinese text", "[markdown]") {
  CHECK(
      markdown("见https://example.com/a_b，**重点**。") ==
      lines({"paragraph", "  text \"见\"", "  link \"https://example.com/a_b\"", "    text \"https://example.com/a_b\"",
             "  text \"，\"", "  strong", "    text \"重点\"", "  text \"。\""}));
  CHECK(markdown("(https://example.com/a.)后") ==
        lines({"paragraph", "  text \"(\"", "  link \"https://example.com/a\"", "    text \"https://example.com/a\"",
               "  text \".)后\""}));
}

TEST_CASE("inline HTML is read when it pairs", "[markdown]") {
  CHECK(markdown("H<sub>2</sub>O <u>甲**乙**</u>") ==
        lines({"paragraph", "  text \"H\"", "  sub", "    text \"2\"", "  text \"O \"", "  u", "    text \"甲\"",
               "    strong", "      text \"乙\""}));
  CHECK(markdown("<ruby>活<rp>(</rp><rt>huó</rt><rp>)</rp></ruby>字") ==
        lines({"paragraph", "  ruby", "    over \"huó\"", "      text \"活\"", "  text \"字\""}));
  CHECK(markdown("甲<br>乙<img src=a.png alt=图>") ==
        lines({"paragraph", "  text \"甲\"", "  break", "  text \"乙\"", "  image \"a.png\" alt \"图\""}));
  const Reading unpaired("a.md", "甲<u>乙</b>丙");
  CHECK(unpaired.dump() == lines({"paragraph", "  text \"甲乙丙\""}));
  CHECK(test::dump(unpaired.audit) == lines({"audit parse.dropped-tag \"</b>\"", "audit parse.dropped-tag \"<u>\""}));
}

TEST_CASE("blocks of HTML are spliced in with their place", "[markdown]") {
  const Reading reading(
      "a.md",
      "甲\n\n<figure>\n<img src=a.png>\n<figcaption>图一</figcaption>\n</figure>\n\n> <table><tr><td>乙</table>\n");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲\"", "figure", "  paragraph", "    image \"a.png\"",
                                 "  caption", "    text \"图一\"", "quotation", "  table", "    row", "      cell",
                                 "        paragraph", "          text \"乙\""}));
  CHECK(source_texts(reading).starts_with("甲|图一|"));
}

TEST_CASE("an HTML division holds the Markdown between its tags", "[markdown]") {
  CHECK(markdown("甲\n\n<div class=\"letter\">\n\n**乙**\n\n</div>\n\n丙") ==
        lines({"paragraph", "  text \"甲\"", "division .letter", "  paragraph", "    strong", "      text \"乙\"",
               "paragraph", "  text \"丙\""}));
}

TEST_CASE("tables, code, headings and lists keep what they say", "[markdown]") {
  CHECK(markdown("| 甲 | 乙 |\n|:-:|--:|\n| 一 | |\n") ==
        lines({"table header 1", "  row", "    header center", "      paragraph", "        text \"甲\"",
               "    header right", "      paragraph", "        text \"乙\"", "  row", "    cell center",
               "      paragraph", "        text \"一\"", "    cell right"}));
  CHECK(markdown("```c {.x}\nint a;\n\n```\n\n    b\n") == lines({"code c \"int a;\"", "code \"b\""}));
  CHECK(markdown("甲\n\n## 题 {#id .x}\n") ==
        lines({"paragraph", "  text \"甲\"", "heading 2 .x #id", "  text \"题\""}));
  CHECK(markdown("3. 甲\n4. 乙\n   - 丙\n") ==
        lines({"list from 3", "  item", "    paragraph", "      text \"甲\"", "  item", "    paragraph",
               "      text \"乙\"", "    list", "      item", "        paragraph", "          text \"丙\""}));
}

TEST_CASE("deep nesting is flattened and the text stays", "[markdown]") {
  const Reading quotes("a.md", std::string(5000, '>') + " 甲");
  CHECK(test::han_text(quotes.document) == U"甲");
  CHECK(quotes.rules() == "markdown.too-deep");
  std::string marks;
  for (int i = 0; i < 2000; ++i) marks += i % 2 ? "**甲" : "*甲";
  for (int i = 2000; i > 0; --i) marks += i % 2 ? "*" : "**";
  CHECK(test::han_text(Reading("a.md", marks).document).size() == 2000);
}

TEST_CASE("a note called in an image's words stands behind the image", "[markdown]") {
  CHECK(markdown("![图*名[^1]*](a.png)\n\n[^1]: 注文").find("注文") != std::string::npos);
}

TEST_CASE("bracketed spans are read within tags", "[markdown]") {
  CHECK(markdown("<u>甲[乙]{.index}</u>") ==
        lines({"paragraph", "  u", "    text \"甲\"", "    span .index", "      text \"乙\""}));
  CHECK(markdown("<font>[甲]{.x}</font>") == lines({"paragraph", "  span .x", "    text \"甲\""}));
}

TEST_CASE("places behind a backslash at a line's end are exact, in containers too", "[markdown]") {
  const Reading reading("a.md", "甲[^1]\n\n[^1]: 乙\\\n    丙\\*[丁](u){.page}\\\n    \\[戊\\]{.x}己\n    庚\\*辛\n");
  const std::string dump = reading.dump();
  CHECK(dump.find("link \"u\" .page") != std::string::npos);
  CHECK(dump.find("\"[戊]{.x}己庚*辛\"") != std::string::npos);
  bool exact = true;
  document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    if (text && text->text == "丁") exact = reading.slice(node.info.span) == "丁";
  });
  CHECK(exact);
}
