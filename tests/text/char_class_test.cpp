#include "text/char_class.h"

#include <ctime>

#include "base/utf8.h"
#include "support/catch.h"

using namespace huozi;
using text::CharClass;

namespace {

std::vector<text::Character> classify(std::string_view text, bool chinese) {
  std::vector<text::Character> out;
  text::classify(text, chinese, out);
  return out;
}

// One sign a character, in the order of CharClass.
std::string classes(std::string_view text, bool chinese = true) {
  constexpr std::string_view kSigns = "HI(),.*-:~/$%a1<>hs_=0|xon!";
  std::string out;
  for (const text::Character& c : classify(text, chinese)) out += kSigns[static_cast<size_t>(c.cls)];
  return out;
}

}  // namespace

TEST_CASE("characters keep their place in the text") {
  const auto characters = classify("a汉𠀀", true);
  REQUIRE(characters.size() == 3);
  CHECK(characters[1].offset == 1);
  CHECK(characters[1].length == 3);
  CHECK(characters[2].code_point == U'𠀀');
  CHECK(characters[2].offset == 4);
  CHECK(characters[2].length == 4);
}

TEST_CASE("Chinese marks have their classes") {
  CHECK(classes("，、；：") == ",,,,");
  CHECK(classes("。！？．‼⁇⁈⁉") == "........");
  CHECK(classes("（《〈「『【〔［｛〖") == "((((((((((");
  CHECK(classes("）》〉」』】〕］｝〗") == "))))))))))");
  CHECK(classes("‧・") == "**");
  CHECK(classes("々〻ー") == "III");
  CHECK(classes("％‰℃℉°′″") == "%%%%%%%");
  CHECK(classes("￥＄€№") == "$$$$");
  CHECK(classes("／～") == "/~");
}

TEST_CASE("what stands on the square like an ideograph is one") {
  CHECK(classes("汉〇ぁア가ㄅ１Ａ①→■𠀀") == "HHHHHHHHHHHH");
}

TEST_CASE("white space, invisible characters and objects have classes of their own") {
  CHECK(classes("a b\u2009c") == "a_a_a");
  CHECK(classes("\u00A0\u3000\u2003\u2002") == "====");
  CHECK(classes("汉\u200B字\u2028\uFFFC") == "H0H!o");
  CHECK(classes("葛\U000E0100e\u0301\u00AD") == "Hxax|");
}

TEST_CASE("quotation marks of Chinese text are Chinese") {
  CHECK(classes("他说：“走吧。”") == "HH,(HH.)");
  CHECK(classes("他说“OK”。") == "HH(aa).");
  CHECK(classes("用 “list” 类型") == "H_(aaaa)_HH");
  CHECK(classes("‘里“外”里’") == "(H(H)H)");
}

TEST_CASE("quotation marks are Latin where what they enclose and what surrounds them is Latin") {
  CHECK(classes("he said “yes” twice") == "aa_aaaa_<aaa>_aaaaa");
  CHECK(classes("“Hello, world”") == "<aaaaa>_aaaaa>");
  CHECK(classes("文中引 the “free world” idea 一语") == "HHH_aaa_<aaaa_aaaaa>_aaaa_HH");
  CHECK(classes("he said “是” twice") == "aa_aaaa_(H)_aaaaa");
}

TEST_CASE("an apostrophe belongs to its word, in any surroundings") {
  CHECK(classes("don’t") == "aaaaa");
  CHECK(classes("叫T’Pol的人") == "HaaaaaHH");
  CHECK(classes("the students’ books") == "aaa_aaaaaaaa>_aaaaa");
}

TEST_CASE("a pair of dashes is a dash, one between things a connector, one between letters Latin") {
  CHECK(classes("他——我") == "H--H");
  CHECK(classes("1999—2024") == "1111~1111");
  CHECK(classes("北京—上海") == "HH~HH");
  CHECK(classes("word—word") == "aaaasaaaa");
  CHECK(classes("1999–2024") == "1111~1111");
  CHECK(classes("Navier–Stokes") == "aaaaaahaaaaaa");
  CHECK(classes("⸺") == "-");
}

TEST_CASE("ellipses are Chinese unless a single one ends Latin words") {
  CHECK(classes("等……") == "H::");
  CHECK(classes("等…") == "H:");
  CHECK(classes("wait… what") == "aaaa>_aaaa");
  CHECK(classes("OK……") == "aa::");
  CHECK(classes("OK…他") == "aa:H");
}

TEST_CASE("an interpunct between Latin letters or digits is a symbol, beside Han an interpunct") {
  CHECK(classes("安娜·卡列尼娜") == "HH*HHHH");
  CHECK(classes("a·b 9·11") == "asa_1s11");
  CHECK(classes("J·K·罗琳") == "asa*HH");
}

TEST_CASE("Latin marks and signs are Latin") {
  CHECK(classes("(a), [b]; c: d! e?") == "<a>>_<a>>_a>_a>_a>");
  CHECK(classes("$5 50% a-b +") == "$1_11%_aha_s");
  CHECK(classes("«a»") == "<a>");
}

TEST_CASE("ill-formed bytes become symbols and lose no place") {
  const auto characters = classify("汉\xFF字", true);
  REQUIRE(characters.size() == 3);
  CHECK(characters[1].code_point == base::kReplacement);
  CHECK(characters[2].offset == 4);
}

TEST_CASE("raised and lowered digits are digits, roman numerals stand on the square") {
  CHECK(classes("H₂O m² 10⁴") == "a1a_a1_111");
  CHECK(classes("第Ⅱ章") == "HHH");
}

TEST_CASE("an apostrophe that begins a word opens no quotation and closes none") {
  CHECK(classes("rock ’n’ roll") == "aaaa_aa>_aaaa");
  CHECK(classes("the ’90s") == "aaa_a11a");
  CHECK(classes("在 ’90s 的") == "H_a11a_H");
  CHECK(classes("在’90s的") == "Ha11aH");
  CHECK(classes("“’tis”，他说") == "(aaaa),HH");
  CHECK(classes("‘他’90岁") == "(H)11H");
}

TEST_CASE("an opening mark that nothing closes follows what stands beside it") {
  // P5: each paragraph of a long quotation begins with one.
  CHECK(classes("“第一段。") == "(HHH.");
  CHECK(classes("“One paragraph, and another") == "<aaa_aaaaaaaaa>_aaa_aaaaaaa");
  CHECK(classes("“Linux是") == "(aaaaaH");
  CHECK(classes("他说“OK”和“") == "HH(aa)H(");
}

TEST_CASE("quotations within quotations, and foreign sentences in Chinese paragraphs") {
  CHECK(classes("他说：“He said ‘no’ to me.”") == "HH,(aa_aaaa_<aa>_aa_aa>)");
  CHECK(classes("原文是 He said, “I am here,” and left. 见下") == "HHH_aa_aaaa>_<a_aa_aaaa>>_aaa_aaaa>_HH");
  CHECK(classes("“Linux”是") == "(aaaaa)H");
  CHECK(classes("「他說『好』」") == "(HH(H))");
}

TEST_CASE("a dash between Latin words is Latin with blanks beside it too") {
  CHECK(classes("word — word") == "aaaa_s_aaaa");
  CHECK(classes("1999 — 2024") == "1111_~_1111");
  CHECK(classes("甲 — 乙") == "H_~_H");
}

TEST_CASE("any number of quotation marks is settled in time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += i % 3 ? "“" : "‘ ’";
  for (int i = 0; i < 100'000; ++i) text += "”";
  const std::clock_t begin = std::clock();
  CHECK(classify(text, true).size() > 200'000);
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 2);
}

TEST_CASE("whole blocks have one class") {
  for (const auto& [first, last] : {std::pair{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}}) {
    for (int cp = first; cp <= last; ++cp) {
      if (text::char_class(static_cast<char32_t>(cp)) != CharClass::han) FAIL(cp);
    }
  }
  CHECK(text::char_class(0xE000) == CharClass::symbol);
  CHECK(text::char_class(0xF8FF) == CharClass::symbol);
}
