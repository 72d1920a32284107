#include "parse/docx_builder.h"
#include "parse/docx_number_text.h"
#include "support/catch.h"

using namespace huozi::test;
using huozi::parse::number_text;

namespace {

std::string level(int index, const std::string& format, const std::string& text, const std::string& more = {}) {
  return "<w:lvl w:ilvl='" + std::to_string(index) + "'><w:start w:val='1'/><w:numFmt w:val='" + format + "'/>" + more +
         "<w:lvlText w:val='" + text + "'/></w:lvl>";
}
std::string num(int id, int definition, const std::string& more = {}) {
  return "<w:num w:numId='" + std::to_string(id) + "'><w:abstractNumId w:val='" + std::to_string(definition) + "'/>" +
         more + "</w:num>";
}
std::string item(const std::string& text, int id, int at = 0) {
  return wp(text, "<w:numPr><w:ilvl w:val='" + std::to_string(at) + "'/><w:numId w:val='" + std::to_string(id) +
                      "'/></w:numPr>");
}
std::string definition(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId='" + std::to_string(id) + "'>" + levels + "</w:abstractNum>";
}

std::string read(const std::string& body, const std::string& numbering) {
  return DocxReading(DocxFile(body).with("numbering", numbering)).dump();
}

}  // namespace

TEST_CASE("lists of bullets and numbers, one within another", "[docx]") {
  const std::string numbering = definition(0, level(0, "decimal", "%1.") + level(1, "bullet", "•")) +
                                definition(1, level(0, "lowerLetter", "%1")) + num(1, 0) + num(2, 1);
  CHECK(read(item("翻土", 1) + item("松土", 1, 1) + item("施肥", 1, 1) + item("播种", 1) + wp("又") + item("浇水", 1) +
                 item("甲", 2),
             numbering) ==
        "list from 1\n  item\n    paragraph\n      text \"翻土\"\n    list\n      item\n        paragraph\n"
        "          text \"松土\"\n      item\n        paragraph\n          text \"施肥\"\n  item\n    paragraph\n"
        "      text \"播种\"\nparagraph\n  text \"又\"\nlist from 3\n  item\n    paragraph\n"
        "      text \"浇水\"\nlist from 1 type=a\n  item\n    paragraph\n      text \"甲\"\n");
}

TEST_CASE("numbers that no list prints stay in the text", "[docx]") {
  const std::string numbering =
      definition(0, level(0, "chineseCountingThousand", "（%1）") + level(1, "decimal", "%1.%2、")) + num(1, 0) +
      num(2, 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>");
  CHECK(read(item("桥头", 1) + item("桥身", 1) + item("栏杆", 1, 1) + item("另起", 2) + item("接着", 1), numbering) ==
        "paragraph\n  text \"（一）桥头\"\nparagraph\n  text \"（二）桥身\"\nparagraph\n  text \"二.1、栏杆\"\n"
        "paragraph\n  text \"（一）另起\"\nparagraph\n  text \"（二）接着\"\n");
}

TEST_CASE("what parts a number from its text", "[docx]") {
  const std::string numbering =
      definition(0, level(0, "decimal", "%1)") + level(1, "decimal", "%2)", "<w:suff w:val='nothing'/>") +
                        level(2, "decimal", "第%3节")) +
      num(1, 0);
  CHECK(read(item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 2), numbering) ==
        "paragraph\n  text \"1) 甲\"\nparagraph\n  text \"1)乙\"\nparagraph\n  text \"第1节 丙\"\n");
}

TEST_CASE("a heading's number is its text; the level may follow from the style", "[docx]") {
  DocxFile file(wp("馆藏", "<w:pStyle w:val='1'/>") + wp("古籍", "<w:pStyle w:val='2'/>") +
                wp("新书", "<w:pStyle w:val='1'/>"));
  file.with("numbering",
            definition(0, level(0, "chineseCounting", "第%1章 ", "<w:pStyle w:val='1'/>") +
                              level(1, "decimal", "%1.%2", "<w:pStyle w:val='2'/><w:isLgl/><w:suff w:val='tab'/>")) +
                num(7, 0));
  const auto heading = [](int at) {
    const std::string digit = std::to_string(at);
    return "<w:style w:type='paragraph' w:styleId='" + digit + "'><w:name w:val='heading " + digit +
           "'/><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>";
  };
  file.with("styles", heading(1) + heading(2));
  const DocxReading reading(file);
  CHECK(reading.dump() ==
        "heading 2\n  text \"第一章 馆藏\"\nheading 3\n  text \"1.1 古籍\"\nheading 2\n  text \"第二章 新书\"\n");
  CHECK(reading.audit.generated.size() == 3);
}

TEST_CASE("numbers as Word's formats write them", "[docx]") {
  CHECK(number_text("chineseCounting", 10) == "十");
  CHECK(number_text("chineseCountingThousand", 23) == "二十三");
  CHECK(number_text("japaneseCounting", 105) == "一百零五");
  CHECK(number_text("chineseCounting", 1010) == "一千零一十");
  CHECK(number_text("chineseLegalSimplified", 12) == "壹拾贰");
  CHECK(number_text("ideographTraditional", 3) == "丙");
  CHECK(number_text("ideographTraditional", 11) == "11");
  CHECK(number_text("decimalEnclosedCircleChinese", 21) == "㉑");
  CHECK(number_text("decimalEnclosedCircle", 51) == "51");
  CHECK(number_text("upperRoman", 1999) == "MCMXCIX");
  CHECK(number_text("lowerLetter", 28) == "bb");
  CHECK(number_text("decimalFullWidth", 12) == "１２");
  CHECK(number_text("decimalZero", 7) == "07");
  CHECK(number_text("none", 7).empty());
}
