#include "document/walk.h"
#include "edit/cleaned.h"
#include "edit/credit.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "印刷厂的老师傅说，拣字要眼快手快，还要心静，一天下来能拣上万个字，很少出错。";

std::string credit_of(std::string_view caption) {
  const size_t begin = edit::credit_begin(caption);
  return begin == edit::kNoCredit ? "none" : std::string(caption.substr(begin));
}

TEST_CASE("where a credit begins") {
  CHECK(credit_of("读书节开幕。新华社记者 林舟/摄") == "新华社记者 林舟/摄");
  CHECK(credit_of("老厂房里的铅字架 本报记者 林舟 摄") == "本报记者 林舟 摄");
  CHECK(credit_of("铅字架（林舟 摄）") == "（林舟 摄）");
  CHECK(credit_of("图源：印刷博物馆") == "图源：印刷博物馆");
  CHECK(credit_of("字盘，图自博物馆网站") == "图自博物馆网站");
  CHECK(credit_of("字盘（照片来源：Museum）") == "（照片来源：Museum）");
  CHECK(credit_of("字盘（林舟摄）") == "（林舟摄）");
  CHECK(credit_of("字盤（圖片來源：Museum）") == "（圖片來源：Museum）");
  CHECK(credit_of("字盘。印刷博物馆供图") == "印刷博物馆供图");
  CHECK(credit_of("字盘 图/林舟") == "图/林舟");
  CHECK(credit_of("地图/海图") == "none");
  CHECK(credit_of("数据来源：印刷年鉴") == "none");
  CHECK(credit_of("他喜欢拍摄") == "none");
  CHECK(credit_of("摄") == "none");
  CHECK(credit_of("　/摄") == "none");
  CHECK(credit_of("记者摄") == "记者摄");
  CHECK(credit_of("") == "none");
}

TEST_CASE("a picture and the line under it are a figure") {
  const Cleaned result =
      cleaned({p({a("https://example.com/b", {img("b.jpg"), t(" ")})}),
               centred(p({span({t("老厂房里的铅字架 新华社记者 林舟 摄")}), t(" ")})), p(kParagraph)});
  CHECK(result.outline() ==
        std::string("figure 老厂房里的铅字架|新华社记者 林舟 摄\n  p [b.jpg]\np ") + kParagraph + "\n");
}

TEST_CASE("captions by class, by grey type, by alignment, by what they say") {
  const Block caption =
      GENERATE(with_class(p("铅字架"), "img-desc"), p({span({t("铅字架")}, {{"style", "color:#666666;"}})}),
               centred(p("铅字架")), p("（林舟漫画作品，有改动）"));
  const Cleaned result = cleaned({p({img("a.jpg")}), caption, p(kParagraph)});
  REQUIRE(result.document.blocks.size() == 2);
  CHECK_FALSE(std::get<document::Figure>(result.document.blocks[0].content).caption.empty());
}

TEST_CASE("text below a picture that is no caption stays text") {
  const Cleaned result = cleaned({p({img("a.jpg")}), p(kParagraph), p({img("b.jpg")}), centred(p({strong("第二节")})),
                                  p(kParagraph), p({img("c.jpg")}), p({img("d.jpg")}), p("（本文有删减）")});
  CHECK(result.outline() == std::string("figure |\n  p [a.jpg]\np ") + kParagraph +
                                "\nfigure |\n  p [b.jpg]\nh2 第二节\np " + kParagraph +
                                "\nfigure |\n  p [c.jpg]\nfigure |\n  p [d.jpg]\np （本文有删减）\n");
}

TEST_CASE("captions that say they belong to a picture") {
  const Block caption = GENERATE(p("图1 字架"), p("图为字架。"), p("▲老师傅在拣字。"), p("（林舟作品）"),
                                 p("字房平面图"), p("图二：字盘"));
  const Cleaned result = cleaned({p({img("a.jpg")}), caption, p(kParagraph)});
  CHECK(result.document.blocks.size() == 2);
}

TEST_CASE("lines below a picture that may be something else") {
  const Block line =
      GENERATE(p("字房的早晨"), p("1．先洗手"), p("图书馆在河边"), p("——林舟"), p("他走了。"), p("图一乐"));
  const Cleaned result = cleaned({p({img("a.jpg")}), line, p(kParagraph)});
  REQUIRE(result.document.blocks.size() == 3);
  CHECK(result.audit.decisions.at(0).confidence < 50);
}

TEST_CASE("picture and caption in one paragraph") {
  const Cleaned result = cleaned({p({img("a.jpg"), br(), t("字架 林舟 摄")}), p({img("b.jpg"), t(kParagraph)}),
                                  p({t("见图"), img("c.jpg"), t("林舟 摄")})});
  CHECK(result.outline() ==
        std::string("figure 字架|林舟 摄\n  p [a.jpg]\np [b.jpg]") + kParagraph + "\np 见图[c.jpg]林舟 摄\n");
}

TEST_CASE("a picture's title is its caption when nothing else is") {
  const Cleaned result = cleaned({p({img("a.jpg", "", "清晨的字房")}), p({img("b.jpg", "", "字架与字盘")}),
                                  p("图源：博物馆"), p({img("c.jpg", "", "IMG_01")})});
  CHECK(result.outline() ==
        "figure 清晨的字房|\n  p [a.jpg]\nfigure |图源：博物馆\n  p [b.jpg]\nfigure |\n  p [c.jpg]\n");
}

TEST_CASE("a list of pictures is a row of figures, a list that also holds words stays") {
  const Cleaned gallery = cleaned({list({{p({img("a.jpg")}), p("图源：甲")}, {p({img("b.jpg")})}}), p("图源：乙")});
  CHECK(gallery.outline() == "figure |图源：甲\n  p [a.jpg]\nfigure |图源：乙\n  p [b.jpg]\n");
  const Cleaned mixed = cleaned({list({{p("先拣字"), p({img("a.jpg")})}, {p({img("b.jpg")})}})});
  CHECK(mixed.outline() == "list\n  p 先拣字\n  figure |\n    p [a.jpg]\n  figure |\n    p [b.jpg]\n");
}

TEST_CASE("captions: off leaves pictures and lines alone") {
  edit::Options options;
  options.captions = false;
  CHECK(cleaned({p({img("a.jpg")}), p("图源：博物馆")}, options).outline() == "p [a.jpg]\np 图源：博物馆\n");
}

TEST_CASE("a marked figure's caption gives its credit too") {
  const Cleaned result =
      cleaned({figure({p({img("a.jpg")})}, {t("字盘。"), strong({t("林舟摄影。图源：博")}), t("物馆")})});
  CHECK(result.outline() == "figure 字盘。*林舟摄影。*|*图源：博*物馆\n  p [a.jpg]\n");
}

TEST_CASE("the head image stands once") {
  document::ArticleMetadata metadata;
  metadata.head_image = "h.jpg";
  const Cleaned twice = cleaned({p({img("h.jpg")}), p(kParagraph), p({img("h.jpg")}), p("图源：博物馆")}, {}, metadata);
  CHECK(twice.outline() == std::string("p ") + kParagraph + "\nfigure |图源：博物馆\n  p [h.jpg]\n");
  const Cleaned once = cleaned({p({img("h.jpg")}), p(kParagraph), p({img("x.jpg")}), p({img("x.jpg")})}, {}, metadata);
  CHECK(once.document.blocks.size() == 4);
}

TEST_CASE("texts of buttons are no alternative texts") {
  const Cleaned result = cleaned({p({img("a.jpg", "点击查看大图", "点击查看大图")}),
                                  p({img("b.jpg", "WX_2021.JPG", "铅字架")}), p({img("c.jpg", "一架铅字")})});
  std::string texts;
  document::for_each_inline(result.document.blocks, [&](const document::Inline& node) {
    if (const auto* image = std::get_if<document::Image>(&node.content))
      texts += image->alternative + image->title + ";";
  });
  CHECK(texts == ";铅字架;一架铅字;");
  CHECK(result.audit.entries.at(1).rule == "edit.image-text");
}

TEST_CASE("remote images without a local copy are reported once each") {
  const Blocks blocks = {p({img("https://example.com/a.jpg")}), p({img("https://example.com/a.jpg")}),
                         p({img("//example.com/b.jpg")}), p({img("images/c.jpg")})};
  CHECK(cleaned(blocks).reports("image.remote-missing") == 2);
  edit::Options options;
  options.has_local_copy = [](std::string_view url) { return url == "https://example.com/a.jpg"; };
  CHECK(cleaned(blocks, options).reports("image.remote-missing") == 1);
}

}  // namespace
}  // namespace huozi
