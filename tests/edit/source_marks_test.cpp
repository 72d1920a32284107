#include <algorithm>

#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

Cleaned with_title(std::string title, bool from_front_matter = true) {
  document::ArticleMetadata metadata;
  metadata.title = std::move(title);
  if (from_front_matter) metadata.title_span = {0, 0, 0};
  return cleaned({p("茶要热着喝。")}, {}, metadata);
}

TEST_CASE("a title with _ for what file names cannot hold is told, with what it may have been") {
  const auto proposed = [](const char* title) {
    const Cleaned result = with_title(title);
    CHECK(result.document.metadata.title == title);
    return result.reports("article.title") == 0 ? "-" : result.diagnostics.items().front().arguments.at(1);
  };
  CHECK(proposed("谈_修旧如旧_与_新_") == "谈“修旧如旧”与“新”");
  CHECK(proposed("_Draft_ 修桥记") == "“Draft” 修桥记");
  CHECK(proposed("谁来修桥_") == "谁来修桥？");
  CHECK(proposed("修桥记_老师傅的话") == "修桥记：老师傅的话");
  for (const char* name : {"说说 snake_case 这种写法", "说说 __init__ 的写法", "_old 和 _new 的区别",
                           "_init_ explained", "修桥记", "_", ""}) {
    CHECK(proposed(name) == "-");
  }
  CHECK(with_title("谈_修旧如旧_", false).reports("article.title") == 0);
}

TEST_CASE("marks that a text is not whole are told and kept") {
  const Cleaned result =
      cleaned({p("拱桥的石头不用灰浆。（本文有删减）"), p("节选自《桥记》，全书三卷。"), p("（书评见下页）"),
               p("文末常写“（节选）”二字。"), p("阅读全文"), p("阅读全文的人都说好。")});
  CHECK(result.reports("article.not-whole") == 2);
  CHECK(result.outline().find("（本文有删减）") != std::string::npos);
  CHECK(result.outline().find("阅读全文\n") != std::string::npos);
}

TEST_CASE("parts of the web page go into the audit word by word") {
  const Cleaned result = cleaned({p("修剪月季要在芽点上方斜着下刀，刀口要平，不能撕皮。"),
                                  division("recommend_bottom", {p({t("推荐"), a("https://a.org", "怎样浇水")}),
                                                                list({{p({img("a.jpg", "水")})}})}),
                                  with_class(p("广告"), "adsbygoogle"), division("box", {p("留下的方框")})});
  CHECK(result.outline() == "p 修剪月季要在芽点上方斜着下刀，刀口要平，不能撕皮。\ndivision\n  p 留下的方框\n");
}

TEST_CASE("a class of page parts round most of the article means nothing") {
  const Cleaned result = cleaned({division("article_bottom", {p("修剪月季要在芽点上方斜着下刀。")}), p("短行")});
  CHECK(result.outline().find("修剪月季") != std::string::npos);
  REQUIRE_FALSE(result.audit.decisions.empty());
  CHECK(result.audit.decisions[0].rule == "page-part");
  CHECK(result.audit.decisions[0].confidence < 50);
}

TEST_CASE("marked headings: bold type goes, words said twice are told") {
  const Cleaned result =
      cleaned({h(2, {strong("项目地址")}), p("茶要热着喝。"), h(2, {t("更新内容"), strong("更新内容")}),
               p("茶要热着喝。"), h(2, "往往"), h(2, "改动 改动"), h(2, "2 2"), h(2, {t("甲"), strong("乙")})});
  CHECK(result.outline().starts_with("h2 项目地址\n"));
  CHECK(result.outline().find("h2 更新内容\n") != std::string::npos);  // the bold copy went
  CHECK(result.outline().ends_with("h2 甲*乙*\n"));
  CHECK(result.reports("heading.said-twice") == 1);
}

}  // namespace
}  // namespace huozi
