#include "pdf/slug_line.h"

#include <algorithm>

#include "pages.h"
#include "pdf/printer_marks.h"
#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using base::Length;

namespace {

layout::Page sheet(int64_t width, std::string label, bool marks = true) {
  layout::Page page = test::page({}, std::move(label));
  page.width = Length::points(width);
  page.bleed = Length::points(9);
  page.crop_marks = page.cross_marks = marks;
  return page;
}

const pdf::SlugWords kWords = {"茶山与石桥", "书芯", "huozi 1.0", "2022-06-01", "zh-Hans", true};

pdf::SlugLines set(const std::vector<layout::Page>& pages, const pdf::SlugWords& words = kWords) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const style::Cascade cascade(style::read_stylesheet(sources.add("a.css", ""), diagnostics), style::Medium::print);
  return pdf::set_slug_lines(pages, words, cascade, test::test_library());
}

std::string said_by(const std::vector<layout::GlyphRun>& runs) {
  std::string out;
  for (const layout::GlyphRun& run : runs) out += run.text + (run.line_end ? "|" : "");
  return out;
}

std::vector<layout::GlyphRun> all_of(const pdf::SlugLines& lines, size_t page) {
  std::vector<layout::GlyphRun> out = lines.lines[lines.pages[page].line].words;
  for (const auto& ink : lines.lines[lines.pages[page].line].inks) out.insert(out.end(), ink.begin(), ink.end());
  out.insert(out.end(), lines.pages[page].folio.begin(), lines.pages[page].folio.end());
  return out;
}

}  // namespace

TEST_CASE("a sheet says which book, page and inks it is of", "[pdf]") {
  const pdf::SlugLines lines = set({sheet(400, "iv"), sheet(400, "12")});
  REQUIRE(lines.pages.size() == 2);
  CHECK(lines.pages[0].line == lines.pages[1].line);
  const pdf::SlugLine& line = lines.lines[lines.pages[0].line];
  CHECK(said_by(line.words) == "茶山与石桥|书芯|2022-06-01|huozi 1.0|");
  CHECK(said_by(line.inks[0]) + said_by(line.inks[1]) + said_by(line.inks[2]) + said_by(line.inks[3]) ==
        "青|品|黄|黑|");
  CHECK(said_by(lines.pages[0].folio) == "第iv页 1/2|");
  CHECK(said_by(lines.pages[1].folio) == "第12页 2/2|");
}

TEST_CASE("a file whose pages are not numbered tells which of the file's they are", "[pdf]") {
  pdf::SlugWords words = kWords;
  words.labels = false;
  CHECK(said_by(set({sheet(400, "封面")}, words).pages[0].folio) == "1/1|");
}

TEST_CASE("a book in Traditional Chinese has its own characters there", "[pdf]") {
  pdf::SlugWords words = kWords;
  words.language = "zh-Hant";
  const pdf::SlugLines lines = set({sheet(400, "3")}, words);
  CHECK(said_by(lines.lines[lines.pages[0].line].inks[2]) == "黃|");
  CHECK(said_by(lines.pages[0].folio) == "第3頁 1/1|");
}

TEST_CASE("the line lies below the bleed, beside the register mark, between the marks of the cut", "[pdf]") {
  for (const int64_t width : {60, 90, 130, 200, 397, 600}) {
    const layout::Page page = sheet(width, "128");
    const pdf::SlugLines lines = set({page});
    const Length inset = Length::ratio(20 * 72, 254), cross = Length::ratio(55 * 72, 254);
    std::vector<std::pair<Length, Length>> spans;
    for (const layout::GlyphRun& run : all_of(lines, 0)) {
      INFO(width << " " << run.text);
      CHECK(run.size == Length::points(6));
      CHECK(run.origin.y - run.size > page.height + page.bleed);
      CHECK(run.origin.y + run.size / 4 < page.height + page.bleed + pdf::slug_of(page));
      const Length begin = run.origin.x, end = begin + run.glyphs.back().x;
      CHECK(begin >= inset);
      CHECK(end <= page.width - inset);
      const bool beside = end <= page.width / 2 - cross || begin >= page.width / 2 + cross;
      CHECK(beside);
      spans.emplace_back(begin, end);
    }
    std::sort(spans.begin(), spans.end());
    for (size_t i = 1; i < spans.size(); ++i) CHECK(spans[i].first > spans[i - 1].second);
  }
}

TEST_CASE("what has no room is left out, the title first", "[pdf]") {
  pdf::SlugWords words = kWords;
  words.title = "一本名字很长的书：讲茶山、石桥、图书馆与园艺，也讲它们的来历";
  const auto said = [&](int64_t width) {
    const pdf::SlugLines lines = set({sheet(width, "128")}, words);
    return said_by(lines.lines[lines.pages[0].line].words) + said_by(lines.pages[0].folio);
  };
  CHECK(said(400).find("…|书芯|2022-06-01|huozi 1.0|第128页 1/1|") != std::string::npos);
  CHECK(said(200) == "书芯|2022-06-01|第128页 1/1|");
  CHECK(said(60) == "");
}

TEST_CASE("pages without marks have no line", "[pdf]") {
  CHECK(set({sheet(400, "1", false)}).pages.empty());
  const pdf::SlugLines mixed = set({sheet(400, "1", false), sheet(400, "2"), sheet(500, "3")});
  CHECK(all_of(mixed, 0).empty());
  CHECK(mixed.pages[1].line != mixed.pages[2].line);
}

TEST_CASE("the line is text of the press's file, the inks' names on the plates a page has", "[pdf]") {
  std::vector<layout::Page> pages = {sheet(400, "1"), sheet(400, "2"), sheet(400, "3")};
  layout::RuleItem rule;
  rule.rect = {Length::points(10), Length::points(10), Length::points(50), Length::points(1)};
  rule.color = {style::Color::Space::cmyk, {0, 1000, 0, 0}};
  pages[1].items.push_back({layout::Region::body, rule});
  pdf::Options options = test::options();
  options.slug = set(pages);
  std::vector<const text::Font*> fonts;
  text::FontLibrary& library = test::test_library();
  for (size_t i = 0; i < library.size(); ++i) fonts.push_back(&library.font(static_cast<text::FontId>(i)));
  const auto written = [&](pdf::Profile profile, pdf::PressFacts* facts = nullptr) {
    options.profile = profile;
    source::Diagnostics diagnostics;
    return pdf::write_pdf(test::book(), pages, fonts, options, diagnostics, facts);
  };
  pdf::PressFacts facts;
  const std::string bytes = written(pdf::Profile::print, &facts);
  CHECK(facts.colour == std::vector<bool>{false, true, false});
  CHECK_FALSE(facts.fonts.empty());
  const auto shown = test::run_on("pdftotext -layout {} -", bytes);
  if (shown) {
    CHECK(shown->find("茶山与石桥") != std::string::npos);
    for (const char* folio : {"1/3", "2/3", "3/3"}) CHECK(shown->find(folio) != std::string::npos);
    size_t cyan = 0, black = 0;
    for (size_t at = shown->find("青"); at != std::string::npos; at = shown->find("青", at + 1)) ++cyan;
    for (size_t at = shown->find("黑"); at != std::string::npos; at = shown->find("黑", at + 1)) ++black;
    CHECK(cyan == 1);
    CHECK(black == 3);
  }
  const auto screen = test::run_on("pdftotext {} -", written(pdf::Profile::plain));
  if (screen) CHECK(screen->find("茶山") == std::string::npos);
}
