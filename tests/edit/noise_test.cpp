#include "base/file.h"
#include "edit/cleaned.h"
#include "edit/noise_rules.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "河边的老茶馆天不亮就生火，第一壶水总是留给摆渡的人。";

edit::NoiseRules read(std::string yaml, std::string* messages = nullptr) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  edit::NoiseRules rules = edit::read_noise_rules(sources.add("noise.yaml", std::move(yaml)), diagnostics);
  for (const source::Diagnostic& item : diagnostics.items()) {
    const source::Position at = sources.find(item.span.file)->position(item.span.begin);
    if (messages) *messages += std::to_string(at.line) + ' ' + item.rule + '\n';
  }
  if (!messages) CHECK(diagnostics.items().empty());
  return rules;
}

edit::Options shipped() {
  edit::Options options;
  options.noise_rules = read(base::read_file(std::string(HUOZI_SOURCE_DIR) + "/styles/noise.yaml").value());
  return options;
}

Cleaned with(const edit::Options& options, const char* line) {
  return cleaned({p(kParagraph), p(line), p(kParagraph)}, options);
}

bool removes(const char* line) {
  return with(shipped(), line).document.blocks.size() == 2;
}

TEST_CASE("what the shipped rules take away", "[noise]") {
  for (const char* line :
       {"责任编辑：林小满", "（责任编辑：林小满）", "点击查看大图", "返回搜狐，查看更多", "分享到",
        "扫一扫，关注我们的公众号", "长按二维码关注茶馆", "打开APP查看全部", "廣告", "关注“渡口”公众号，加入读者群"}) {
    INFO(line);
    CHECK(removes(line));
  }
}

TEST_CASE("what the shipped rules leave", "[noise]") {
  for (const char* line : {"责任编辑要把每一页都读过三遍，才能在版权页上签下自己的名字。", "扫一扫地，屋里就干净了。",
                           "分享的快乐", "关注公众号的人越来越多，茶馆的生意也好了。", "他在广告公司做了十年。",
                           "收起渔网的时候，天已经亮了", "编辑部的灯亮了一夜"}) {
    INFO(line);
    CHECK_FALSE(removes(line));
  }
}

TEST_CASE("a removed line is named by its rule", "[noise]") {
  const Cleaned result = with(shipped(), "责任编辑：林小满");
  REQUIRE(result.audit.entries.size() == 1);
  CHECK(result.audit.entries[0].rule == "noise.editor");
  CHECK(result.audit.entries[0].removed == "责任编辑：林小满");
  CHECK(result.reports("noise.removed-by-rule") == 1);
}

TEST_CASE("a reservation of rights is a warning, and goes when it is nothing else", "[noise]") {
  const char* const boilerplate = "本文系本馆独家稿件，未经授权，不得转载，否则将追究法律责任。";
  const Cleaned gone = with(shipped(), boilerplate);
  CHECK(gone.reports("article.rights") == 1);
  CHECK(gone.document.blocks.size() == 2);
  CHECK(gone.audit.entries.at(0).rule == "noise.rights");

  const char* const sentence = "茶馆的老账本未经许可不得转载，掌柜却总把它借给写书的人看。";
  const Cleaned kept = with(shipped(), sentence);
  CHECK(kept.reports("article.rights") == 1);
  CHECK(kept.document.blocks.size() == 3);

  CHECK(with(shipped(), "页脚那句“未经授权，不得转载”，是照着别家抄来的。").reports("article.rights") == 0);
  CHECK(with(shipped(), "未闭合的引号“之后未经授权，不得转载。").reports("article.rights") == 1);

  edit::Options cleared = shipped();
  cleared.rights_cleared = true;
  CHECK(with(cleared, sentence).reports("article.rights") == 0);
  CHECK(with(cleared, boilerplate).document.blocks.size() == 2);
}

TEST_CASE("words that may be a heading go at the edges alone", "[noise]") {
  Blocks blocks;
  for (int i = 0; i < 24; ++i) blocks.push_back(i == 10 || i == 20 ? p("收藏") : p(kParagraph));
  const Cleaned result = cleaned(std::move(blocks), shipped());
  CHECK(result.document.blocks.size() == 23);
  CHECK(result.outline().find("p 收藏\n") != std::string::npos);  // the one in the middle
  CHECK(result.reports("noise.removed-by-rule") == 1);
}

TEST_CASE("noise among the lines of a paragraph", "[noise]") {
  const auto lines = [](Words words) { return cleaned({p(kParagraph), p(std::move(words))}, shipped()).outline(); };
  const std::string before = std::string("p ") + kParagraph + "\n";
  CHECK(lines({t("赞同"), br(), t("渡口的灯还亮着。"), br(), t("收藏"), br(), t("分享")}) ==
        before + "p 渡口的灯还亮着。\n");
  CHECK(lines({t("赞同"), br(), strong("分享")}) == before);
  CHECK(lines({t("渡口的灯"), br(), t("还亮着。")}) == before + "p 渡口的灯/还亮着。\n");
}

TEST_CASE("rules are bounded by their length", "[noise]") {
  const auto rules = read("noise:\n  - rule: a\n    begins: [注意]\n    longest: 6\n  - {rule: b, holds: [看看]}\n");
  REQUIRE(rules.rules.size() == 2);
  CHECK(edit::matches(rules.rules[0], "注意脚下", false));
  CHECK_FALSE(edit::matches(rules.rules[0], "注意脚下的石板", false));
  CHECK(edit::matches(rules.rules[1], "请看看", false));
  CHECK_FALSE(edit::matches(rules.rules[1], "请大家看看", false));
}

TEST_CASE("what is wrong with a file of rules is said at its place", "[noise]") {
  std::string messages;
  const auto rules =
      read("noise:\n  - rule: a\n    begin: [甲]\n  - whole: 乙\n  - 丙\n  - rule: d\n    longest: 多\nrule: x\n",
           &messages);
  CHECK(messages ==
        "3 noise-rules.bad\n4 noise-rules.bad\n4 noise-rules.bad\n5 noise-rules.bad\n7 noise-rules.bad\n8 "
        "noise-rules.bad\n");
  CHECK(rules.rules.size() == 2);
  messages.clear();
  CHECK(read("- 甲\n", &messages).rules.empty());
  CHECK(messages == "1 noise-rules.bad\n");
  CHECK(read("").rules.empty());
}

}  // namespace
}  // namespace huozi
