#include "layout/plain_run.h"

#include "support/catch.h"
#include "support/set_lines.h"

using namespace huozi;
using base::Length;
using test::kEmSize;

namespace {

layout::PlainText plain(std::string_view text, Length limit = {}) {
  text::Shaper shaper(test::test_library());
  return layout::set_plain(text, test::inline_text("").styles[0], shaper, {0, 5}, limit);
}

std::string text_of(const layout::PlainText& set) {
  std::string out;
  for (const layout::GlyphRun& run : set.runs) out += run.text;
  return out;
}

}  // namespace

TEST_CASE("a short text has its natural width, marks beside each other trimmed") {
  CHECK(plain("书名").width == kEmSize * 2);
  CHECK(plain("12").width == kEmSize);
  CHECK(plain("《书》，卷").width == kEmSize * 4 + kEmSize / 2);
  CHECK(plain("书名").runs.at(0).node == document::NodeId{0, 5});
  CHECK(plain("").runs.empty());
}

TEST_CASE("soft hyphens are left out, so that a cut falls between characters") {
  CHECK(text_of(plain("ty\u00ADpo")) == "typo");
  CHECK(text_of(plain("a\u00ADb\u00ADc\u00ADd二三四五", kEmSize * 9 / 2)) == "abcd二…");
}

TEST_CASE("only its last run ends the line") {
  const layout::PlainText set = plain("书𠀀名");
  REQUIRE(set.runs.size() == 3);
  CHECK_FALSE(set.runs[0].line_end);
  CHECK(set.runs[2].line_end);
}

TEST_CASE("a text wider than its limit is cut between characters, with dots") {
  CHECK(text_of(plain("一二三四五", kEmSize * 5)) == "一二三四五");
  CHECK(text_of(plain("一二三四五六", kEmSize * 5)) == "一二三四…");
  CHECK(plain("一二三四五六", kEmSize * 5).width <= kEmSize * 5);
  CHECK(text_of(plain("一，（二）三四", kEmSize * 5)) == "一，（二…");
  CHECK(text_of(plain("一二", kEmSize)) == "");
  std::string long_text;
  for (int i = 0; i < 50'000; ++i) long_text += "字a";
  CHECK(text_of(plain(long_text, kEmSize * 4)) == "字a字…");
}
