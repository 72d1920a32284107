#include "parse/markdown_emphasis.h"

#include "support/catch.h"
#include "support/reading.h"

using huozi::parse::mask_emphasis;
using huozi::test::markdown;

namespace {

// The paragraph's inlines as a line: <b>strong</b>, <i>emphasis</i>, <s>struck</s>, <c>code</c>, <a>link</a>.
std::string marked(const std::string& text) {
  const huozi::test::Reading reading("a.md", text);
  std::string out;
  const auto write = [&](const auto& self, const huozi::document::Inlines& inlines) -> void {
    using namespace huozi::document;
    for (const Inline& node : inlines) {
      if (const auto* t = std::get_if<Text>(&node.content)) out += t->text;
      if (const auto* l = std::get_if<Link>(&node.content)) out += "<a>", self(self, l->children), out += "</a>";
      if (const auto* s = std::get_if<Styled>(&node.content)) {
        const std::string tag = s->kind == StyledKind::strong          ? "b"
                                : s->kind == StyledKind::emphasis      ? "i"
                                : s->kind == StyledKind::strikethrough ? "s"
                                                                       : "c";
        out += "<" + tag + ">", self(self, s->children), out += "</" + tag + ">";
      }
    }
  };
  for (const auto& block : reading.document.blocks) {
    if (const auto* p = std::get_if<huozi::document::Paragraph>(&block.content)) write(write, p->children);
  }
  return out;
}

}  // namespace

TEST_CASE("emphasis opens and closes beside Chinese punctuation", "[markdown]") {
  CHECK(marked("**“中文”**后文") == "<b>“中文”</b>后文");
  CHECK(marked("前文**“中文”**") == "前文<b>“中文”</b>");
  CHECK(marked("**强调：**正文") == "<b>强调：</b>正文");
  CHECK(marked("这是**加粗（含括号）**的文字") == "这是<b>加粗（含括号）</b>的文字");
  CHECK(marked("*《书名》*，甲") == "<i>《书名》</i>，甲");
  CHECK(marked("见*《书名》*与*《另一书》*两种") == "见<i>《书名》</i>与<i>《另一书》</i>两种");
  CHECK(marked("甲~~“乙”~~丙") == "甲<s>“乙”</s>丙");
  CHECK(marked("他说：**“甲”**，**“乙”**。") == "他说：<b>“甲”</b>，<b>“乙”</b>。");
  CHECK(marked("甲**·乙·**丙") == "甲<b>·乙·</b>丙");
}

TEST_CASE("emphasis beside ASCII marks is read in Chinese text only", "[markdown]") {
  CHECK(marked("占**50%**以上") == "占<b>50%</b>以上");
  CHECK(marked("**注意:**正文") == "<b>注意:</b>正文");
  CHECK(marked("甲**(乙)**丙") == "甲<b>(乙)</b>丙");
  CHECK(marked("a**\"b\"**c") == "a**\"b\"**c");
}

TEST_CASE("emphasis that ends in a link or in code closes before Han", "[markdown]") {
  CHECK(marked("看**[链接](http://a.b)**后文") == "看<b><a>链接</a></b>后文");
  CHECK(marked("看**`码`**后文") == "看<b><c>码</c></b>后文");
}

TEST_CASE("emphasis nests", "[markdown]") {
  CHECK(marked("甲**外“*内，*”外**乙") == "甲<b>外“<i>内，</i>”外</b>乙");
  CHECK(marked("甲***“乙”***丙") == "甲<i><b>“乙”</b></i>丙");
  CHECK(marked("甲**“乙\n丙”**丁") == "甲<b>“乙丙”</b>丁");
}

TEST_CASE("code, escapes, link targets and unbalanced marks stay as they are", "[markdown]") {
  CHECK(marked("甲`**“乙”**`丙") == "甲<c>**“乙”**</c>丙");
  CHECK(marked("甲\\*\\*“乙”\\*\\*丙") == "甲**“乙”**丙");
  CHECK(marked("甲**“乙”丙") == "甲**“乙”丙");
  CHECK(marked("甲“乙”**丙") == "甲“乙”**丙");
  CHECK(marked("3*4，5*6") == "3<i>4，5</i>6");
  CHECK(marked("3 * 4，5 * 6") == "3 * 4，5 * 6");
  CHECK(marked("甲**“乙\n\n丙”**丁") == "甲**“乙丙”**丁");
}

TEST_CASE("masking keeps every offset and can be undone", "[markdown]") {
  for (const std::string text : {"**“中文”**后文 **强调：**正文 占**50%**以上", "看**[链接](u)**后\n\n甲**·乙**丙",
                                 "```\n**“甲”**乙\n```\n", "\xEE\x80\x80私用**“字”**甲\xEE\x80\x81"}) {
    const auto masked = mask_emphasis(text);
    CHECK(masked.text.size() == text.size());
    CHECK(masked.restore(masked.text) == text);
  }
  CHECK(mask_emphasis("**甲** 与 *乙*，“丙”").originals.empty());
}
