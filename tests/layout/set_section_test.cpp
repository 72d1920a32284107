#include "layout/set_section.h"

#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

std::string galley(document::Blocks blocks, const std::string& css = {}) {
  return dump(Typeset({chapter("", std::move(blocks))}, css).galleys.at(0));
}

}  // namespace

TEST_CASE("paragraphs become rows of the grid, their ends protected") {
  CHECK(galley({p("一二三四五六七八九十百千万"), p("一")}) ==
        "row 20\n"
        "  run 0..90 13.8 一二三四五六七八九十\n"
        "row 20 widow\n"
        "  run 0..20 13.8 百千万\n"
        "row 20\n"
        "  run 0 13.8 一\n");
}

TEST_CASE("titles and headings take whole rows and keep what follows") {
  // CLREQ 2.3.3
  CHECK(dump(Typeset({chapter("标题", {p("一二三"), h(2, "节"), p("一二三")})}).galleys.at(0)) ==
        "row 60 chapter-title=标题\n"
        "  run 0..10 33.8 标题\n"
        "row 20 keep\n"
        "  run 0..20 13.8 一二三\n"
        "row 40\n"
        "  run 0 33.8 节\n"
        "row 20 keep\n"
        "  run 0..20 13.8 一二三\n");
}

TEST_CASE("two headings in a row take one row less, a longer one what it needs") {
  CHECK(galley({h(2, "节一"), h(2, "节二一二三四五六七八九十"), p("一")}) ==
        "row 40\n"
        "  run 0..10 33.8 节一\n"
        "row 40 keep\n"
        "  run 0..90 13.8 节二一二三四五六七八\n"
        "  run 0..10 33.8 九十\n"
        "row 20 keep\n"
        "  run 0 13.8 一\n");
}

TEST_CASE("notes are set off the grid, their calls in the row") {
  CHECK(galley({p({t("一"), note({p("注")}), t("二，"), note({p("甲"), p("乙")}), t("三")})}) ==
        "row 20 calls 0 1\n"
        "  run 0 13.8 一\n"
        "  mark 0 10 10.47\n"
        "  run 15..25 13.8 二，\n"
        "  mark 1 30 10.47\n"
        "  run 35 13.8 三\n"
        "note 0\n"
        "  row 10\n"
        "    marker 0 0 6.9\n"
        "    run 7.5 6.9 注\n"
        "note 1\n"
        "  row 10\n"
        "    marker 1 0 6.9\n"
        "    run 7.5 6.9 甲\n"
        "  row 10\n"
        "    run 0 6.9 乙\n");
}

TEST_CASE("notes in titles, headings, lists and captions are set too") {
  const Typeset book(
      {chapter({t("题"), note({p("一")})}, {h(2, {t("节"), note({p("二")})}), list({{p({t("项"), note({p("三")})})}}),
                                            figure({p({img("a.png")})}, {t("图"), note({p("四")})})})});
  const layout::Galley& galley = book.galleys.at(0);
  REQUIRE(galley.notes.size() == 4);
  std::vector<uint32_t> calls;
  for (const layout::Row& row : galley.rows) calls.insert(calls.end(), row.calls.begin(), row.calls.end());
  CHECK(calls == std::vector<uint32_t>{0, 1, 2, 3});
  for (const layout::GalleyNote& note : galley.notes) CHECK(note.rows.size() == 1);
}

TEST_CASE("a list's markers stand half an em before its items") {
  CHECK(galley({list({{p("一")}, {p("二"), p("三")}}), p("四")}) ==
        "row 20\n"
        "  run 10 13.8 •\n"
        "  run 20 13.8 一\n"
        "row 20\n"
        "  run 10 13.8 •\n"
        "  run 20 13.8 二\n"
        "row 20\n"
        "  run 20 13.8 三\n"
        "row 20\n"
        "  run 0 13.8 四\n");
}

TEST_CASE("quotations are set between insets, apart by whole rows") {
  CHECK(galley({p("一"), quote({p("一二三四五六七")}), p("二")}, "blockquote { margin: 5pt 20pt }") ==
        "row 20\n"
        "  run 0 13.8 一\n"
        "row 20 blank\n"
        "row 20\n"
        "  run 20..70 13.8 一二三四五\n"
        "row 20 widow\n"
        "  run 20..30 13.8 六七\n"
        "row 20 blank\n"
        "row 20\n"
        "  run 0 13.8 二\n");
}

TEST_CASE("an image keeps its caption") {
  document::Inline image = img("a.png");
  auto& content = std::get<document::Image>(image.content);
  content.file = "a.png";
  content.pixel_width = content.pixel_height = 40;  // 30 pt
  CHECK(galley({figure({p({image})}, "图题", "摄影")}) ==
        "row 40\n"
        "  image 35 5 30x30 a.png\n"
        "row 20 keep\n"
        "  run 25..35 13.8 图题\n"
        "  run 55..65 13.8 摄影\n");
}

TEST_CASE("an image is never wider than the measure nor much higher than the page") {
  document::Inline image = img("a.png");
  auto& content = std::get<document::Image>(image.content);
  content.file = "a.png";
  content.pixel_width = 4000;
  content.pixel_height = 2000;
  CHECK(galley({figure({p({image})})}).find("100x50 a.png") != std::string::npos);
  content.pixel_height = 4'000'000;
  CHECK(galley({figure({p({image})})}).find("0.12x120 a.png") != std::string::npos);
  content.pixel_width = content.pixel_height = 0;
  CHECK(galley({figure({p({image})})}).find("0.75x0.75 a.png") != std::string::npos);
}

TEST_CASE("an image without a file leaves a frame that says so") {
  const std::string out = galley({figure({p({img("a.png")})})});
  CHECK(out.find("〔图片缺〕") != std::string::npos);
  CHECK(out.starts_with("row 60\n  rule "));
}

TEST_CASE("forced breaks come from styles and from the text") {
  CHECK(
      galley({p("一"), with_class(p("二"), "new"), division("page-break", {p("三")})}, ".new { break-before: page }") ==
      "row 20\n"
      "  run 0 13.8 一\n"
      "row 20 break\n"
      "  run 0 13.8 二\n"
      "row 20 break\n"
      "  run 0 13.8 三\n");
}

TEST_CASE("an element that is not displayed is not set") {
  CHECK(galley({with_class(p("一"), "gone"), p({t("二"), span({t("三")})})},
               ".gone { display: none } span { display: none }") ==
        "row 20\n"
        "  run 0 13.8 二\n");
}

TEST_CASE("a section's galley says its named page and how it begins") {
  const Typeset book({chapter("", {p("一")})}, "section.chapter { page: plain; break-before: recto }");
  CHECK(book.galleys.at(0).page_name == "plain");
  CHECK(book.galleys.at(0).start == style::BreakBetween::recto);
}

TEST_CASE("missing characters and lines too wide are reported, not lost") {
  const Typeset book({chapter("", {p("汉𪛟")})});
  REQUIRE(book.diagnostics.items().size() == 1);
  CHECK(book.diagnostics.items()[0].rule == "fonts.missing-character");
  CHECK(dump(book.galleys.at(0)).find("汉𪛟") != std::string::npos);
}

TEST_CASE("nested quotations end somewhere and lose nothing on the way") {
  document::Blocks inner{p("字")};
  for (int depth = 0; depth < 40; ++depth) inner = {quote(std::move(inner))};
  const std::string out = galley(std::move(inner));
  CHECK(out.find("字") != std::string::npos);
}

TEST_CASE("an empty section gives an empty galley") {
  CHECK(galley({}).empty());
  CHECK(galley({p("")}).empty());
}

TEST_CASE("the pitch is one throughout, whatever stands in a line or beside it") {
  // G1, I2, E1, Y1: no mark, annotation, raised figure, code or other face moves a line, no paragraph's end parts two.
  document::Inline dots = span({t("着重")});
  dots.info.attributes.classes = {"dots"};
  const Typeset book({chapter("", {p({t("一二三四"), ruby("毕昇", "bì shēng"), t("五六七八九十")}),
                                   p({dots, t("x"), styled(document::StyledKind::superscript, {t("2")}), code("ab"),
                                      note({p("注")}), strong("重"), t("甲乙丙丁戊己庚辛")}),
                                   p("子丑寅卯")})},
                     ".dots { text-emphasis: dot } sup { font-size: 6pt; vertical-align: super }");
  std::vector<base::Length> baselines;
  for (const layout::Item& item : book.pages.at(0).items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run && item.region == layout::Region::body && run->size == base::Length::points(10)) {
      if (baselines.empty() || baselines.back() != run->origin.y) baselines.push_back(run->origin.y);
    }
  }
  REQUIRE(baselines.size() > 4);
  for (size_t k = 1; k < baselines.size(); ++k) CHECK(baselines[k] - baselines[k - 1] == base::Length::points(20));
}

TEST_CASE("every paragraph's first line is two ems in, the first one after a heading too") {
  // I1
  CHECK(galley({h(2, "节"), p("一二三四五六七八九"), p("甲")}, "p { text-indent: 2em }") ==
        "row 40\n"
        "  run 0 33.8 节\n"
        "row 20 keep\n"
        "  run 20..90 13.8 一二三四五六七\n"
        "row 20 widow\n"
        "  run 0..10 13.8 八九\n"
        "row 20\n"
        "  run 20 13.8 甲\n");
}

TEST_CASE("lines of verse are kept, and what is too long for one is turned further in") {
  // I4
  const std::string css = ".verse { margin-left: 3em } .verse > p { text-indent: -1em each-line; text-align: start }";
  CHECK(galley({division("verse", {p({t("床前明月光"), br(), t("疑是地上霜，举头望"), br(), t("低头")})})}, css) ==
        "row 20\n"
        "  run 20..60 13.8 床前明月光\n"
        "row 20 widow\n"
        "  run 20..80 13.8 疑是地上霜，举\n"
        "row 20\n"
        "  run 30..40 13.8 头望\n"
        "row 20 widow\n"
        "  run 20..30 13.8 低头\n");
}

TEST_CASE("boxes of one width hold lines spread over it, in the middle, at either edge") {
  // J7
  const auto one = [](const std::string& css, const char* text) {
    return galley({p(text)}, "p { width: 3em; " + css + " }");
  };
  CHECK(one("text-align-last: justify", "李荣") == "row 20\n  run 0..20 13.8 李荣\n");
  CHECK(one("text-align-last: justify", "丁声树") == "row 20\n  run 0..20 13.8 丁声树\n");
  CHECK(one("text-align-last: center", "李荣") == "row 20\n  run 5..15 13.8 李荣\n");
  CHECK(one("text-align: start; text-align-last: end", "李荣") == "row 20\n  run 10..20 13.8 李荣\n");
}

TEST_CASE("a section begins as the one before it asks, unless it asks for a side itself") {
  const auto start = [](const char* css) {
    const test::Typeset book({test::section_of(document::SectionRole::part, "编", {}), test::chapter("章", {})}, css);
    return book.galleys[1].start;
  };
  using enum style::BreakBetween;
  CHECK(start("section.part { break-after: recto } section.chapter { break-before: page }") == recto);
  CHECK(start("section.part { break-after: recto } section.chapter { break-before: verso }") == verso);
  CHECK(start("section.part { break-after: page }") == page);
  CHECK(start("section.part { break-after: avoid } section.chapter { break-before: page }") == page);
}
