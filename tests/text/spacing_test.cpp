#include "text/spacing.h"

#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using test::milli;
using text::Glue;
using text::SpacingStyle;
using text::TrimStyle;

namespace {

// Thousandths of an em: advances and natural glue, without trims at the ends.
int64_t width(std::string_view text, const SpacingStyle& style = {}, const std::vector<bool>& calls = {}) {
  const text::ShapedText set = test::shaped(text, calls);
  base::Length sum;
  for (size_t i = 0; i < set.clusters.size(); ++i) {
    if (i > 0) sum += text::glue_between(set.clusters[i - 1], set.clusters[i], style).natural;
    sum += set.clusters[i].advance;
  }
  return milli(sum);
}

// The glue before the cluster with this index.
Glue glue(std::string_view text, size_t index = 1, const std::vector<bool>& calls = {}) {
  const text::ShapedText set = test::shaped(text, calls);
  return text::glue_between(set.clusters.at(index - 1), set.clusters.at(index), {});
}

SpacingStyle trim(TrimStyle trim_style) {
  SpacingStyle style;
  style.trim = trim_style;
  return style;
}

}  // namespace

TEST_CASE("adjacent marks keep one blank half between them at most") {
  // CLREQ 3.1.6.2
  for (const char* pair : {"》，", "”。", "：“", "，（", "（（", "））", "。”", "、《", "）（", "！”"}) {
    INFO(pair);
    CHECK(width(pair) == 1500);
  }
  CHECK(width("》”。") == 2000);
  CHECK(width("：“《") == 2000);
  CHECK(width("》，（") == 2000);
}

TEST_CASE("a mark keeps its square beside characters") {
  CHECK(width("汉，字") == 3000);
  CHECK(width("（汉）") == 3000);
  CHECK(width("汉，A") == 2500);
}

TEST_CASE("trimming follows the style") {
  CHECK(width("汉，字。（文）》，", trim(TrimStyle::space_all)) == 9000);
  CHECK(width("汉，字。文", trim(TrimStyle::normal)) == 5000);
  CHECK(width("汉，字。文", trim(TrimStyle::kaiming)) == 4500);
  CHECK(width("汉，字。文", trim(TrimStyle::trim_all)) == 4000);
  CHECK(width("汉（字）文", trim(TrimStyle::trim_all)) == 4000);
  CHECK(width("汉》，字", trim(TrimStyle::trim_all)) == 3000);
  for (const TrimStyle half : {TrimStyle::trim_all, TrimStyle::kaiming}) CHECK(width("汉，（字", trim(half)) == 3000);
  CHECK(width("汉。（字", trim(TrimStyle::kaiming)) == 3500);
}

TEST_CASE("Han and Latin stand a quarter em apart, typed blank or not") {
  CHECK(width("汉A") == 1750);
  CHECK(width("A汉") == 1750);
  CHECK(width("汉 A") == 1750);
  CHECK(width("汉2汉") == 3000);
  CHECK(width("汉  A") == 1750);
  SpacingStyle none;
  none.autospace = false;
  CHECK(width("汉A", none) == 1500);
  CHECK(width("汉 A", none) == 1750);
}

TEST_CASE("no gap beside Chinese marks, even where a blank was typed") {
  CHECK(width("，A") == 1500);
  CHECK(width("， A") == 1500);
  CHECK(width("A，") == 1500);
  CHECK(width("A （") == 1500);
  CHECK(width("A·汉") == 2000);
  CHECK(width("汉 —— A") == 3500);
  CHECK(width("汉…… A") == 3500);
  CHECK(width("汉 · 字 ／ 字") == 4000);
  CHECK(width("（A）") == 2500);
  CHECK(width("汉\u00A0A") == 1750);
  CHECK(width("，\u00A0A") == 1500);
}

TEST_CASE("a word space is the blank's own width") {
  CHECK(width("A B") == 1250);
  const Glue space = glue("A B");
  CHECK(milli(space.stretch[text::kStretchWordSpace]) == 250);
  CHECK(milli(space.shrink[text::kShrinkWordSpace]) == 0);
}

TEST_CASE("letter spacing is added to every gap") {
  SpacingStyle wide;
  wide.letter_spacing = test::kShapeSize / 4;
  CHECK(width("汉字文", wide) == 3500);
}

TEST_CASE("the blank under a note mark is not needed") {
  CHECK(width("汉，\uFFFC字", {}, {true}) == 3000);
  CHECK(width("汉\uFFFC，", {}, {true}) == 2500);
  CHECK(width("A\uFFFC汉", {}, {true}) == 2000);
}

TEST_CASE("what may shrink stands in the tier of its kind") {
  // CLREQ 3.5.3
  CHECK(milli(glue("，汉").shrink[text::kShrinkComma]) == 500);
  CHECK(milli(glue("。汉").shrink[text::kShrinkStop]) == 500);
  CHECK(milli(glue("）汉").shrink[text::kShrinkBracket]) == 500);
  CHECK(milli(glue("汉（").shrink[text::kShrinkBracket]) == 500);
  CHECK(milli(glue("汉A").shrink[text::kShrinkAutospace]) == 125);
  CHECK(milli(glue("汉A").stretch[text::kStretchAutospace]) == 250);
  const auto total = [](const Glue& g) {
    base::Length sum;
    for (const base::Length tier : g.shrink) sum += tier;
    return milli(sum);
  };
  CHECK(total(glue("汉字")) == 0);
  CHECK(total(glue("》，")) == 0);    // already trimmed
  CHECK(total(glue("）（")) == 500);  // the half that stayed
  CHECK(total(glue("，（")) == 500);
}

TEST_CASE("no gap opens inside words, numbers and pairs, nor beside connectors") {
  // CLREQ 3.5.4
  const auto spreads = [](std::string_view text, size_t index = 1) {
    return glue(text, index).stretch[text::kStretchAll] > base::Length();
  };
  CHECK(milli(glue("汉字").stretch[text::kStretchCharacters]) == 250);
  CHECK(milli(glue("汉A").stretch[text::kStretchCharacters]) == 0);  // a blank, in the tier of its own
  CHECK(milli(glue("A B").stretch[text::kStretchCharacters]) == 0);
  CHECK(spreads("汉字"));
  CHECK(spreads("汉，"));
  CHECK(spreads("汉A"));
  CHECK(spreads("汉——"));
  CHECK(spreads("A B"));
  CHECK_FALSE(spreads("AB"));
  CHECK_FALSE(spreads("12"));
  CHECK_FALSE(spreads("3.14"));
  CHECK_FALSE(spreads("————"));
  CHECK_FALSE(spreads("…………"));
  CHECK_FALSE(spreads("汉—字"));
  CHECK_FALSE(spreads("汉—字", 2));
  CHECK_FALSE(spreads("１９"));
  CHECK_FALSE(spreads("汉／字"));
  CHECK_FALSE(spreads("25℃", 2));
  CHECK_FALSE(spreads("￥199"));
  CHECK_FALSE(glue("汉\uFFFC", 1, {true}).stretch[text::kStretchAll] > base::Length());
}

TEST_CASE("a line's edge takes the blank half of an opening mark, of a closing one at its end") {
  // CLREQ 3.1.6.3, GB/T 15834 5.1.10
  const auto edges = [](std::string_view text, TrimStyle style) {
    const text::Cluster cluster = test::shaped(text).clusters.at(0);
    return std::pair(milli(text::trim_at_line_start(cluster, trim(style))),
                     milli(text::trim_at_line_end(cluster, trim(style))));
  };
  for (const char* mark : {"“", "‘", "（", "《", "〈", "「", "『", "【", "〔"}) {
    INFO(mark);
    CHECK(edges(mark, TrimStyle::normal) == std::pair<int64_t, int64_t>(500, 0));
    CHECK(edges(mark, TrimStyle::space_all) == std::pair<int64_t, int64_t>(0, 0));
  }
  for (const char* mark : {"，", "、", "；", "：", "。", "！", "？", "”", "’", "）", "》", "」", "】"}) {
    INFO(mark);
    CHECK(edges(mark, TrimStyle::normal) == std::pair<int64_t, int64_t>(0, 500));
    CHECK(edges(mark, TrimStyle::kaiming) == std::pair<int64_t, int64_t>(0, 500));
    CHECK(edges(mark, TrimStyle::space_all) == std::pair<int64_t, int64_t>(0, 0));
  }
  for (const char* other : {"汉", "·", "——", "……", "～", "A", "％"}) {
    INFO(other);
    CHECK(edges(other, TrimStyle::normal) == std::pair<int64_t, int64_t>(0, 0));
  }
}

TEST_CASE("？！ are one mark in every style") {
  // P8, CLREQ 3.1.3.3
  for (const TrimStyle style : {TrimStyle::normal, TrimStyle::space_all, TrimStyle::trim_all, TrimStyle::kaiming}) {
    CHECK(width("汉？！", trim(style)) == 2000);
    CHECK(width("汉！！！", trim(style)) == 3000);
  }
  CHECK(width("？！”") == 2000);
  CHECK(width("汉？！字") == 3000);
}

TEST_CASE("a paragraph's opening mark keeps its blank unless all brackets are half as wide") {
  // A6
  const text::Cluster mark = test::shaped("《").clusters.at(0);
  CHECK(milli(text::trim_at_paragraph_start(mark, trim(TrimStyle::normal))) == 0);
  CHECK(milli(text::trim_at_paragraph_start(mark, trim(TrimStyle::space_all))) == 0);
  CHECK(milli(text::trim_at_paragraph_start(mark, trim(TrimStyle::trim_all))) == 500);
  CHECK(milli(text::trim_at_paragraph_start(mark, trim(TrimStyle::kaiming))) == 500);
}

TEST_CASE("a pausing mark or full stop hangs where the style says so") {
  // A11, CLREQ 3.1.7
  const auto at_end = [](std::string_view text, text::HangStyle hang) {
    SpacingStyle style;
    style.hang = hang;
    const text::Cluster mark = test::shaped(text).clusters.at(0);
    return std::pair(milli(text::trim_at_line_end(mark, style)), milli(text::hang_at_line_end(mark, style)));
  };
  using Ends = std::pair<int64_t, int64_t>;
  for (const char* mark : {"，", "、", "。", "．"}) {
    INFO(mark);
    CHECK(at_end(mark, text::HangStyle::none) == Ends(500, 0));
    CHECK(at_end(mark, text::HangStyle::force_end) == Ends(1000, 0));
    CHECK(at_end(mark, text::HangStyle::allow_end) == Ends(500, 500));
  }
  for (const char* other : {"；", "！", "”", "）", "汉", "A"}) {
    INFO(other);
    CHECK(at_end(other, text::HangStyle::force_end) == at_end(other, text::HangStyle::none));
    CHECK(at_end(other, text::HangStyle::allow_end).second == 0);
  }
}
