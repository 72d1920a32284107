#include "parse/markdown_citations.h"

#include "document/plain_text.h"
#include "document/walk.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace huozi;

namespace {

// prefix<key>locator; of each.
std::string parts(std::string_view words) {
  std::string out;
  for (const document::CitedKey& each : parse::read_citation(words)) {
    out += each.prefix + "<" + each.key + ">" + each.locator + ";";
  }
  return out;
}

// The article's words with each note of a citation in {}, and the source of each key behind it.
std::string cited(const std::string& markdown) {
  test::Reading reading("a.md", markdown);
  std::string out = test::visible_text(reading.document.blocks);
  document::for_each_note(reading.document.blocks, [&](const document::Inline&, const document::Note& note) {
    out += note.kind == document::NoteKind::citation ? "|" : "~";
    for (const auto& each : note.cited) out += reading.slice(each.span) + " ";
  });
  return out;
}

}  // namespace

TEST_CASE("keys, what stands before them, and places in the work", "[citations]") {
  CHECK(parts("@key") == "<key>;");
  CHECK(parts("@key, 第12页") == "<key>第12页;");
  CHECK(parts("@key，第12页") == "<key>第12页;");
  CHECK(parts("@key 第12页") == "<key>第12页;");
  CHECK(parts("@a; @b") == "<a>;<b>;");
  CHECK(parts("@a；又见@b, 3") == "<a>;又见<b>3;");
  CHECK(parts("见 @key") == "见<key>;");
  CHECK(parts("-@key") == "<key>;");
  CHECK(parts("@doe:2001_a.b/c") == "<doe:2001_a.b/c>;");
  CHECK(parts("@key.") == "");
  CHECK(parts("@key第3页") == "<key>第3页;");
  CHECK(parts("@张三2001，第3页") == "<张三2001>第3页;");
  CHECK(parts("@{any key!}, 3") == "<any key!>3;");
}

TEST_CASE("other words in brackets cite nothing", "[citations]") {
  for (const char* words :
       {"", "key", "a@b.com", "@", "@ key", "@a; b", "x @", "@@", "@{", "@{}", "mail a@b.c, x", "@a;", "词@后"}) {
    INFO(words);
    CHECK(parts(words) == "");
  }
  CHECK(parts("@" + std::string(2000, 'a')) == "");
}

TEST_CASE("Markdown's brackets become citation notes at their place", "[citations]") {
  CHECK(cited("茶叶[@zhao, 第3页]。\n") == "茶叶[@zhao, 第3页]。|@zhao ");
  CHECK(cited("茶叶 [@zhao]。\n") == "茶叶[@zhao]。|@zhao ");
  CHECK(cited("茶叶[见 @zhao;\n@smith_2020_x]。\n") == "茶叶[见 @zhao; @smith_2020_x]。|@zhao @smith_2020_x ");
  CHECK(cited("**茶[@zhao]**\n") == "茶[@zhao]|@zhao ");
  CHECK(cited("# 题[@a]\n\n- 项[@b]\n\n> 引[@c]\n").find("|@b |@c ") != std::string::npos);
  CHECK(cited("注[^1]。\n\n[^1]: 见[@zhao]。\n") == "注见[@zhao]。。~|@zhao ");
}

TEST_CASE("escapes, links, code and spans with attributes are no citations", "[citations]") {
  CHECK(cited("甲\\[@x]乙\n") == "甲[@x]乙");
  CHECK(cited("甲[@x](http://a.b/)乙\n").find('|') == std::string::npos);
  CHECK(cited("甲[@x]乙\n\n[@x]: http://a.b/\n").find('|') == std::string::npos);
  CHECK(cited("`[@x]`\n") == "[@x]");
  CHECK(cited("a@b.com <c@d.com> [e@f.com]\n").find('|') == std::string::npos);
  CHECK(cited("[@x]{.index}\n") == "@x");
  CHECK(cited("[*@x*]\n") == "[@x]");
}
