#include "proof/proofread.h"

#include "found.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;

using proof::found;
using proof::in;

TEST_CASE("half-width marks beside ideographs", "[proof]") {
  CHECK(in("茶叶,茶具。") == "P02");
  CHECK(in("种花的人来了, 带着水壶。") == "P02");
  CHECK(in("你喝茶吗?") == "P02");
  CHECK(in("石桥(旧称木桥)很长。") == "P02");
  CHECK(in("比分是3:2，共1,000人。") == "");
  CHECK(in("函数(x)与Tea, milk, 和糖。") == "");
  CHECK(in("见http://a.example/?q=茶 一页。") == "");
  CHECK(found({p({t("写作"), code({t("茶,具")}), t("。")})}) == "");
}

TEST_CASE("ellipses", "[proof]") {
  CHECK(in("他想了想...走了。") == "P03");
  CHECK(in("花谢了。。。") == "P03");
  CHECK(in("他说…然后走了。") == "P03");
  CHECK(in("他说……然后走了。") == "");
  CHECK(in("路径../图书馆与a...b。") == "");
  CHECK(in("目录………………") == "");
}

TEST_CASE("doubled marks and blanks before marks", "[proof]") {
  CHECK(in("茶，，花。") == "P09");
  CHECK(in("种了花。。种了树。") == "P09");
  CHECK(in("第一、，第二。") == "P09");
  CHECK(in("真好！！") == "");
  CHECK(in("标点“，。”不在行首。") == "");
  CHECK(in("标点，。；不在行首。") == "");
  CHECK(in("桥很长 。") == "P10");
  CHECK(in("桥很长\u00A0，水很深。") == "P10");
  CHECK(in("桥\u200B，水。") == "P10");
  CHECK(in("书名 作者") == "");
  CHECK(in("用 tea ，不用水。") == "");
  CHECK(in("标点如 ， 、 。 之类") == "");
}

TEST_CASE("numbers", "[proof]") {
  CHECK(in("2022年03月开馆。") == "N01");
  CHECK(in("2022年3月05日开馆。") == "N01");
  CHECK(in("二○二二年开馆。") == "N01");
  CHECK(in("二〇二二年3月10日开馆，编号二○一二三。") == "");
  CHECK(in("文件2022-03-05，第05号。") == "");
  CHECK(in("约三十人左右。") == "N02");
  CHECK(in("桥长约20米左右。") == "N02");
  CHECK(in("大约100公里左右。") == "N02");
  CHECK(in("节约300元左右，约二十人，左右都有树。") == "");
  CHECK(in("条约5份左右。") == "");
  CHECK(in("星期1闭馆。") == "N03");
  CHECK(in("他3心2意。") == "N03");
  CHECK(in("人来自5湖4海。") == "N03");
  CHECK(in("星期一闭馆，星期1-3开馆，星期10。") == "");
  CHECK(in("共２０本。") == "N04");
  CHECK(in("Ａ座与Ｂ座。") == "N04 N04");
  CHECK(in("编号ＡＢ１２。") == "N04");
  CHECK(in("A座、20本、（全角括号）。") == "");
}

TEST_CASE("characters that stand for none", "[proof]") {
  CHECK(in("图\xEF\xBF\xBD馆") == "C05");
  CHECK(in("图\xEE\x80\x80馆") == "C05");
  CHECK(in("图\xEE\x80\x80\xEE\x80\x81馆") == "C05");
  CHECK(in("图書馆𠮷①★") == "");
}

TEST_CASE("dates", "[proof]") {
  CHECK(in("2022年2月30日开馆。") == "S03");
  CHECK(in("13月5日开馆。") == "S03");
  CHECK(in("2023年2月29日开馆。") == "S03");
  CHECK(in("2022年3月1日（星期三）开馆。") == "S03");
  CHECK(in("2022年3月1日（星期二）开馆。") == "");
  CHECK(in("2024年2月29日与2月29日。") == "");
  CHECK(in("农历2月30日，每月5日。") == "");
  CHECK(in("3月1日星期三") == "");
}

TEST_CASE("what a fix writes", "[proof]") {
  using proof::fixed;
  CHECK(fixed("茶叶,茶具。") == ", -> ，");
  CHECK(fixed("石桥(旧称木桥)很长。") == "(旧称木桥) -> （旧称木桥）");
  CHECK(fixed("花谢了。。。") == "。。。 -> ……");
  CHECK(fixed("桥很长 。") == " 。 -> 。");
  CHECK(fixed("2022年03月开馆。") == "03月 -> 3月");
  CHECK(fixed("共２０本。") == "２０ -> 20");
  CHECK(fixed("约三十人左右。") == "none");
}

TEST_CASE("the language of an article, or else the book's", "[proof]") {
  const Sample sample = document_of({p({t("見《橋志》、《茶譜》。花,開了。")})});
  CHECK(proof::findings_in(sample).size() == 2);
  CHECK(proof::findings_in(sample, {{}, "zh-Hant"}).size() == 1);
  CHECK(proof::findings_in(sample, {{}, "en"}).empty());
  CHECK(found({p({t("花,開了。")})}, {}, "en") == "");
}

TEST_CASE("what is left alone, turned off or hushed", "[proof]") {
  CHECK(found({division("verse", {p({t("花,开了")})})}) == "");
  CHECK(found({p({t("花,开了...。")})}, {"P02"}) == "");
  CHECK(found({p({t("花,开，，了")})}, {"p02"}) == "P09");

  const Sample sample = document_of({p({t("C")}), p({t("花,开了")}), p({t("茶,好了")})});
  const source::SourceFile file(0, "a.md", sample.source);
  document::Audit audit;
  audit.entries.push_back({"parse.comment", {0, 0, 1}, "huozi-ignore P02", ""});
  // The comment's own line is the whole of this source.
  CHECK(proof::proofread({{&sample.document, &audit, &file}}, {}).front().empty());
  audit.entries.front().removed = "huozi-ignore P09";
  const proof::Findings findings = proof::proofread({{&sample.document, &audit, &file}}, {}).front();
  CHECK(findings.size() == 2);
  CHECK(file.slice(findings.front().span) == ",");
}

}  // namespace
}  // namespace huozi
