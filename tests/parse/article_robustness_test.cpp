// Whatever is cut off or lost, reading ends, and no Han character goes without the audit.
#include <algorithm>
#include <filesystem>
#include <random>

#include "base/file.h"
#include "document/walk.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace huozi;
using test::Reading;

namespace {

std::vector<std::filesystem::path> samples() {
  std::vector<std::filesystem::path> found;
  const std::filesystem::path cases = std::filesystem::path(HUOZI_SOURCE_DIR) / "tests/cases";
  for (const char* folder : {"articles", "oddities"}) {
    for (const auto& entry : std::filesystem::directory_iterator(cases / folder)) {
      if (entry.path().extension() == ".md" || entry.path().extension() == ".html") found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Spans lie in the file, and one as long as its text is written so but for line ends.
void check_spans(const Reading& reading, const std::string& text) {
  bool inside = true;
  bool exact = true;
  document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
    const source::Span span = node.info.span;
    inside = inside && span.begin <= span.end && span.end <= text.size();
    const auto* content = std::get_if<document::Text>(&node.content);
    if (!inside || !content || span.end - span.begin != content->text.size()) return;
    std::string source = text.substr(span.begin, span.end - span.begin);
    std::replace_if(
        source.begin(), source.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    exact = exact && source == content->text;
  });
  CHECK(inside);
  CHECK(exact);
}

// Text without markup, attributes or notes: what is in the source is in the tree or in the audit.
void check_conserved(const std::string& name, const std::string& text) {
  const Reading reading(name, text);
  INFO(name + "\n" + text);
  CHECK(test::han_text(reading.document).size() + test::han_removed(reading.audit) == test::han_of(text).size());
}

// Every Han character of these is visible text, a comment or dropped content: none stands in an attribute.
const std::string kHtml =
    "<div>\n<!-- 注释 "
    "--><h2>活字<b>印刷</b></h2><p>\n　　北宋庆历间，毕昇&nbsp;发明<strong>胶泥</strong><strong>活字</strong>。<br><br>"
    "后来有木活字、<i>铜活字</i>。</p>裸文字<ul><li>拣字<li>排版<ol><li>刷墨</ol></ul><table><tr><th>年代<th>材料<tr>"
    "<td colspan=2>元代</table><script>脚本</script><pre>字模\n  铅字</pre><figure>图<figcaption><img src=a.png>说明"
    "</figcaption></figure><ruby>活<rt>音</rt></ruby><foo>未知</foo><blockquote><p>引文</blockquote><dl><dt>词<dd>义</"
    "dl></div>";
const std::string kMarkdown =
    "## 活字**印刷：**术\n\n北宋庆历间，*毕昇*发明~~胶泥~~活字\n后来有`木活字`。[铜活字](u)与[锡活字]{.index}。\n\n"
    "::: verse\n一行\n二行\n:::\n\n> 引文\n> - 项\n>   - 子项\n\n| 年代 | 材料 |\n|--|--|\n| 元代 | <u>木</u> |\n\n"
    "```c\n字模\n```\n\n<div>\n块<b>内</b>\n</div>\n\n    缩进\n\n1. 甲\n2. 乙**“丙”**丁 https://a.b/c戊\n";

}  // namespace

TEST_CASE("every prefix of every sample is read to its end", "[article]") {
  for (const auto& path : samples()) {
    const std::string text = base::read_file(path).value();
    for (size_t length = 0; length <= text.size(); length += 7) {
      const std::string prefix = text.substr(0, length);
      check_spans(Reading(path.filename().string(), prefix), prefix);
    }
  }
}

TEST_CASE("no Han character is lost silently, wherever a text is cut off", "[article]") {
  for (const auto& [name, sample] : {std::pair<std::string, std::string>{"a.html", kHtml}, {"a.md", kMarkdown}}) {
    for (size_t length = 0; length <= sample.size(); ++length) {
      if (length < sample.size() && (static_cast<unsigned char>(sample[length]) & 0xC0) == 0x80) continue;
      check_conserved(name, sample.substr(0, length));
    }
  }
}

TEST_CASE("lost bytes do no harm", "[article]") {
  std::mt19937 random(7);
  for (const auto& path : samples()) {
    const std::string text = base::read_file(path).value();
    for (int round = 0; round < 60 && !text.empty(); ++round) {
      std::string damaged = text;
      for (int i = 0; i < 4; ++i) {
        const size_t at = random() % damaged.size();
        damaged.erase(at, std::min<size_t>(1 + random() % 9, damaged.size() - at));
        if (damaged.empty()) damaged = "x";
      }
      check_spans(Reading(path.filename().string(), damaged), damaged);
    }
  }
}

TEST_CASE("hostile inputs end soon", "[article]") {
  const auto repeated = [](std::string_view part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
  };
  for (const char* part : {"<b>",
                           "<a href=x>",
                           "</p>",
                           "<table><tr><td>",
                           "&amp",
                           "<ruby><rt>",
                           "<!--",
                           "<p><font a>甲",
                           "[",
                           "![",
                           "**“",
                           "`",
                           "<a",
                           "](",
                           "[^1]",
                           "> ",
                           "* ",
                           ":::x\n",
                           "[a]{",
                           "_甲_*",
                           "~~",
                           "|a|\n",
                           "    ",
                           "<svg><td>",
                           "<select><option>",
                           "\xF0\x90",
                           "http://a.b",
                           "<br>",
                           "[x]{.a}"}) {
    const std::string text = repeated(part, 1500);
    const Reading as_html("a.html", text);
    const Reading as_markdown("a.md", "甲" + text);
    CHECK(as_html.document.next_ordinal < 120000);
    CHECK(test::han_text(as_markdown.document).size() > 0);
  }
}
