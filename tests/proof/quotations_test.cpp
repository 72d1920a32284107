#include "found.h"

namespace huozi::proof {
namespace {

using namespace test;

TEST_CASE("P06: 、 between quotations and between titles", "[proof]") {
  CHECK(mended("有“老桥”、“新桥”两座。") == "有“老桥”“新桥”两座。");
  CHECK(mended("有“老桥”、“新桥”、“石桥”和木桥。") == "有“老桥”“新桥”“石桥”和木桥。");
  CHECK(mended("见《桥志》、《茶谱》、《花经》。") == "见《桥志》《茶谱》《花经》。");
  CHECK(in("有“老桥”“新桥”两座，见《桥志》《茶谱》。") == "");
  CHECK(in("见《桥志》（卷三）、《茶谱》。") == "");
  CHECK(in("见《桥志》、《茶谱》（卷三）。") == "");
  CHECK(in("有木桥、“老桥”、“新桥”，见《桥志》、“老桥”。") == "");
  CHECK(in("在“老桥”和“新桥”、石桥边。") == "");
  CHECK(in("引号“、”与书名号《、》。") == "");
  CHECK(in_traditional("見《橋志》、《茶譜》。") == "");
}

TEST_CASE("P07: the stop of a quotation", "[proof]") {
  CHECK(mended("他说：“走吧。”。") == "他说：“走吧。”");
  CHECK(mended("他问：“走吗？”。") == "他问：“走吗？”");
  CHECK(mended("他说：“花开了。我们走吧”。") == "他说：“花开了。我们走吧。”");
  CHECK(mended("他說：「花開了。我們走吧」。") == "他說：「花開了。我們走吧。」");
  CHECK(mended("“走吧。”，他说。") == "none");
  CHECK(in("他说：“走吧。”他问：“走吗？”") == "");
  CHECK(in("他说：“走吧”。") == "");
  CHECK(in("书上说“先浇水。后剪枝”。") == "");
  CHECK(in("他连问三个“为什么？”。") == "");
  CHECK(in("按钮改成“已浇水。”，不再是空的。") == "");
  CHECK(in("他说：“花开了。”“我们走吧。”") == "");
  CHECK(in("他说：“我读过《走吗？》这本书”。") == "");
  CHECK(in("他说：“有人喊‘走！’就都走了”。") == "");
}

TEST_CASE("P11: straight quotation marks", "[proof]") {
  CHECK(mended("一座叫\"老桥\"的石桥。") == "一座叫“老桥”的石桥。");
  CHECK(mended("一座叫“老桥\"的石桥。") == "一座叫“老桥”的石桥。");
  CHECK(mended("一座叫\"老桥”的石桥。") == "一座叫“老桥”的石桥。");
  CHECK(in("一座叫\"tea\"的石桥，宽5\"。") == "");
  CHECK(in("一座叫 \" 老桥 \" 的石桥。") == "");
  CHECK(in("一座叫\"老桥的石桥。") == "");
  CHECK(found({p({t("写作"), code({t("\"老桥\"")}), t("。")})}) == "");
  const Sample sample = document_of({p({t("一座叫\"老"), code({t("桥")}), t("桥\"的石桥。")})});
  REQUIRE(findings_in(sample).size() == 1);
  CHECK_FALSE(findings_in(sample).front().fix);  // it would write over the code
  CHECK(in_traditional("一座叫\"老橋\"的石橋。") == "P11");
}

}  // namespace
}  // namespace huozi::proof
