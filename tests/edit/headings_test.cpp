#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph =
    "活字印刷把整块雕版拆成一个一个的字，排好一页，印完再拆，同一副字可以反复使用，省去了重新刻板的工夫。";

TEST_CASE("a short line between paragraphs becomes a heading") {
  const Cleaned result = cleaned({p(kParagraph), p("从雕版到活字，一次省工的改进"), p(kParagraph), p(kParagraph)});
  CHECK(result.outline() == std::string("p ") + kParagraph + "\nh2 从雕版到活字，一次省工的改进\np " + kParagraph +
                                "\np " + kParagraph + "\n");
}

TEST_CASE("lines that only look short stay paragraphs") {
  const char* const line = GENERATE("他点了点头。", "排字工人说：", "这是为什么？", "一，", "2022年5月7日",
                                    "（本文有删减）", "“好字”", "本报记者 王小明", "21．微写作（10分）",
                                    "（1）选一个题目", "ABC 2022", "——铅字的排法", "印刷厂编辑部 2022年3月1日",
                                    "此行很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长");
  const Cleaned result = cleaned({p(kParagraph), p(line), p(kParagraph)});
  CHECK(result.outline() == std::string("p ") + kParagraph + "\np " + line + "\np " + kParagraph + "\n");
}

TEST_CASE("verse is not headings") {
  const Cleaned result = cleaned({p(kParagraph), p("题旧书"), p("灯下翻开旧书页"), p("墨香还在纸间留"),
                                  p("一行一字皆辛苦"), p("排罢方知夜已秋"), p(kParagraph)});
  CHECK(result.outline().find("h2") == std::string::npos);
}

TEST_CASE("two plain lines on top of each other are not headings") {
  const Cleaned result =
      cleaned({p(kParagraph), centred(p("稳步推进图书馆开放")), centred(p("全市图书馆工作会议召开")), p(kParagraph)});
  CHECK(result.outline().find("h2") == std::string::npos);
}

TEST_CASE("the first and the last line are not headings") {
  const Cleaned result = cleaned({p("印刷史话"), p(kParagraph), p("谢谢各位读者")});
  CHECK(result.outline().find("h2") == std::string::npos);
}

TEST_CASE("bold lines are headings, with levels by their numbers") {
  const Cleaned result =
      cleaned({centred(p({strong("图书馆开放办法")})), p(kParagraph), p({strong("一、总则"), t(" ")}),
               p({strong("（一）目的")}), p(kParagraph), p({strong("1．范围")}), p(kParagraph),
               p({strong("（二）原则")}), p(kParagraph), p({strong("二、附则")}), p(kParagraph)});
  std::string headings;
  for (const auto& block : result.document.blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.content))
      headings += std::to_string(heading->level);
  }
  CHECK(headings == "234543");
  CHECK(result.outline().find("h3 一、总则\n") != std::string::npos);
  CHECK(result.reports("heading.skipped-level") == 0);
}

TEST_CASE("unnumbered bold lines share one level") {
  const Cleaned result = cleaned({p(kParagraph), p({strong("一、旧法")}), p(kParagraph), p({strong("二、新法")}),
                                  p(kParagraph), p({strong("结语")}), p(kParagraph)});
  CHECK(result.outline().find("h2 一、旧法") != std::string::npos);
  CHECK(result.outline().find("h2 结语") != std::string::npos);
}

TEST_CASE("a bold word split over two tags is one") {
  const Cleaned result = cleaned({p(kParagraph), p({strong("甲种字"), strong("模")}), p(kParagraph)});
  CHECK(result.outline().find("h2 甲种字模\n") != std::string::npos);
}

TEST_CASE("a bold lead-in, a bold label and a bold sentence are not headings") {
  const Cleaned result =
      cleaned({p({strong("排字。"), t("排字工人按稿取字，一手托盘，一手拣字，快的一小时能拣一千多个。")}),
               p({strong("以下为全文：")}), p({strong("印完以后要把铅字放回原来的格子。")}), p(kParagraph)});
  CHECK(result.outline().find("h2") == std::string::npos);
}

TEST_CASE("bold lines with nothing below them are not headings") {
  const Cleaned result = cleaned({p(kParagraph), p({strong("印刷厂")}), p({strong("编辑部")})});
  CHECK(result.outline().find("h2") == std::string::npos);
}

TEST_CASE("marked headings: levels close up under the title, skips are reported") {
  const Cleaned result =
      cleaned({h(3, "甲"), p(kParagraph), h(1, "乙"), h(4, "丙"), p(kParagraph), h(2, "丁"), p("短行"), p(kParagraph)});
  CHECK(result.outline() == std::string("h2 甲\np ") + kParagraph + "\nh2 乙\nh3 丙\np " + kParagraph +
                                "\nh3 丁\np 短行\np " + kParagraph + "\n");
  CHECK(result.reports("heading.skipped-level") == 1);
}

TEST_CASE("an article that marks its headings keeps its plain short lines") {
  const Cleaned result = cleaned({h(2, "甲"), p(kParagraph), p("一行短句"), p(kParagraph)});
  CHECK(result.outline().find("p 一行短句") != std::string::npos);
}

TEST_CASE("bold lines stand below the marked heading above them") {
  const Cleaned result =
      cleaned({h(2, "甲"), p(kParagraph), p({strong("其一")}), p(kParagraph), h(2, "乙"), p(kParagraph)});
  CHECK(result.outline().find("h3 其一") != std::string::npos);
}

TEST_CASE("headings: as-is and listed") {
  const Blocks blocks = {p(kParagraph), p("从雕版到活字"), p(kParagraph), p({strong("铅字时代")}), p(kParagraph)};
  edit::Options options;
  options.headings = edit::Headings::as_is;
  CHECK(cleaned(blocks, options).outline().find("h2") == std::string::npos);

  options.headings = edit::Headings::listed;
  options.heading_lines = {"铅字时代 ", "没有这一行"};
  const Cleaned listed = cleaned(blocks, options);
  CHECK(listed.outline().find("h2 铅字时代") != std::string::npos);
  CHECK(listed.outline().find("p 从雕版到活字") != std::string::npos);
  CHECK(listed.reports("heading.not-found") == 1);
}

TEST_CASE("a division's lines are headings of the article, save in verse and signatures") {
  const Blocks lines = {p(kParagraph), p({strong("字架")}), p(kParagraph)};
  CHECK(cleaned({division("box", lines)}).outline().find("h2 字架") != std::string::npos);
  CHECK(cleaned({division("verse", lines)}).outline().find("h2") == std::string::npos);
  CHECK(cleaned({quote(lines)}).outline().find("h2") == std::string::npos);
}

TEST_CASE("a heading keeps the classes of the words in it") {
  Inline marked = span("字架");
  marked.info.attributes.classes = {"index"};
  const Cleaned result = cleaned({p(kParagraph), p({strong({marked, t("与排版")})}), p(kParagraph)});
  const auto& heading = std::get<document::Heading>(result.document.blocks.at(1).content);
  CHECK(heading.children.at(0).info.attributes.has_class("index"));
}

// The confidence of the one decision on a heading.
int confidence_of(const Cleaned& result, std::string_view rule) {
  int found = -1;
  for (const document::Decision& decision : result.audit.decisions) {
    if (decision.rule != rule) continue;
    CHECK(found == -1);
    found = decision.confidence;
  }
  return found;
}

TEST_CASE("a heading out of its sequence is less certain") {
  const auto second = [](const char* number) {
    const Cleaned result = cleaned({p(kParagraph), p("一、旧法"), p(kParagraph), p(number), p(kParagraph)});
    CHECK(result.outline().find(std::string("h2 ") + number) != std::string::npos);
    return result.audit.decisions.back().confidence;
  };
  CHECK(second("二、新法") > second("五、新法"));
}

TEST_CASE("what is refused is refused with a reason") {
  CHECK(confidence_of(cleaned({p({strong("排字。"), t(kParagraph)})}), "heading.lead-in") < 50);
  CHECK(confidence_of(cleaned({p({strong("以下为全文：")}), p(kParagraph)}), "heading.bold") < 50);
  CHECK(confidence_of(cleaned({p(kParagraph), p("一是改进排字法"), p(kParagraph)}), "heading.plain") < 50);
  CHECK(confidence_of(cleaned({p(kParagraph), p("首先要有好字"), p(kParagraph)}), "heading.plain") < 50);
  CHECK(confidence_of(cleaned({p(kParagraph), p("第二，要有好纸"), p(kParagraph)}), "heading.plain") < 50);
  CHECK(confidence_of(cleaned({p({strong("示例网：您用什么字？")}), p(kParagraph)}), "heading.bold") < 50);
  CHECK(confidence_of(cleaned({p("（二）排字的规矩。"), p(kParagraph)}), "heading.number") < 50);
}

TEST_CASE("in dialogue a short line by itself is no heading") {
  const Blocks story = {p(kParagraph), p("“走吗？”"), p("“走。”"),  p("他站了起来。"),
                        p(kParagraph), p("三年以前"), p(kParagraph)};
  CHECK(cleaned(story).outline().find("h2") == std::string::npos);
  Blocks numbered = story;
  numbered[5] = p("二、三年以前");
  CHECK(cleaned(numbered).outline().find("h2 二、三年以前") != std::string::npos);
}

TEST_CASE("plain lines from 1 on with text under each are headings, two of them are not") {
  const Blocks two = {p("1、拣字"), p(kParagraph), p("2、排版"), p(kParagraph)};
  CHECK(cleaned(two).outline().find("h2") == std::string::npos);
  Blocks three = two;
  three.push_back(p("3．印刷"));
  three.push_back(p(kParagraph));
  CHECK(cleaned(three).outline().find("h2 1、拣字") != std::string::npos);
  three[0] = p("1、拣字（20分）");
  CHECK(cleaned(three).outline().find("h2") == std::string::npos);
}

TEST_CASE("titles on the first lines of paragraphs") {
  const auto under = [](const char* number, const char* title) {
    return p({t(number), br(), t(title), br(), t(kParagraph)});
  };
  const Cleaned numbered = cleaned({p(kParagraph), under("01", "拣字"), under("02", "Printing?")});
  CHECK(numbered.outline() ==
        std::string("p ") + kParagraph + "\nh2 01 拣字\np " + kParagraph + "\nh2 02 Printing?\np " + kParagraph + "\n");
  CHECK(cleaned({under("01", "拣字")}).outline().find("h2") == std::string::npos);
  CHECK(cleaned({under("02", "拣字"), under("03", "排版")}).outline().find("h2") == std::string::npos);
  CHECK(cleaned({h(2, "甲"), under("01", "拣字"), under("02", "排版")}).outline().find("h2 01") == std::string::npos);

  const auto bold = [](const char* title) { return p({strong(title), br(), t(kParagraph)}); };
  CHECK(cleaned({bold("拣字"), bold("排版")}).outline() ==
        std::string("h2 拣字\np ") + kParagraph + "\nh2 排版\np " + kParagraph + "\n");
  CHECK(cleaned({bold("拣字"), bold("注意：")}).outline().find("h2") == std::string::npos);
}

TEST_CASE("a title split off a paragraph keeps its id") {
  Block block = p({strong("拣字"), br(), t(kParagraph)});
  block.info.attributes.id = "a";
  const Cleaned result = cleaned({block, p({strong("排版"), br(), t(kParagraph)})});
  CHECK(result.document.blocks.at(0).info.attributes.id == "a");
  CHECK(result.document.blocks.at(1).info.attributes.id.empty());
}

TEST_CASE("a heading said twice is said once") {
  CHECK(cleaned({h(2, {t("更新"), strong("更新")}), p(kParagraph)}).outline() ==
        std::string("h2 更新\np ") + kParagraph + "\n");
  CHECK(cleaned({h(2, {strong("更新"), t("更新")})}).outline() == "h2 更新\n");
  CHECK(cleaned({h(2, {t("更新"), strong("新")})}).outline() == "h2 更新*新*\n");
  CHECK(cleaned({h(2, {t("更新"), strong({t("更新"), note({p("注")})})})}).outline() == "h2 更新*更新{p 注}*\n");
}

TEST_CASE("printed numbers of exam questions stay") {
  const Cleaned result = cleaned({p({strong("甲卷")}), p({strong("题"), strong("目：")}),
                                  p("22．阅读下面的材料，根据要求写作。（60分）"), p(kParagraph), p({strong("乙卷")}),
                                  p("21．微写作（10分）"), p("从下面三个题目中任选一题，按要求作答。不超过150字。"),
                                  p("（1）请你为读书会写一则启事。要求：语言简练，有吸引力。")});
  CHECK(result.outline() ==
        std::string("h2 甲卷\np *题目：*\np 22．阅读下面的材料，根据要求写作。（60分）\np ") + kParagraph +
            "\nh2 乙卷\np 21．微写作（10分）\np 从下面三个题目中任选一题，按要求作答。不超过150字。\n"
            "p （1）请你为读书会写一则启事。要求：语言简练，有吸引力。\n");
}

TEST_CASE("long runs of short lines and of bold lines are read in reasonable time") {
  Blocks blocks;
  for (int i = 0; i < 20000; ++i) blocks.push_back(i % 2 == 0 ? p({strong("一、甲乙")}) : p("短行"));
  for (int i = 0; i < 20000; ++i) blocks.push_back(p({strong("丙丁")}));
  CHECK(cleaned(std::move(blocks)).document.blocks.size() == 40000);
}

}  // namespace
}  // namespace huozi
