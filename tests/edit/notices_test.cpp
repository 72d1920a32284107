// Parts of documents quoted in full: title lines, salutation, signature; and verse.
#include <algorithm>

#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "字房每天早上七点开门，进门先洗手，取字用镊子，用完放回原格，收工时由值日的人清点。";

Block right(Block block) {
  block.info.attributes.values = {{"text-align", "right"}};
  return block;
}

size_t divisions(const Cleaned& result, std::string_view class_name) {
  return static_cast<size_t>(
      std::count_if(result.document.blocks.begin(), result.document.blocks.end(), [&](const Block& block) {
        return std::holds_alternative<document::Division>(block.content) && block.info.attributes.has_class(class_name);
      }));
}

TEST_CASE("the head of a document quoted in full") {
  const Cleaned result =
      cleaned({p(kParagraph), p("以下为通知全文："), centred(p("示例印刷厂")), centred(p("关于字房开放的通知")),
               centred(p("（2021年3月1日通过）")), p("各车间、各组："), p(kParagraph)});
  CHECK(result.outline() == std::string("p ") + kParagraph +
                                "\np 以下为通知全文：\ndivision\n  p 示例印刷厂\n  p 关于字房开放的通知\n"
                                "  p （2021年3月1日通过）\ndivision\n  p 各车间、各组：\np " +
                                kParagraph + "\n");
  CHECK(divisions(result, "title") == 1);
}

TEST_CASE("centred lines that are no title") {
  const Blocks blocks = GENERATE(
      Blocks{p(kParagraph), centred(p("海上升明月")), centred(p("天涯共此时")), p(kParagraph)},
      Blocks{p(kParagraph), centred(p("一行居中的字放在两段正文之间没有别的")), p("短句")},
      Blocks{p(kParagraph), centred(p("这一行居中的字后面还有话要说，")), centred(p("于是它不是标题而是一句话")),
             p(kParagraph)},
      Blocks{p(kParagraph), centred(p("两行居中的字下面什么也没有了")), centred(p("所以它们不会是一篇文件的标题"))});
  CHECK(divisions(cleaned(blocks), "title") == 0);
}

TEST_CASE("whom a document speaks to") {
  const char* const line = GENERATE("各区、县图书馆：", "尊敬的读者：", "亲爱的朋友们：");
  CHECK(divisions(cleaned({p(line), p(kParagraph)}), "salutation") == 1);
  CHECK(divisions(cleaned({p(kParagraph), p(line), p(kParagraph)}), "salutation") == 0);
}

TEST_CASE("a line that announces what follows is no salutation") {
  const char* const line = GENERATE("各馆要做到：", "各地的做法如下：", "各位师傅说：", "他说：");
  CHECK(divisions(cleaned({p(line), p(kParagraph)}), "salutation") == 0);
}

TEST_CASE("signatures at the end") {
  const Blocks lines =
      GENERATE(Blocks{p("示例印刷厂"), p("2021年3月1日")}, Blocks{p("林舟"), p("2021年3月1日于示例市")},
               Blocks{p("示例印刷厂2021年3月1日")}, Blocks{p("林 舟"), p("2021-03-01")}, Blocks{right(p("写于字房"))},
               Blocks{p("示例印刷厂"), p("2021年3月1日"), p("（编辑：陈桥）")},
               Blocks{p("示例印刷厂"), p("示例图书馆"), p("二〇二一年三月一日")});
  Blocks blocks = {p(kParagraph)};
  blocks.insert(blocks.end(), lines.begin(), lines.end());
  const Cleaned last = cleaned(blocks);
  CAPTURE(last.outline());
  CHECK(divisions(last, "signature") == 1);
  CHECK(last.outline().find(std::string("p ") + kParagraph + "\ndivision\n") == 0);
  blocks.push_back(h(2, "回信"));
  blocks.push_back(p(kParagraph));
  CHECK(divisions(cleaned(blocks), "signature") == 1);
}

TEST_CASE("last lines that are no signature") {
  const Blocks lines =
      GENERATE(Blocks{p("2021年3月1日")}, Blocks{centred(p("示例印刷厂")), centred(p("2021年3月1日"))},
               Blocks{p("谢谢各位读者")}, Blocks{p("他在2021年3月1日")}, Blocks{p("老厂的最后一天"), p("2021年3月1日")},
               Blocks{p("东厂 2019年3月1日"), p("西厂 2020年3月1日")}, Blocks{p("示例印刷厂"), p("2021年13月1日")},
               Blocks{p("示例印刷厂"), p("21.3.1")});
  Blocks blocks = {p(kParagraph)};
  blocks.insert(blocks.end(), lines.begin(), lines.end());
  const Cleaned result = cleaned(blocks);
  CAPTURE(result.outline());
  CHECK(divisions(result, "signature") == 0);
}

TEST_CASE("a signature in the middle of the text stays text") {
  const Cleaned result = cleaned({p(kParagraph), p("示例印刷厂"), p("2021年3月1日"), p(kParagraph)});
  CHECK(divisions(result, "signature") == 0);
}

TEST_CASE("lines of one metre are verse") {
  const Cleaned lines = cleaned({p(kParagraph), p("题旧书"), p("灯下翻开旧书页"), p("墨香还在纸间留"),
                                 p("一行一字皆辛苦"), p("排罢方知夜已秋"), p(kParagraph)});
  CHECK(divisions(lines, "verse") == 1);
  CHECK(lines.document.blocks.size() == 4);
  const Cleaned broken = cleaned({p({t("推门见古槐，落叶满空阶。"), br(), t("不扫阶前叶，留待故人来。"), br(),
                                     t("灯下无人语，书中有旧埃。"), br(), t("明朝重到此，花向短墙开。")}),
                                  p(kParagraph)});
  CHECK(divisions(broken, "verse") == 1);
}

TEST_CASE("short lines that are no verse stay as they are") {
  const Blocks lines = GENERATE(Blocks{p("第一排字间"), p("第二排字间"), p("第三排字间"), p("第四排字间")},
                                Blocks{p("东街一号"), p("西街二十号"), p("南街三号"), p("北街四十四号")},
                                Blocks{p("“走吧。”"), p("“好吧。”"), p("“等等。”"), p("“快点。”")},
                                Blocks{p("灯下翻开旧书页"), p("墨香还在纸间留"), p("一行一字皆辛苦")});
  Blocks blocks = {p(kParagraph)};
  blocks.insert(blocks.end(), lines.begin(), lines.end());
  CHECK(divisions(cleaned(blocks), "verse") == 0);
}

TEST_CASE("a poem's source is a note at its last line") {
  const Cleaned metred =
      cleaned({p("推门见古槐，"), p("落叶满空阶。"), p("不扫阶前叶，"), p("留待故人来。"), p("——林舟《旧园》")});
  CHECK(metred.outline().find("p 留待故人来。{p 林舟《旧园》}") != std::string::npos);
  const Cleaned free =
      cleaned({p("我从桥上走过"), p("风吹起衣角"), p("河水不说话"), p("只把云慢慢推远"), p("——林舟《过桥》")});
  const Cleaned stanzas = cleaned(
      {p({t("我从桥上走过"), br(), t("风吹起衣角")}), p({t("河水不说话"), br(), t("云慢慢走")}), p("——林舟《过桥》")});
  CHECK(stanzas.outline() == "quotation\n  p 我从桥上走过/风吹起衣角\n  p 河水不说话/云慢慢走{p 林舟《过桥》}\n");
  CHECK(free.outline() ==
        "quotation\n  p 我从桥上走过\n  p 风吹起衣角\n  p 河水不说话\n  p 只把云慢慢推远{p 林舟《过桥》}\n");
}

}  // namespace
}  // namespace huozi
