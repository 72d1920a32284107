#include "layout/margin_boxes.h"

#include "support/catch.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

// What stands in the margins of the only page; the type area is 100 x 150 at (30, 25) of 150 x 220.
std::string margins(const std::string& boxes) {
  const Typeset book({chapter("", {p("一")})}, "@page { " + boxes + " }");
  const std::string page = dump(book.pages.at(0));
  std::string out;
  for (size_t begin = 0; begin < page.size();) {
    const size_t end = page.find('\n', begin);
    const std::string line = page.substr(begin, end - begin);
    if (line.starts_with("  margin ")) out += line.substr(9) + "\n";
    begin = end + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("boxes stand where CSS has them: the corners against the type area, the sides in the middle of the margin") {
  // css-page-3 5.3
  CHECK(margins("@top-left { content: '甲' } @top-center { content: '乙' } @top-right { content: '丙' }") ==
        "run 30 16.3 甲\nrun 75 16.3 乙\nrun 120 16.3 丙\n");
  CHECK(margins("@bottom-left { content: '甲' } @bottom-center { content: '乙' } @bottom-right { content: '丙' }") ==
        "run 120 201.3 丙\nrun 75 201.3 乙\nrun 30 201.3 甲\n");
  CHECK(margins("@top-left-corner { content: '甲' } @bottom-right-corner { content: '乙' }") ==
        "run 20 16.3 甲\nrun 130 201.3 乙\n");
  CHECK(margins("@left-top { content: '甲' } @left-middle { content: '乙' } @left-bottom { content: '丙' }") ==
        "run 10 168.8 丙\nrun 10 103.8 乙\nrun 10 38.8 甲\n");
  CHECK(margins("@right-top { content: '甲'; margin-top: 20pt; text-align: start }") == "run 130 58.8 甲\n");
}

TEST_CASE("a box that asks for more than the margin has stays on the paper") {
  CHECK(margins("@top-left { content: '甲'; margin-bottom: 90pt; line-height: 20pt }") == "run 30 13.8 甲\n");
  CHECK(margins("@bottom-left { content: '甲'; margin-top: 90pt; line-height: 20pt }") == "run 30 213.8 甲\n");
}

TEST_CASE("a folio may have ornaments and Chinese figures") {
  CHECK(margins("@bottom-center { content: '· ' counter(page) ' ·' }").find("·\u20021\u2002·") != std::string::npos);
  CHECK(margins("@bottom-center { content: '— ' counter(page) ' —' }").find("—\u20021\u2002—") != std::string::npos);
  CHECK(margins("@bottom-center { content: counter(page, simp-chinese-informal) }").find(" 一\n") != std::string::npos);
}

TEST_CASE("boxes beside each other leave one another room") {
  const std::string shared =
      margins("@top-left { content: '一二三四五六七八九十' } @top-right { content: '甲乙丙丁戊己庚辛壬癸' }");
  CHECK(shared == "run 30..70 16.3 一二三四…\nrun 80..120 16.3 甲乙丙丁…\n");
  CHECK(margins("@top-left { content: '一二三四五六七' } @top-right { content: '1' }").find("七") != std::string::npos);
}

TEST_CASE("string() says which of the page's values is meant") {
  const auto heads = [](const std::string& place) {
    const Typeset book({chapter("甲", {h(2, "一"), p("文"), h(2, "二"), p("文")})},
                       "h2 { string-set: s content() } @page { @top-center { content: string(s" + place + ") } }");
    return text_of(book.pages.at(0), layout::Region::margin);
  };
  CHECK(heads("") == "一");
  CHECK(heads(", first") == "一");
  CHECK(heads(", last") == "二");
  CHECK(heads(", start").empty());
  CHECK(heads(", first-except").empty());
}

TEST_CASE("a part's name stands for the book's until back matter begins") {
  const std::string css =
      "section.part h1 { string-set: part-title content() }"
      "@page { @top-center { content: string(part-title) } }";
  const Typeset book({chapter("甲", {p("文")}), section_of(document::SectionRole::part, "编", {}),
                      chapter("乙", {p("文")}), section_of(document::SectionRole::back_article, "跋", {p("文")})},
                     css);
  std::string heads;
  for (const layout::Page& page : book.pages) heads += text_of(page, layout::Region::margin) + "|";
  CHECK(heads == "书名|编|编|书名|");
}

TEST_CASE("a head that is cut is reported once, for its heading") {
  const Typeset book({chapter("一二三四五六七八九十百千万亿", document::Blocks(30, p("文")))},
                     "@page { @top-center { content: string(chapter-title) } }");
  REQUIRE(book.pages.size() > 2);
  size_t reports = 0;
  for (const auto& item : book.diagnostics.items()) reports += item.rule == std::string("layout.running-head");
  CHECK(reports == 1);
}
