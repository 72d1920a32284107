#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;
using style::Cascade;
using style::Medium;

namespace {

std::string text(std::string_view name, int64_t value, const std::string& sheet = "") {
  return Cascade(test::read_sheet(sheet).sheet, Medium::print).counter_text(name, value);
}

}  // namespace

TEST_CASE("predefined counter styles") {
  CHECK(text("decimal", -12) == "-12");
  CHECK(text("lower-roman", 1994) == "mcmxciv");
  CHECK(text("upper-roman", 4) == "IV");
  CHECK(text("lower-roman", 4000) == "4000");
  CHECK(text("lower-roman", 0) == "0");
  CHECK(text("lower-alpha", 26) == "z");
  CHECK(text("lower-alpha", 27) == "aa");
  CHECK(text("upper-latin", 703) == "AAA");
  CHECK(text("lower-alpha", 0) == "0");
  CHECK(text("cjk-decimal", 1024) == "一〇二四");
  CHECK(text("cjk-heavenly-stem", 3) == "丙");
  CHECK(text("cjk-heavenly-stem", 11) == "一一");
  CHECK(text("disc", 7) == "•");
  CHECK(text("none", 7).empty());
  CHECK(text("unheard-of", 7) == "7");
}

TEST_CASE("circled digits up to fifty, then digits") {
  CHECK(text("circled-decimal", 1) == "①");
  CHECK(text("circled-decimal", 20) == "⑳");
  CHECK(text("circled-decimal", 21) == "㉑");
  CHECK(text("circled-decimal", 35) == "㉟");
  CHECK(text("circled-decimal", 36) == "㊱");
  CHECK(text("circled-decimal", 50) == "㊿");
  CHECK(text("circled-decimal", 51) == "51");
}

TEST_CASE("informal Chinese numbers") {
  CHECK(text("simp-chinese-informal", 0) == "零");
  CHECK(text("simp-chinese-informal", 10) == "十");
  CHECK(text("simp-chinese-informal", 12) == "十二");
  CHECK(text("simp-chinese-informal", 20) == "二十");
  CHECK(text("simp-chinese-informal", 101) == "一百零一");
  CHECK(text("simp-chinese-informal", 111) == "一百一十一");
  CHECK(text("simp-chinese-informal", 120) == "一百二十");
  CHECK(text("simp-chinese-informal", 1001) == "一千零一");
  CHECK(text("simp-chinese-informal", 1010) == "一千零一十");
  CHECK(text("simp-chinese-informal", 9999) == "九千九百九十九");
  CHECK(text("simp-chinese-informal", -5) == "负五");
  CHECK(text("trad-chinese-informal", -5) == "負五");
  CHECK(text("simp-chinese-informal", 10000) == "一〇〇〇〇");
}

TEST_CASE("the sheet's own counter styles") {
  CHECK(text("box", 2, "@counter-style box { symbols: '■' '□' }") == "□");
  CHECK(text("box", 3, "@counter-style box { symbols: '■' '□' }") == "■■");
  CHECK(text("box", 5, "@counter-style box { system: cyclic; symbols: A B }") == "A");
  CHECK(text("box", 5, "@counter-style box { system: fixed 4; symbols: A B }") == "B");
  CHECK(text("box", 5, "@counter-style box { system: numeric; symbols: 〇 丨 }") == "丨〇丨");
  CHECK(text("box", -5, "@counter-style box { system: numeric; symbols: a b; negative: '－' }") == "－bab");
  CHECK(text("box", 7, "@counter-style box { system: additive; additive-symbols: 1 I, 5 V }") == "VII");
  CHECK(text("box", 4, "@counter-style box { system: extends lower-roman; range: 1 3; fallback: circled-decimal }") ==
        "④");
  CHECK(text("disc", 4, "@counter-style disc { system: cyclic; symbols: '※' }") == "※");
}

TEST_CASE("circles and enormous markers end in digits") {
  CHECK(text("a", 4, "@counter-style a { system: extends b } @counter-style b { system: extends a }") == "4");
  CHECK(text("a", 4,
             "@counter-style a { symbols: x; range: 1 1; fallback: b }"
             "@counter-style b { symbols: y; range: 1 1; fallback: a }") == "4");
  CHECK(text("a", 1'000'000, "@counter-style a { symbols: x }") == "1000000");
  CHECK(text("lower-alpha", INT64_MAX).size() < 20);
  CHECK(text("cjk-decimal", INT64_MIN).size() < 60);
}

TEST_CASE("markers have the style's prefix and suffix") {
  const Cascade cascade(
      test::read_sheet("@counter-style k { system: extends cjk-decimal; prefix: '（'; suffix: '）' }").sheet,
      Medium::print);
  CHECK(cascade.marker_text("decimal", 3) == "3. ");
  CHECK(cascade.marker_text("simp-chinese-informal", 3) == "三、");
  CHECK(cascade.marker_text("disc", 3) == "• ");
  CHECK(cascade.marker_text("k", 3) == "（三）");
  CHECK(cascade.marker_text("none", 3).empty());
}

TEST_CASE("a style may extend decimal and Chinese numbers, which have no symbols of their own") {
  const std::string sheet =
      "@counter-style a { system: extends simp-chinese-informal; prefix: '（'; suffix: '）' }"
      "@counter-style b { system: extends decimal; suffix: ')' }";
  CHECK(text("a", 12, sheet) == "十二");
  CHECK(text("b", 12, sheet) == "12");
  const Cascade cascade(test::read_sheet(sheet).sheet, Medium::print);
  CHECK(cascade.marker_text("a", 2) == "（二）");
  CHECK(cascade.marker_text("b", 2) == "2)");
}
