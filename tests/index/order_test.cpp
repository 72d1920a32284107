#include "index/order.h"

#include <algorithm>
#include <tuple>

#include "index/pinyin.h"
#include "support/catch.h"

using namespace huozi;
using document::IndexSort;
using index::Order;

namespace {

struct Heading {
  const char* words;
  const char* reading = "";
};

// "A:… B:…" in order.
std::string sorted(const Order& order, std::vector<Heading> headings) {
  struct Row {
    index::SortKey key;
    std::string words;
  };
  std::vector<Row> rows;
  for (const Heading& heading : headings) rows.push_back({order.key(heading.words, heading.reading), heading.words});
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.key.group, a.key.bytes) < std::tie(b.key.group, b.key.bytes);
  });
  std::string out, label;
  for (const Row& row : rows) {
    if (row.key.group_label != label) out += (out.empty() ? "" : " ") + row.key.group_label + ":";
    if (row.key.group_label == label) out += ",";
    label = row.key.group_label;
    out += row.words;
  }
  return out;
}

}  // namespace

TEST_CASE("headings by Pinyin stand under their letters", "[index]") {
  const Order order(IndexSort::pinyin, "zh-Hans");
  CHECK_FALSE(order.by_strokes());
  CHECK(sorted(order, {{"信访"}, {"人民"}, {"阿里山"}, {"北京"}, {"安全"}, {"信念"}}) ==
        "A:阿里山,安全 B:北京 R:人民 X:信访,信念");
}

TEST_CASE("Latin headings stand in their place, others at the end", "[index]") {
  const Order order(IndexSort::pinyin, "zh-Hans");
  CHECK(sorted(order, {{"比较"}, {"Beta"}, {"安全"}, {"AI"}, {"12345热线"}}) == "A:安全,AI B:比较,Beta 其他:12345热线");
}

TEST_CASE("a reading decides where a character has several", "[index]") {
  const Order order(IndexSort::pinyin, "zh-Hans");
  // ICU reads 长 as zhang; between 常 (cháng) and 城 (chéng) is the place of cháng zhēng.
  CHECK(sorted(order, {{"长征", "chang2 zheng1"}, {"产业"}, {"城市"}, {"昌盛"}, {"张家口"}}) ==
        "C:产业,昌盛,长征,城市 Z:张家口");
  CHECK(sorted(order, {{"长征", "cháng zhēng"}, {"产业"}, {"城市"}}) == "C:产业,长征,城市");
  CHECK(
      sorted(order, {{"重量", "zhong liang"}, {"中国"}, {"周边"}, {"重庆", "chong qing"}, {"冲突"}}).starts_with("C:"));
  CHECK(sorted(order, {{"银行", "yin hang"}, {"行业", "hang ye"}, {"行动", "xing dong"}, {"海洋"}}) ==
        "H:海洋,行业 X:行动 Y:银行");
  CHECK(order.key("行业", "hang ye").group_label == "H");
  CHECK(order.key("行动", "xing dong").group_label == "X");
  CHECK(order.key("重庆", "chong qing").group_label == "C");
  CHECK(order.key("重量", "zhong liang").group_label == "Z");
  CHECK(order.key("吕梁", "lv liang").group_label == "L");
}

TEST_CASE("readings that fit no heading are not followed", "[index]") {
  const Order order(IndexSort::pinyin, "zh-Hans");
  CHECK(order.understands("长征", "chang zheng"));
  CHECK(order.understands("长征", "chang"));
  CHECK(order.understands("绿色", "lü4 se4"));
  CHECK_FALSE(order.understands("长征", "chang zheng lu"));
  CHECK_FALSE(order.understands("长征", "xyz"));
  CHECK_FALSE(order.understands("长征", ""));
  CHECK(order.key("长征", "xyz").bytes == order.key("长征", "").bytes);
  const Order strokes(IndexSort::stroke, "zh-Hans");
  CHECK(strokes.understands("及", "3"));
  CHECK(strokes.understands("及", "ji"));
  CHECK(strokes.key("及", "ji").bytes == strokes.key("及", "").bytes);
  CHECK_FALSE(strokes.understands("及", "xyz"));
}

TEST_CASE("headings by strokes stand under their numbers", "[index]") {
  const Order order(IndexSort::stroke, "zh-Hans");
  CHECK(order.by_strokes());
  CHECK(sorted(order, {{"信访"}, {"人民"}, {"一心"}, {"国家"}, {"三农"}, {"编辑"}, {"AI"}, {"12345"}}) ==
        "一画:一心 二画:人民 三画:三农 八画:国家 九画:信访 十二画:编辑 西文:AI 其他:12345");
  CHECK(order.key("及时", "3").group_label == "三画");
  CHECK(order.key("龘", "").group_label.ends_with("画"));
}

TEST_CASE("Traditional Chinese goes by strokes unless told otherwise", "[index]") {
  const Order order(IndexSort::by_language, "zh-Hant");
  CHECK(order.by_strokes());
  CHECK(sorted(order, {{"國家"}, {"一心"}, {"發展"}}) == "一畫:一心 十一畫:國家 十二畫:發展");
  CHECK_FALSE(Order(IndexSort::pinyin, "zh-Hant").by_strokes());
  CHECK_FALSE(Order(IndexSort::by_language, "zh-Hans").by_strokes());
}

TEST_CASE("readings are written in several ways", "[index]") {
  using List = std::vector<std::string>;
  CHECK(index::syllables_of("chang zheng") == List{"chang", "zheng"});
  CHECK(index::syllables_of("chang-zheng") == List{"chang", "zheng"});
  CHECK(index::syllables_of("chang2zheng1") == List{"chang2", "zheng1"});
  CHECK(index::syllables_of("Cháng zhēng") == List{"chang2", "zheng1"});
  CHECK(index::syllables_of("lǜ lü4 de5") == List{"lv4", "lv4", "de"});
  CHECK(index::syllables_of("xī'ān") == List{"xi1", "an1"});
  CHECK(index::syllables_of("12 。").empty());
}

TEST_CASE("equal headings are told apart by their code points, always alike", "[index]") {
  const Order order(IndexSort::pinyin, "zh-Hans");
  CHECK(order.key("a", "").bytes != order.key("ａ", "").bytes);
  CHECK(order.key("信访", "").bytes == Order(IndexSort::pinyin, "zh-Hans").key("信访", "").bytes);
}
