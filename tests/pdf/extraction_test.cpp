// Copy and search: what other programs read out of our PDFs must be the source's text.
#include "pages.h"
#include "pdf/embedded_font.h"
#include "support/catch.h"

using namespace huozi;
using base::Length;

namespace {

std::string without_line_ends(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == '\f'; });
  return text;
}

void check_extraction(const std::vector<test::Piece>& pieces, const test::LineOptions& options = {}) {
  auto page = test::page(test::line(pieces, options));
  page.width = Length::points(600);
  const std::string bytes = test::write({page});
  std::string expected;
  for (const test::Piece& piece : pieces) expected += piece.text;
  for (const char* command : {"pdftotext {} -", "pdftotext -layout {} -", "pdftotext -raw {} -"}) {
    INFO(command);
    if (const auto text = test::run_on(command, bytes)) CHECK(without_line_ends(*text) == expected);
  }
}

}  // namespace

TEST_CASE("extracted text has no blanks the source has not") {
  check_extraction({{test::kSong, "使用LaTeX排版系统，共100页，2024年5月完成。"}});
  check_extraction({{test::kSong, "使用"},
                    {test::kLatin, "LaTeX"},
                    {test::kSong, "排版，共"},
                    {test::kLatin, "100"},
                    {test::kSong, "页。"}});
  check_extraction({{test::kSong, "汉字"}, {test::kKai, "楷体字"}, {test::kSong, "abc汉字"}});
}

TEST_CASE("extracted text keeps the blanks the source has") {
  check_extraction({{test::kSong, "中文 with English words 混排 in one line"}});
  test::LineOptions tight;
  tight.space = Length::ratio(21, 16);
  check_extraction({{test::kSong, "tight spaces between "}, {test::kLatin, "many English words"}}, tight);
}

TEST_CASE("extracted text does not depend on how far a line is stretched") {
  for (const int64_t percent : {3, 6, 9, 10, 11, 15, 20, 30, 50}) {
    test::LineOptions options;
    options.stretch = Length::ratio(21 * percent, 200);
    check_extraction({{test::kSong, "拉伸的一行汉字，每字都加了一点：“引号”——破折号……完。"}}, options);
  }
}

TEST_CASE("ligatures read as the characters they stand for") {
  check_extraction({{test::kSong, "破折号——在此"}});
  check_extraction({{test::kLatin, "office fire"}});
  const auto page = test::page(test::line({{test::kSong, "——"}, {test::kLatin, "fi"}}));
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  CHECK(pdf::to_unicode_cmap(fonts.fonts[0]).find("<20142014>") != std::string::npos);
  CHECK(pdf::to_unicode_cmap(fonts.fonts[1]).find("<00660069>") != std::string::npos);
}

TEST_CASE("what follows a pair drawn by two glyphs keeps its text") {
  layout::GlyphRun run;
  run.text = "……的";
  run.glyphs = {{1, {}, {}, 0, 6}, {1, {}, {}, 6, 6}, {2, {}, {}, 6, 9}, {3, {}, {}, 6, 9}};
  CHECK(pdf::text_of(run, 0) == "……");
  CHECK(pdf::text_of(run, 1).empty());
  CHECK(pdf::text_of(run, 2) == "的");
  CHECK(pdf::text_of(run, 3).empty());  // shares its range with the one before
}

TEST_CASE("a glyph that shows another text than it usually does reads as that text") {
  auto items = test::line({{test::kSong, "一一"}});
  auto& run = std::get<layout::GlyphRun>(items[0].content);
  run.text = "一〡";  // the second character is shown by the first one's glyph
  run.glyphs[1].text_end = static_cast<uint32_t>(run.text.size());
  const auto text = test::run_on("pdftotext {} -", test::write({test::page(std::move(items))}));
  if (text) CHECK(without_line_ends(*text) == "一〡");
}

TEST_CASE("a divided word reads as one, a compound keeps its own hyphen") {
  for (const std::string own : {"", "a-b, "}) {  // the face's hyphen read as itself elsewhere, or not
    INFO(own);
    auto items = test::line({{test::kLatin, own + "typo-"}});
    auto& run = std::get<layout::GlyphRun>(items[0].content);
    run.text.pop_back();
    run.glyphs.back().text_begin = run.glyphs.back().text_end = static_cast<uint32_t>(run.text.size());
    run.hyphen = true;
    test::LineOptions below;
    below.y = Length::points(78);
    for (auto& item : test::line({{test::kLatin, "graphy of words"}}, below)) items.push_back(std::move(item));
    const auto text = test::run_on("pdftotext {} -", test::write({test::page(std::move(items))}));
    if (text) CHECK(without_line_ends(*text) == own + "typography of words");
  }
}

TEST_CASE("a hyphen of U+2010 at a line's end reads as a plain one") {
  auto items = test::line({{test::kLatin, "typo‐"}});
  auto& run = std::get<layout::GlyphRun>(items[0].content);
  run.text = "typo";
  run.glyphs[4].text_begin = run.glyphs[4].text_end = 4;
  run.hyphen = true;
  const auto text = test::run_on("pdftotext {} -", test::write({test::page(std::move(items))}));
  if (text) CHECK(without_line_ends(*text) == "typo-");
}

TEST_CASE("characters without a glyph are read too") {
  auto items = test::line({{test::kSong, "葛氏"}});
  auto& run = std::get<layout::GlyphRun>(items[0].content);
  run.text = "葛\U000E0100氏";  // a variation selector
  run.glyphs[1].text_begin += 4;
  run.glyphs[1].text_end += 4;
  const auto text = test::run_on("pdftotext {} -", test::write({test::page(std::move(items))}));
  if (text) CHECK(without_line_ends(*text) == "葛\U000E0100氏");
}
