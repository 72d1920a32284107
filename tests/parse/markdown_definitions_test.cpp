#include "document/walk.h"
#include "parse/markdown.h"
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

// One entry of one term and one definition, both plain text.
const std::string kPlain =
    lines({"definitions", "  term", "    text \"甲\"", "  definition", "    paragraph", "      text \"乙\""});

}  // namespace

TEST_CASE("a colon under a line defines it", "[markdown]") {
  CHECK(markdown("甲\n: 乙\n") == kPlain);
  CHECK(markdown("甲\n\n:   乙\n") == kPlain);
  CHECK(markdown("甲\r\n:\t乙\r\n") == kPlain);
  CHECK(markdown("甲\n乙\n: 丙\n丁\n: 戊\n\n己\n: 庚\n") ==
        lines({"definitions", "  term", "    text \"甲\"", "  term", "    text \"乙\"", "  definition", "    paragraph",
               "      text \"丙丁\"", "  definition", "    paragraph", "      text \"戊\"", "  term", "    text \"己\"",
               "  definition", "    paragraph", "      text \"庚\""}));
}

TEST_CASE("what is indented belongs to the definition", "[markdown]") {
  const std::string all =
      lines({"definitions", "  term", "    text \"甲\"", "  definition", "    paragraph", "      text \"乙\"",
             "    paragraph", "      text \"丙\"", "    code \"d\\n  e\"", "    list", "      item",
             "        paragraph", "          text \"己\"", "paragraph", "  text \"庚\""});
  CHECK(markdown("甲\n: 乙\n\n    丙\n\n        d\n          e\n\n    - 己\n\n庚\n") == all);
  CHECK(markdown("甲\n:   乙\n\n    丙\n\n        d\n          e\n\n    - 己\n\n庚\n") == all);
  CHECK(markdown("甲\n: 乙\n\n  丙\n\n      d\n        e\n\n  - 己\n\n庚\n") == all);
}

TEST_CASE("definitions stand in quotations, items, notes and definitions", "[markdown]") {
  const auto within = [](const std::string& outer, const std::string& indent) {
    std::string out = outer;
    for (const char* line :
         {"definitions", "  term", "    text \"甲\"", "  definition", "    paragraph", "      text \"乙\""}) {
      out += indent + line + "\n";
    }
    return out;
  };
  CHECK(markdown("> 甲\n> : 乙\n") == within("quotation\n", "  "));
  CHECK(markdown("- 甲\n  : 乙\n") == within("list\n  item\n", "    "));
  CHECK(markdown("[^1]\n\n[^1]: 甲\n    : 乙\n") == within("paragraph\n  note\n", "    "));
  CHECK(markdown("子\n: 丑\n\n    甲\n    : 乙\n") ==
        within("definitions\n  term\n    text \"子\"\n  definition\n    paragraph\n      text \"丑\"\n", "    "));
}

TEST_CASE("a colon that has nothing to define is text", "[markdown]") {
  const auto text = [](const char* written) {
    return lines({"paragraph", ("  text \"" + std::string(written) + "\"").c_str()});
  };
  CHECK(markdown(": 甲\n") == text(": 甲"));
  CHECK(markdown("甲\n：乙\n") == text("甲：乙"));
  CHECK(markdown("甲\n:乙\n") == text("甲 :乙"));
  CHECK(markdown("甲\n        : 乙\n") == text("甲 : 乙"));
  CHECK(markdown("甲\n\n\n: 乙\n") == text("甲") + text(": 乙"));
  CHECK(markdown("[^1]\n\n[^1]: 注\n\n: 乙\n") ==
        lines({"paragraph", "  note", "    paragraph", "      text \"注\""}) + text(": 乙"));
  CHECK(markdown("子\n\n## 题\n: 乙\n") == text("子") + lines({"heading 2", "  text \"题\""}) + text(": 乙"));
  CHECK(markdown("- 甲\n: 乙\n") == lines({"list", "  item", "    paragraph", "      text \"甲 : 乙\""}));
  CHECK(markdown("```\n甲\n: 乙\n```\n") == lines({"code \"甲\\n: 乙\""}));
  CHECK(markdown("    甲\n    : 乙\n") == lines({"code \"甲\\n: 乙\""}));
  CHECK(markdown("<div>\n甲\n: 乙\n</div>\n") == text("甲 : 乙"));
  CHECK(markdown("::: verse\n甲\n:::\n") == lines({"division .verse", "  paragraph", "    text \"甲\""}));
}

TEST_CASE("a list right under a definition is a list", "[markdown]") {
  CHECK(markdown("甲\n: 乙\n+ 丙\n") == kPlain + lines({"list", "  item", "    paragraph", "      text \"丙\""}));
}

TEST_CASE("terms and definitions know their places", "[markdown]") {
  const Reading reading("a.md", "---\ntitle: 书\n---\n\n甲[^1]\n*乙*\n: 丙\n\n    丁\n\n[^1]: 注\n");
  std::string seen;
  document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    if (text && reading.slice(node.info.span) == text->text) seen += text->text + "|";
  });
  CHECK(seen == "甲|注|乙|丙|丁|");
  CHECK(reading.slice(reading.document.blocks[0].info.span) == "甲[^1]\n*乙*\n: 丙\n\n    丁");
}

TEST_CASE("definitions within definitions end", "[markdown]") {
  std::string text;
  for (size_t depth = 0; depth < 200; ++depth) {
    text += std::string(depth * 4, ' ') + "甲\n" + std::string(depth * 4, ' ') + ": 乙\n\n";
  }
  const Reading reading("a.md", text);
  CHECK(reading.rules().find("markdown.too-deep") != std::string::npos);
  std::string shallow;
  for (int i = 0; i < 20000; ++i) shallow += ": 甲\n\n";
  CHECK(Reading("a.md", shallow).document.blocks.size() == 20000);
}
