#include "edit/byline.h"
#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "老印刷厂的墙上还挂着一架铅字，灰落得厚，字面却还亮，像是昨天刚有人用过。";

Cleaned with_author(Blocks blocks, const char* author) {
  document::ArticleMetadata metadata;
  metadata.author = author;
  return cleaned(std::move(blocks), {}, metadata);
}

TEST_CASE("lines that name the author") {
  CHECK(edit::whole_byline("作者：林舟").author == "林舟");
  CHECK(edit::whole_byline("文｜林舟、陈桥").author == "林舟、陈桥");
  CHECK(edit::whole_byline("文/林舟 图/陈桥").author == "林舟");
  CHECK(edit::whole_byline("（本报记者 林舟）").author == "林舟");
  CHECK(edit::whole_byline("本报记者 林舟 通讯员 陈桥").author.empty());
  CHECK(edit::whole_byline("铅字林的回答").author == "铅字林");
  CHECK(edit::opening_byline("【文/示例网 林舟】清晨").author == "示例网 林舟");
  CHECK(edit::opening_byline("（示例网讯）清晨").outlet);
  CHECK(edit::closing_byline("天亮了。（记者 林舟）").author == "林舟");
}

TEST_CASE("lines that only look like bylines") {
  for (const char* const line :
       {"记者走访了老厂", "作者的回答", "匿名用户的回答", "文章：林舟", "作者：他说，这是最后一版。", "（记者手记）",
        "（记者观察）", "关于铅字的三个问题，以及我的回答", "", "（", "作者：", "（）", "【】", "（本文有删减）",
        "示例网讯"}) {
    CAPTURE(line);
    CHECK(edit::whole_byline(line).author.empty());
  }
  CHECK(edit::opening_byline("（示例社北京5月3日电）清晨").author.empty());
  CHECK(edit::opening_byline("（一）清晨").author.empty());
  CHECK(edit::opening_byline("（没有另一半").author.empty());
  CHECK(edit::closing_byline("（记者 林舟）").author.empty());
  CHECK(edit::closing_byline("他问（记者 林舟）").author.empty());
}

TEST_CASE("a byline becomes the author, its text goes into the audit") {
  const Cleaned result = cleaned({p("【文/林舟】活字印刷。"), p(kParagraph)});
  CHECK(result.document.metadata.author == "林舟");
  CHECK(result.outline() == std::string("p 活字印刷。\np ") + kParagraph + "\n");
  REQUIRE(result.audit.entries.size() == 1);
  CHECK(result.audit.entries[0].rule == "edit.byline");
  CHECK(result.audit.entries[0].removed == "【文/林舟】");
}

TEST_CASE("with an author of its own the article keeps other names in its text") {
  const Cleaned other = with_author({p("【文/林舟】活字印刷。"), p(kParagraph)}, "陈桥");
  CHECK(other.document.metadata.author == "陈桥");
  CHECK(other.outline().find("【文/林舟】") != std::string::npos);
  REQUIRE(other.audit.decisions.size() == 1);
  CHECK(other.audit.decisions[0].confidence < 50);
  const Cleaned same = with_author({p("【文/林舟】活字印刷。"), p(kParagraph)}, "林舟");
  CHECK(same.outline().find("林舟") == std::string::npos);
}

TEST_CASE("who answers is the author when the front matter names only the site") {
  document::ArticleMetadata metadata;
  metadata.author = metadata.source = "问答网";
  const Cleaned result = cleaned({p("周砚的回答"), p(kParagraph)}, {}, metadata);
  CHECK(result.document.metadata.author == "周砚");
  CHECK(result.outline() == std::string("p ") + kParagraph + "\n");
}

TEST_CASE("a person is the author before an outlet, at either end") {
  const Cleaned result =
      cleaned({p({t("（示例网讯）"), strong("清晨"), t("，老厂开门。")}), p(kParagraph), p("（记者 林舟）")});
  CHECK(result.document.metadata.author == "林舟");
  CHECK(result.outline().find("（示例网讯）") != std::string::npos);
  CHECK(result.document.blocks.size() == 2);
}

TEST_CASE("both ends of one paragraph") {
  const Cleaned result =
      cleaned({p("（林舟讯）天亮了，老厂开门，工人们一个一个走进字房里去，灯也一盏一盏亮起来。（记者 林舟）")});
  CHECK(result.document.metadata.author == "林舟");
}

TEST_CASE("names in the middle of the article are left alone") {
  const Cleaned result = cleaned(
      {p(kParagraph), p(kParagraph), p(kParagraph), p("作者：林舟"), p(kParagraph), p(kParagraph), p(kParagraph)});
  CHECK(result.document.metadata.author.empty());
  CHECK(result.outline().find("作者：林舟") != std::string::npos);
}

}  // namespace
}  // namespace huozi
