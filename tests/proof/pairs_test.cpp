#include "found.h"

namespace huozi::proof {
namespace {

using namespace test;

std::string over(std::vector<const char*> paragraphs) {
  document::Blocks blocks;
  for (const char* each : paragraphs) blocks.push_back(p({t(each)}));
  return found(std::move(blocks));
}

TEST_CASE("P01: halves of pairs", "[proof]") {
  CHECK(in("园丁说：“先浇水，后剪枝。") == "P01");
  CHECK(in("园丁说：先浇水，后剪枝。”他笑了。") == "P01");
  CHECK(in("石桥（旧称木桥横跨小河。") == "P01");
  CHECK(in("石桥旧称木桥）横跨小河。") == "P01");
  CHECK(in("他在《种花手册里读到这一句。") == "P01");
  CHECK(in("【通知今天闭馆，明天开馆。") == "P01");
  CHECK(in("一座叫“老桥“的石桥") == "P01");
  CHECK(in("那里有”老桥”两个字。") == "P01");
  CHECK(in("这叫‘一芽一叶，最是鲜嫩。") == "P01");
  CHECK(in("园丁说：“先浇水，后剪枝。”石桥（旧称木桥）见《桥志》〔卷三〕。") == "");
  CHECK(in("他说：“书上写着‘先浇水’，我信。”") == "");
}

TEST_CASE("P01: a bracket closed in the other width", "[proof]") {
  CHECK(mended("石桥（旧称木桥)横跨小河。") == "石桥（旧称木桥）横跨小河。");
  CHECK(mended("石桥(旧称木桥）横跨小河。") == "石桥（旧称木桥）横跨小河。");
  CHECK(in("石桥（旧称(old)木桥）横跨小河。") == "");
}

TEST_CASE("P01: what is no half", "[proof]") {
  CHECK(in("1）浇水；2）剪枝；3）施肥。") == "");
  CHECK(in("步骤：a）浇水。b）剪枝。") == "");
  CHECK(in("一）浇水") == "");
  CHECK(in("做法（包括：1）浇水；2）剪枝）如下。") == "");
  CHECK(in("见（表1、2）和（图一）。") == "");
  CHECK(in("花开了（笑") == "");
  CHECK(in("花开了：）真好") == "");
  CHECK(in("花开了；（真可惜啊真可惜") != "");
  CHECK(in("首页》栽培》茶树") == "");
  CHECK(in("查看更多》") == "");
  CHECK(in("下一页》》再下一页") == "");
  CHECK(in("标点“（”用在这里，“》”用在那里。") == "");
  CHECK(in("标点（“（”是左半）都在。") == "");
  CHECK(in("行首不用：！），．：；？］”，也不用别的。") == "");
  CHECK(in("5.5”的屏幕与30’的镜头") == "");
  CHECK(in("Xi’an的茶与the gardeners’ tea") == "");
  CHECK(in("那年是’98年") == "");
  // Which straight mark belongs to which curved one is another rule's question.
  CHECK(in("他说：\"走吧”与“不走") == "");
}

TEST_CASE("P01: quotations of several paragraphs", "[proof]") {
  CHECK(over({"信里写道：", "“先浇水，后剪枝。", "“再施肥。", "“最后等花开。”"}) == "");
  CHECK(over({"信里写道：“先浇水。", "再施肥。", "最后等花开。”"}) == "");
  CHECK(over({"（说明：先浇水。", "最后等花开。）"}) == "");
  CHECK(over({"信里写道：“先浇水。", "再施肥。", "最后等花开。"}) == "P01");
  CHECK(over({"信里写道：先浇水。", "最后等花开。”"}) == "P01");
  CHECK(over({"这叫“老桥“的石桥", "最后等花开。”"}) == "P01 P01");
}

TEST_CASE("P01: a quotation may run into verse", "[proof]") {
  CHECK(found({p({t("他念道：“园里有诗：")}), division("verse", {p({t("花开了”")})})}) == "");
  CHECK(found({division("verse", {p({t("“花开了")})}), p({t("他念完了诗。”")})}) == "");
}

TEST_CASE("P01: verse between the halves", "[proof]") {
  const auto verse = [] { return division("verse", {p({t("花开了”")})}); };
  CHECK(found({p({t("他念道：“园里有诗。")}), p({t("诗是这样的。")}), verse()}) == "");
}

TEST_CASE("P08: marks within marks of their kind", "[proof]") {
  CHECK(mended("他说：“书上写着“先浇水”，我信。”") == "他说：“书上写着‘先浇水’，我信。”");
  CHECK(mended("见《关于印发《种花办法》的通知》。") == "见《关于印发〈种花办法〉的通知》。");
  CHECK(in("河边有桥（石桥（旧称木桥）两座）。") == "P08");
  CHECK(in("他说：“书上写着‘先浇“足”水’，我信。”") == "");
  CHECK(in("见《关于印发〈种花办法〉的通知》和《桥志》。") == "");
  CHECK(in("按办法（第十条第（三）项）办理。") == "");
  CHECK(in("算式（a（b＋c））不变。") == "");
  CHECK(in("“老桥”与“新桥”") == "");
  CHECK(in_traditional("他說：「書上寫著「先澆水」，我信。」") == "P08");
  CHECK(in_traditional("他說：「書上寫著『先澆水』，我信。」") == "");
}

}  // namespace
}  // namespace huozi::proof
