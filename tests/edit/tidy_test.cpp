#include <algorithm>

#include "document/walk.h"
#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "铅字用久了会磨损，笔画发虚，老师傅一眼就能看出哪个字该换了。";

TEST_CASE("paragraphs of nothing go, blanks at the edges go") {
  const Cleaned result = cleaned({p(""), p({t("　　"), strong({t(" 铅字： ")}), br(), t("\u00a0")}),
                                  p({span({t(" ")})}), quote({p(" "), p(kParagraph)})});
  CHECK(result.outline() == std::string("p *铅字：*\nquotation\n  p ") + kParagraph + "\n");
}

TEST_CASE("what was split over equal tags is joined, what differs is not") {
  const Cleaned result =
      cleaned({p({t("用"), strong("铅"), strong({strong("字")}), a("x", "甲"), a("y", "乙"), t("排版")})});
  CHECK(result.outline() == "p 用*铅*字**甲乙排版\n");
  const auto& nodes = std::get<document::Paragraph>(result.document.blocks.at(0).content).children;
  CHECK(nodes.size() == 5);
}

TEST_CASE("two names side by side stay two") {
  Block block = p({span({t("张三")}), span({t("李四")})});
  Inlines& names = std::get<document::Paragraph>(block.content).children;
  for (Inline& name : names) name.info.attributes.classes = {"book-name"};
  const Cleaned result = cleaned({block, p(kParagraph)});
  CHECK(std::get<document::Paragraph>(result.document.blocks.at(0).content).children.size() == 2);
}

TEST_CASE("a link's target that shows nothing stays") {
  Block block = p({span({}), t("甲")});
  std::get<document::Paragraph>(block.content).children[0].info.attributes.id = "a";
  const Cleaned result = cleaned({block, p(kParagraph)});
  CHECK(std::get<document::Paragraph>(result.document.blocks.at(0).content).children.size() == 2);
}

TEST_CASE("marks without words stay, alone and where blanks are cut") {
  Block index = p({span({}, {{"entry", "甲"}})});
  std::get<document::Paragraph>(index.content).children[0].info.attributes.classes = {"index"};
  Block page = p({t("见第"), a("#x", Words{}), t("页　")});
  std::get<document::Paragraph>(page.content).children[1].info.attributes.classes = {"page"};
  const Cleaned result = cleaned({index, page, p(kParagraph)});
  REQUIRE(result.document.blocks.size() == 3);
  CHECK(std::get<document::Paragraph>(result.document.blocks.at(0).content).children.size() == 1);
  CHECK(std::get<document::Paragraph>(result.document.blocks.at(1).content).children.size() == 3);
}

TEST_CASE("noise goes, with a note and an audit entry") {
  edit::Options options;
  options.noise = {"责任编辑", "点击查看", "扫一扫"};
  const Cleaned result = cleaned(
      {p("点击查看更多"), p(kParagraph), p("（责任编辑：林舟）"), p("扫一扫 关注我们"),
       p("扫一扫地，擦一擦桌子，屋里就干净了。"), list({{p("点击查看")}, {p("铅字")}}), p({img("a.jpg"), t("扫一扫")})},
      options);
  CHECK(result.outline() ==
        std::string("p ") + kParagraph + "\np 扫一扫地，擦一擦桌子，屋里就干净了。\nlist\n  p 铅字\np [a.jpg]扫一扫\n");
  CHECK(result.reports("noise.removed") == 4);
  CHECK(result.audit.entries.at(0).removed == "点击查看更多");
}

TEST_CASE("long paragraphs are never noise") {
  edit::Options options;
  options.noise = {"铅字"};
  CHECK(cleaned({p("铅字用久了会磨损，笔画发虚，老师傅一眼就能看出哪个字该换了，换下来的旧字回炉重铸，再排新书")},
                options)
            .document.blocks.size() == 1);
}

TEST_CASE("cleaning twice changes nothing more") {
  Cleaned result = cleaned({p({img("a.jpg")}), p("图源：博物馆"), p({strong("一、甲")}), p(kParagraph),
                            p("——2021年4月23日，在读书节上的讲话"), p("他说\"走\"了。")});
  const std::string once = result.outline();
  document::Audit audit;
  edit::clean(result.document, {}, result.diagnostics, audit);
  CHECK(result.outline() == once);
  CHECK(audit.entries.empty());
}

TEST_CASE("made nodes have ids of their own") {
  const Cleaned result =
      cleaned({p({img("a.jpg")}), p("字盘。图源：博物馆"), p(kParagraph), p("——2021年4月23日，在读书节上的讲话")});
  std::vector<document::NodeId> ids;
  const auto add = [&](const auto& node) { ids.push_back(node.info.id); };
  document::walk(result.document.blocks, document::Notes::enter, add, add);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(ids.back().ordinal < result.document.next_ordinal);
}

}  // namespace
}  // namespace huozi
