#include "style/heading_numbers.h"

#include "document/plain_text.h"
#include "document/walk.h"
#include "style/read_sheet.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;
using document::SectionRole;
using test::h, test::with_class;

namespace {

struct Piece {
  SectionRole role;
  const char* title;
  document::Blocks blocks;
  bool unnumbered = false;
};

struct Numbered {
  document::Book book;
  document::Audit audit;
  source::Diagnostics diagnostics;
};

Numbered numbered(const std::vector<Piece>& pieces, const std::string& css) {
  Numbered result;
  for (const Piece& piece : pieces) {
    document::Section& section = result.book.sections.emplace_back();
    section.role = piece.role;
    section.title = test::Words(piece.title);
    section.blocks = piece.blocks;
    if (piece.unnumbered) section.info.attributes.classes = {"unnumbered"};
  }
  const test::Sheet sheet = test::read_sheet(css);
  CHECK(sheet.reports.empty());
  const style::Cascade print(sheet.sheet, style::Medium::print);
  style::number_headings(result.book, print, result.audit, result.diagnostics);
  return result;
}

// Every title and heading with its number, parted by |.
std::string numbers(const std::vector<Piece>& pieces, const std::string& css) {
  std::string out;
  for (const document::ContentsEntry& entry : document::contents_of(numbered(pieces, css).book, 6)) {
    out += (out.empty() ? "" : "|") + entry.title;
  }
  return out;
}

constexpr SectionRole kPart = SectionRole::part, kChapter = SectionRole::chapter;

const std::vector<Piece> kBook = {{SectionRole::front_article, "前言", {h(2, "缘起")}},
                                  {kPart, "理论", {}},
                                  {kChapter, "甲", {h(2, "子"), h(3, "鼠"), h(3, "猫"), h(2, "丑")}},
                                  {kChapter, "乙", {h(2, "寅")}},
                                  {kPart, "实践", {}},
                                  {kChapter, "丙", {h(3, "虎")}},
                                  {SectionRole::back_article, "后记", {h(2, "致谢")}}};

constexpr const char* kChinese = R"(
section.part { counter-increment: part }
section.part > h1::before { content: "第" counter(part, simp-chinese-informal) "编　" }
section.chapter { counter-increment: chapter; counter-reset: section }
section.chapter > h1::before { content: "第" counter(chapter, simp-chinese-informal) "章　" }
h2 { counter-increment: section; counter-reset: item }
h2::before { content: counter(section, simp-chinese-informal) "、" }
h3 { counter-increment: item }
h3::before { content: "（" counter(item, simp-chinese-informal) "）" }
)";

}  // namespace

TEST_CASE("chapters are numbered through the book, or in each part, as the sheet says") {
  CHECK(numbers(kBook, kChinese) ==
        "前言|缘起|第一编　理论|第一章　甲|一、子|（一）鼠|（二）猫|二、丑|第二章　乙|一、寅|第二编　实践|第三章　丙|"
        "（一）虎|后记|致谢");
  CHECK(numbers(kBook, std::string(kChinese) + "section.part { counter-reset: chapter }").find("实践|第一章　丙") !=
        std::string::npos);
  CHECK(numbers(kBook, "html { counter-reset: chapter 8 }" + std::string(kChinese)).find("第九章　甲") !=
        std::string::npos);
}

TEST_CASE("numbers of several counters") {
  CHECK(numbers(kBook, R"(
section.chapter { counter-increment: chapter; counter-reset: section }
section.chapter > h1::before { content: counter(chapter) "　" }
h2 { counter-increment: section; counter-reset: item }
h2::before { content: counter(chapter) "." counter(section) "　" }
h3::before { counter-increment: item; content: counter(chapter) "." counter(section) "." counter(item) " " }
)") == "前言|缘起|理论|1　甲|1.1　子|1.1.1 鼠|1.1.2 猫|1.2　丑|2　乙|2.1　寅|实践|3　丙|3.0.1 虎|后记|致谢");
}

TEST_CASE("numbers in counter styles of the sheet's own") {
  const std::string css = R"(
@counter-style stems { system: extends cjk-heavenly-stem; prefix: "<"; suffix: ">" }
@counter-style tally { system: additive; additive-symbols: 5 "正", 1 "一" }
section.chapter { counter-increment: chapter 4 }
section.chapter > h1::before { content: counter(chapter, stems) "/" counter(chapter, tally) "." }
)";
  // CSS Counter Styles 3 3.4: prefix and suffix are for markers of lists.
  CHECK(numbers(kBook, css) ==
        "前言|缘起|理论|丁/一一一一.甲|子|鼠|猫|丑|辛/正一一一.乙|寅|实践|一二/正正一一.丙|虎|后记|致谢");
}

TEST_CASE("a sheet without counters gives no numbers") {
  Numbered result = numbered(kBook, "h1::before { content: \"◆\" } h2 { counter-increment: x }");
  for (const document::Section& section : result.book.sections) CHECK(section.number.empty());
  CHECK(result.audit.generated.empty());
  CHECK(result.diagnostics.items().empty());
}

TEST_CASE("back matter that counts is numbered") {
  CHECK(numbers({{kChapter, "甲", {}}, {SectionRole::back_article, "表", {}}, {SectionRole::back_article, "图", {}}},
                "section.back-article { counter-increment: appendix }"
                "section.back-article > h1::before { content: \"附录\" counter(appendix, upper-alpha) \" \" }") ==
        "甲|附录A 表|附录B 图");
}

TEST_CASE("what is unnumbered is not counted, nor is anything below it") {
  CHECK(numbers({{kChapter, "甲", {with_class(h(2, "子"), "unnumbered"), h(3, "鼠"), h(2, "丑"), h(3, "牛")}},
                 {kChapter, "乙", {h(2, "寅")}, true},
                 {kChapter, "丙", {h(2, "卯")}}},
                kChinese) == "第一章　甲|子|鼠|一、丑|（一）牛|乙|寅|第二章　丙|一、卯");
}

TEST_CASE("a number of the author's is not doubled, and counting goes on from it") {
  const std::vector<Piece> pieces = {
      {kChapter,
       "第三章 甲",
       {h(2, "一、子"), h(3, "（一）鼠"), h(2, "丑"), h(2, "5. 寅"), h(2, "3.6万字"), h(2, "2.1 卯")}},
      {kChapter, "乙", {}}};
  CHECK(numbers(pieces, kChinese) == "第三章 甲|一、子|（一）鼠|二、丑|5. 寅|四、3.6万字|五、2.1 卯|第四章　乙");
  const Numbered result = numbered(pieces, kChinese);
  REQUIRE(result.diagnostics.items().size() == 1);
  CHECK(result.diagnostics.items()[0].rule == "heading.own-number");
  CHECK(result.diagnostics.items()[0].arguments == std::vector<std::string>{"第三章 甲", "4"});
  REQUIRE(result.audit.generated.size() == 4);
  CHECK(result.audit.generated[0].what == "heading-number");
  CHECK(result.audit.generated[0].text == "二、");
}

TEST_CASE("decimal numbers of the author's, where the sheet's are decimal") {
  CHECK(numbers({{kChapter, "1 甲", {h(2, "1.1 子"), h(2, "3.6 万字"), h(2, "丑")}}, {kChapter, "3 个问题", {}}}, R"(
section.chapter { counter-increment: chapter; counter-reset: section }
section.chapter > h1::before { content: counter(chapter) " " }
h2 { counter-increment: section }
h2::before { content: counter(chapter) "." counter(section) " " }
)") == "1 甲|1.1 子|3.6 万字|1.3 丑|2 3 个问题");
}

TEST_CASE("a number on a line of its own is one line in contents") {
  const std::vector<Piece> one = {{kChapter, "甲", {}}};
  const std::string base =
      "section.chapter { counter-increment: c } section.chapter > h1::before { content: \"第\" counter(c) \"章";
  const auto number = [&](const std::string& rest) { return numbered(one, base + rest).book.sections[0].number; };
  CHECK(number("\\A\"; white-space: pre }") == "第1章\n");
  CHECK(number("\"; display: block }") == "第1章\n");
  CHECK(number("\\A\" }") == "第1章 ");
  CHECK(number("\"; display: none }") == "");
  CHECK(number(std::string(400, 'x') + "\" }") == "");
  CHECK(numbers(one, base + "\"; display: block }") == "第1章　甲");
}

TEST_CASE("headings in divisions are numbered, those of quotations are not") {
  CHECK(numbers({{kChapter, "甲", {test::quote({h(2, "别人的")}), test::division("box", {h(2, "子")}), h(2, "丑")}}},
                kChinese) == "第一章　甲|一、子|二、丑");
}

namespace {

constexpr const char* kCaptions = R"(
section.chapter { counter-increment: chapter }
section.chapter > h1 { counter-reset: figure table }
figcaption::before { counter-increment: figure; content: "图" counter(chapter) "-" counter(figure) " " }
caption::before { counter-increment: table; content: "表" counter(chapter) "-" counter(table) " " }
)";

document::Block captioned(const char* words) {
  return test::figure({test::p({test::img("a.png")})}, words);
}
document::Block table(const char* words) {
  document::Block block = test::table({{"甲"}});
  std::get<document::Table>(block.content).caption = test::Words(words);
  return block;
}

// The numbers of figures and tables in order, parted by |.
std::string captions(const Numbered& made) {
  std::string out;
  document::for_each_block(made.book, [&](const document::Block& block) {
    const auto* figure = std::get_if<document::Figure>(&block.content);
    const auto* table = std::get_if<document::Table>(&block.content);
    if (figure) out += figure->number + "|";
    if (table) out += table->number + "|";
  });
  return out;
}

}  // namespace

TEST_CASE("figures and tables are counted by chapter, wherever they stand") {
  const std::vector<Piece> pieces = {
      {SectionRole::front_article, "前言", {captioned("序图")}},
      {kChapter, "甲", {captioned("一"), table("一"), test::quote({captioned("二")}), test::list({{captioned("三")}})}},
      {kChapter, "乙", {test::division("x", {captioned("一")}), table("一"), table("二")}}};
  const Numbered made = numbered(pieces, kCaptions);
  CHECK(captions(made) == "|图1-1 |表1-1 |图1-2 |图1-3 |图2-1 |表2-1 |表2-2 |");
  CHECK(made.audit.generated.size() == 7);
  CHECK(made.audit.generated.front().what == "caption-number");
}

TEST_CASE("what has no caption, is unnumbered or has its own number gets none, and counting goes on") {
  document::Block plain = with_class(captioned("不编号"), "unnumbered");
  const Numbered made = numbered({{kChapter,
                                   "甲",
                                   {captioned(""), captioned("一"), plain, captioned("图1-5　天安门"),
                                    captioned("图为会场"), captioned("图 9 会场"), captioned("末")}}},
                                 kCaptions);
  CHECK(captions(made) == "|图1-1 |||图1-6 ||图1-10 |");
  REQUIRE(made.diagnostics.items().size() == 1);
  CHECK(made.diagnostics.items().front().rule == "caption.own-number");
  CHECK(made.diagnostics.items().front().arguments.back() == "2");
}

TEST_CASE("without counters captions are left as they are") {
  const Numbered made = numbered({{kChapter, "甲", {captioned("一")}}}, "figcaption::before { content: \"图：\" }");
  CHECK(captions(made) == "|");
  CHECK(made.audit.generated.empty());
}

TEST_CASE("what is longer than a number can be is none, of a caption too") {
  const std::string css = "figcaption::before { content: \"" + std::string(401, 'x') + "\" counter(figure) }";
  const Numbered made = numbered({{kChapter, "甲", {captioned("一")}}}, css);
  CHECK(captions(made) == "|");
  CHECK(made.audit.generated.empty());
}
