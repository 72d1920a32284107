#include "edit/cleaned.h"
#include "edit/imprint_line.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "老印刷厂的墙上还挂着一架铅字，灰落得厚，字面却还亮，像是昨天刚有人用过。";

Cleaned with_facts(const char* line, const char* date, const char* source) {
  document::ArticleMetadata metadata;
  metadata.date = date;
  metadata.source = source;
  return cleaned({p(line), p(kParagraph)}, {}, metadata);
}

bool is_kept(const Cleaned& result, const char* line) {
  return result.outline().find(line) != std::string::npos;
}

TEST_CASE("lines that say when and where an article appeared") {
  const auto line = edit::read_imprint_line("2022年05月25日 12:19 来源:示例网 作者:林舟");
  CHECK(line.whole);
  CHECK(line.timed);
  CHECK(line.date == "2022-05-25");
  CHECK(line.source == "示例网");
  CHECK(line.author == "林舟");
  for (const char* const each :
       {"来源：示例网 2022年5月25日12:19", "2022-05-25 12:19:20 | 来源：示例网",
        "发布时间：2022/5/25 来源：示例网 浏览：1,024次", "2022-05-25来源：示例网",
        "时间：2022-05-25 来源： 示例网 【字体：大 中 小】 打印", "2022.05.25 星期三 12:19 来源：示例网",
        "来源：示例网　发布于 2022-05-25 12:19", "日期：2022年5月25日 来源：示例网 责任编辑：陈桥 阅读次数：1.2万"}) {
    CAPTURE(each);
    const auto read = edit::read_imprint_line(each);
    CHECK(read.whole);
    CHECK(read.date == "2022-05-25");
    CHECK(read.source == "示例网");
  }
}

TEST_CASE("lines that only look like it") {
  for (const char* const line :
       {"2022年5月25日，厂里来了两个人。", "来源：他说，这是最后一版。", "2022年5月25日 晴", "时间：上午 地点：厂里",
        "来源不明的铅字", "作者说：2022年5月25日", "2022年13月25日 12:19", "", "：", "来源：", "比分 12:19"}) {
    CAPTURE(line);
    const auto read = edit::read_imprint_line(line);
    CHECK_FALSE((read.whole && (!read.date.empty() || !read.source.empty())));
  }
}

TEST_CASE("the line becomes the article's facts and stands in the audit") {
  const Cleaned result = with_facts("2022年05月25日 12:19 来源:示例网 作者:林舟", "", "");
  CHECK(result.document.metadata.date == "2022-05-25");
  CHECK(result.document.metadata.source == "示例网");
  CHECK(result.document.metadata.author == "林舟");
  CHECK(result.outline() == std::string("p ") + kParagraph + "\n");
  REQUIRE(result.audit.entries.size() == 1);
  CHECK(result.audit.entries[0].rule == "edit.imprint-line");
  CHECK(result.audit.entries[0].removed == "2022年05月25日 12:19 来源:示例网 作者:林舟");
}

TEST_CASE("a line that says otherwise than the front matter stays") {
  const char* const line = "2022-05-25 12:19 来源：示例网";
  CHECK(is_kept(with_facts(line, "2022-05-26", ""), line));
  CHECK(is_kept(with_facts(line, "", "别的报"), line));
  CHECK_FALSE(is_kept(with_facts(line, "2022-05-25", "示例网"), line));
  CHECK_FALSE(is_kept(with_facts(line, "", "示例网新闻"), line));
}

TEST_CASE("a date or a name alone, and lines below the text, stay") {
  CHECK(is_kept(with_facts("2022年5月25日", "", ""), "2022年5月25日"));
  const Cleaned below = cleaned({p(kParagraph), p("2022-05-25 12:19 来源：示例网"), p(kParagraph)}, {}, {});
  CHECK(is_kept(below, "来源：示例网"));
  const Cleaned name = with_facts("作者：林舟", "", "");
  CHECK(name.document.metadata.author == "林舟");
  CHECK(name.audit.entries.at(0).rule == "edit.byline");
}

}  // namespace
}  // namespace huozi
