#include "layout/fit_line.h"

#include "support/catch.h"
#include "support/set_lines.h"

using namespace huozi;
using base::Length;
using test::kEmSize;

namespace {

layout::FittedText fit(std::string_view text, Length room) {
  text::Shaper shaper(test::test_library());
  return layout::fit_line(text, test::inline_text("").styles[0], shaper, room);
}

std::string text_of(const layout::FittedText& fitted) {
  std::string out;
  for (const layout::GlyphRun& run : fitted.text.runs) out += run.text;
  return out;
}

}  // namespace

TEST_CASE("what fits is left alone") {
  const auto fitted = fit("一二三四", kEmSize * 4);
  CHECK_FALSE(fitted.cut);
  CHECK(fitted.text.width == kEmSize * 4);
}

TEST_CASE("a line a little too long is drawn together as much as it must") {
  const auto fitted = fit("一二三四五六七八九十", kEmSize * 98 / 10);
  CHECK_FALSE(fitted.cut);
  CHECK(text_of(fitted) == "一二三四五六七八九十");
  CHECK(fitted.text.width <= kEmSize * 98 / 10);
  CHECK(fitted.text.width > kEmSize * 97 / 10);
}

TEST_CASE("a line much too long is cut behind a pause or a word, which does not stay") {
  const auto at_pause = fit("关于信访工作，一二三四五六七八", kEmSize * 9);
  CHECK(at_pause.cut);
  CHECK(text_of(at_pause) == "关于信访工作…");
  const auto at_word = fit("中华人民共和国中央人民政府办公厅", kEmSize * 9);
  CHECK(at_word.cut);
  CHECK(text_of(at_word) == "中华人民共和国…");
  CHECK(at_word.text.width <= kEmSize * 9);
}

TEST_CASE("a year and what is counted are cut off whole") {
  CHECK(text_of(fit("五年规划和二〇三五年远景目标", kEmSize * 9)) == "五年规划和…");
  CHECK(text_of(fit("社会发展的第十四个五年规划", kEmSize * 9)) == "社会发展的…");
}

TEST_CASE("no room is too small, no text too long to try") {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "字，";
  for (const int tenths : {0, 1, 5, 10, 15, 25, 100}) {
    const auto fitted = fit(text, kEmSize * tenths / 10);
    CHECK(fitted.cut);
    CHECK(fitted.text.width <= kEmSize * tenths / 10);
  }
  CHECK_FALSE(fit("", Length()).cut);
}
