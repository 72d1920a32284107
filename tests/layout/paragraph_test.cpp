#include "layout/paragraph.h"

#include <ctime>
#include <random>

#include "base/utf8.h"
#include "support/catch.h"
#include "support/set_lines.h"

using namespace huozi;
using base::Length;
using layout::SetLine;
using test::inline_text;
using test::kEmSize;
using test::Placed;
using test::placed;
using test::set_lines;
using test::shape;

namespace {

constexpr std::string_view kClosers = "，。、；：！？”’）》〉」』】";
constexpr std::string_view kOpeners = "“‘（《〈「『【";

bool one_of(std::string_view set, std::string_view character) {
  return !character.empty() && set.find(character) != std::string_view::npos;
}

// Where the line ends for the eye: the last character's square, a closing mark's half of it.
Length right_edge(const std::vector<Placed>& line) {
  const Placed& last = line.back();
  return one_of(kClosers, last.text) ? last.end() - kEmSize / 2 : last.end();
}
Length left_edge(const std::vector<Placed>& line) {
  return one_of(kOpeners, line.front().text) ? line.front().x + kEmSize / 2 : line.front().x;
}

std::vector<std::string> texts(const std::string& text, int64_t ems, int64_t indent = 0) {
  std::vector<std::string> out;
  for (const SetLine& line : set_lines(inline_text(text), shape(kEmSize * ems, kEmSize * indent))) {
    out.push_back(test::text_of(line));
  }
  return out;
}

// The gaps of the only line, in thousandths of an em, when the measure is this much wider than the text's own width.
std::vector<int64_t> gaps(const std::string& text, int64_t milli_room) {
  layout::ParagraphShape wide = shape(kEmSize * 1000);
  const Length own = set_lines(inline_text(text), wide).at(0).width;
  layout::ParagraphShape tight = shape(own + kEmSize.scaled(milli_room, 1000));
  tight.align_last = style::TextAlign::justify;
  const auto lines = set_lines(inline_text(text), tight);
  REQUIRE(lines.size() == 1);
  const std::vector<Placed> line = placed(lines[0]);
  CHECK(right_edge(line) == tight.measure);
  std::vector<int64_t> out;
  for (size_t k = 1; k < line.size(); ++k) out.push_back(test::milli(line[k].x - line[k - 1].end()));
  return out;
}

using Gaps = std::vector<int64_t>;

// Sentences as books have them: Han, all marks, numbers, words, quotations, pairs.
std::string random_text(std::mt19937& random, size_t pieces) {
  constexpr std::string_view kPieces[] = {"，", "。",         "、",   "；", "：“",  "”。", "《论语》", "（注）",
                                          "——", "……",         "！",   "？", "2024", "25℃", "word",     " free trade ",
                                          "A",  "：《诗》，", "“是”", "·",  "）。", "3.14"};
  std::string out;
  for (size_t i = 0; i < pieces; ++i) {
    for (size_t han = random() % 9 + (i == 0); han > 0; --han) {
      base::append_utf8(out, U'一' + static_cast<char32_t>(random() % 5000));
    }
    out += kPieces[random() % std::size(kPieces)];
  }
  base::append_utf8(out, U'完');
  return out;
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("plain text breaks at the measure, its first line indented") {
  CHECK(texts("一二三四五六七八九十百千", 5, 2) == std::vector<std::string>{"一二三", "四五六七八", "九十百千"});
  CHECK(texts("", 5).empty());
}

TEST_CASE("blank halves at a line's edges hang over it") {
  const auto lines = set_lines(inline_text("一二三四“六七八，十百"), shape(kEmSize * 4));
  REQUIRE(lines.size() == 3);
  CHECK(test::text_of(lines[1]) == "“六七八，");
  const auto line = placed(lines[1]);
  CHECK(line.front().x == -kEmSize / 2);
  CHECK(line.back().end() == kEmSize * 4 + kEmSize / 2);
}

TEST_CASE("an opening mark after the indent keeps its square") {
  CHECK(placed(set_lines(inline_text("“一二三"), shape(kEmSize * 8, kEmSize * 2))[0]).front().x == kEmSize * 2);
}

TEST_CASE("so does one after a forced break, but none on lines in the middle") {
  // A6: one way throughout.
  const layout::InlineText in = inline_text("“一二三四五”\u2028“六七”");
  const auto lines = set_lines(in, shape(kEmSize * 4));
  REQUIRE(lines.size() == 3);
  CHECK(placed(lines[0]).front().x == Length());
  CHECK(placed(lines[2]).front().x == Length());
  CHECK(placed(set_lines(inline_text("一二三四“五六"), shape(kEmSize * 4))[1]).front().x == -kEmSize / 2);
  layout::ParagraphShape centred = shape(kEmSize * 8);
  centred.align = centred.align_last = style::TextAlign::center;
  const auto middle = placed(set_lines(inline_text("“一二”"), centred)[0]);
  CHECK(left_edge(middle) == centred.measure - right_edge(middle));
}

TEST_CASE("marks hang at a line's end where the style says so") {
  // A11, CLREQ 3.1.7
  layout::InlineText in = inline_text("一二三四，五六七八。九十");
  const auto ends = [&](int64_t ems) {
    std::vector<std::string> out;
    const layout::ParagraphShape narrow = shape(kEmSize * ems);
    for (const SetLine& line : set_lines(in, narrow)) {
      const std::vector<Placed> glyphs = placed(line);
      const int64_t over = test::milli(glyphs.back().x - narrow.measure);
      out.push_back(test::text_of(line) + " " + std::to_string(over));
    }
    return out;
  };
  using Ends = std::vector<std::string>;
  CHECK(ends(4) == Ends{"一二三 -1000", "四，五六 -1000", "七八。九 -1000", "十 -4000"});
  in.styles[0].spacing.hang = text::HangStyle::force_end;
  CHECK(ends(4) == Ends{"一二三四， 0", "五六七八。 0", "九十 -3000"});
  in.styles[0].spacing.hang = text::HangStyle::allow_end;
  CHECK(ends(4) == Ends{"一二三四， 0", "五六七八。 0", "九十 -3000"});
  CHECK(ends(10) == Ends{"一二三四，五六七八。 -500", "九十 -9000"});
}

TEST_CASE("rules that leave no line are broken for one line, and it is said") {
  // K12
  source::Diagnostics diagnostics;
  text::Shaper shaper(test::test_library());
  layout::InlineText in = inline_text("一二。』」）三四");
  in.runs[0].span = {0, 100, 130};
  const auto lines = layout::set_paragraph(in, shape(kEmSize * 2), 0, shaper, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].rule == "layout.forbidden-break");
  CHECK(diagnostics.items()[0].span == source::Span{0, 100, 130});
  std::string all;
  for (const SetLine& line : lines) {
    CHECK(line.width <= kEmSize * 2);
    all += test::text_of(line);
  }
  CHECK(all == in.text);
  source::Diagnostics none;
  layout::set_paragraph(in, shape(kEmSize * 4), 0, shaper, none);
  CHECK(none.items().empty());
}

TEST_CASE("widths are settled before a line is judged: one more mark fits instead of a character pushed out") {
  // A10
  CHECK(texts("一二三》，四五", 4) == std::vector<std::string>{"一二三》，", "四五"});
  CHECK(texts("一二三，“四五", 4) == std::vector<std::string>{"一二三，", "“四五"});
}

TEST_CASE("a character's variation stands at a line's end too") {
  // C9
  const auto lines = set_lines(inline_text("一二葛\U000E0100三四"), shape(kEmSize * 3));
  REQUIRE(lines.size() == 2);
  const auto& run = std::get<layout::GlyphRun>(lines[0].items.at(0));
  CHECK(run.text == "一二葛\U000E0100");
  CHECK(run.glyphs.at(2).id == test::test_library().font(run.font).variation_glyph(U'葛', 0xE0100));
}

TEST_CASE("a line is squeezed tier by tier, each used up before the next") {
  // CLREQ 3.5.3: brackets, commas, Han-Latin gaps, stops.
  const std::string text = "汉（汉汉，汉A汉。汉";
  CHECK(gaps(text, 0) == Gaps{0, 0, 0, 0, 0, 250, 250, 0, 0});
  CHECK(gaps(text, -250) == Gaps{-250, 0, 0, 0, 0, 250, 250, 0, 0});
  CHECK(gaps(text, -750) == Gaps{-500, 0, 0, 0, -250, 250, 250, 0, 0});
  CHECK(gaps(text, -1125) == Gaps{-500, 0, 0, 0, -500, 187, 187, 0, 0});
  CHECK(gaps(text, -1500) == Gaps{-500, 0, 0, 0, -500, 125, 125, 0, -250});
}

TEST_CASE("what is in one tier is squeezed alike") {
  CHECK(gaps("汉，汉，汉；汉", -750) == Gaps{0, -250, 0, -250, 0, -250});
}

TEST_CASE("a line is stretched tier by tier: word spaces, Han-Latin gaps, characters, then whatever there is") {
  // CLREQ 3.5.4
  const std::string text = "汉A B汉字";
  CHECK(gaps(text, 0) == Gaps{250, 250, 250, 0});
  CHECK(gaps(text, 125) == Gaps{250, 375, 250, 0});
  CHECK(gaps(text, 500) == Gaps{375, 500, 375, 0});
  CHECK(gaps(text, 875) == Gaps{500, 500, 500, 125});
  CHECK(gaps(text, 1500) == Gaps{625, 625, 625, 375});
}

TEST_CASE("stretching leaves words, numbers and pairs whole") {
  const Gaps stretched = gaps("汉25℃汉——汉ab汉", 1400);
  REQUIRE(stretched.size() == 10);
  for (const size_t inside : {1u, 2u, 5u, 8u}) CHECK(stretched[inside] == 0);  // 25, 5℃, ——, ab
  for (const size_t between : {3u, 4u, 6u}) CHECK(stretched[between] > 0);
  CHECK(stretched[4] == stretched[6]);
}

TEST_CASE("lines are aligned as the style says") {
  for (const auto& [align, x] :
       {std::pair(style::TextAlign::start, 0), {style::TextAlign::end, 6}, {style::TextAlign::center, 3}}) {
    layout::ParagraphShape aligned = shape(kEmSize * 10);
    aligned.align = aligned.align_last = align;
    CHECK(placed(set_lines(inline_text("一二三四"), aligned)[0]).front().x == kEmSize * x);
  }
}

TEST_CASE("a line is spread however short where that is asked for, and only there") {
  // J7, CLREQ 3.4.3: names of two and three characters in three ems.
  const auto places = [](const std::string& text, const layout::ParagraphShape& shape) {
    std::vector<int64_t> out;
    for (const Placed& each : placed(set_lines(inline_text(text), shape).at(0))) out.push_back(test::milli(each.x));
    return out;
  };
  using Places = std::vector<int64_t>;
  layout::ParagraphShape column = shape(kEmSize * 3);
  column.align_last = style::TextAlign::justify;
  CHECK(places("丁声树", column) == Places{0, 1000, 2000});
  CHECK(places("李荣", column) == Places{0, 2000});
  CHECK(places("吴", column) == Places{0});
  column.measure = kEmSize * 11;
  CHECK(places("丁声树", column) == Places{0, 5000, 10000});
  CHECK(places("汉——字", column) == Places{0, 4500, 5500, 10000});
  // Whatever the other lines are.
  column.align = style::TextAlign::start;
  CHECK(places("李荣", column) == Places{0, 10000});
  column.align_last = style::TextAlign::center;
  CHECK(places("李荣", column) == Places{4500, 5500});
}

TEST_CASE("a line whose gaps would be wider than half an em is left short, and it is said") {
  // J5
  source::Diagnostics diagnostics;
  text::Shaper shaper(test::test_library());
  const auto lines = layout::set_paragraph(inline_text("一二unbreakable"), shape(kEmSize * 6), 0, shaper, diagnostics);
  CHECK(lines.at(0).torn);
  CHECK(lines.at(0).width == kEmSize * 2);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].rule == "layout.short-line");
}

TEST_CASE("letter-spacing stands between characters, not at a line's edges nor within a pair") {
  // J8
  const auto places = [](layout::InlineText in, int64_t milli_measure, style::TextAlign align) {
    in.styles[0].spacing.letter_spacing = kEmSize / 4;
    layout::ParagraphShape aligned = shape(kEmSize.scaled(milli_measure, 1000));
    aligned.align = aligned.align_last = align;
    std::vector<int64_t> out;
    for (const SetLine& line : set_lines(in, aligned)) {
      for (const Placed& each : placed(line)) out.push_back(test::milli(each.x));
    }
    return out;
  };
  using Places = std::vector<int64_t>;
  using enum style::TextAlign;
  CHECK(places(inline_text("一二三四五"), 3500, start) == Places{0, 1250, 2500, 0, 1250});
  CHECK(places(inline_text("一二三"), 5500, end) == Places{2000, 3250, 4500});
  CHECK(places(inline_text("一二三"), 5500, center) == Places{1000, 2250, 3500});
  CHECK(places(inline_text("一————二"), 9000, start) == Places{0, 1250, 2250, 3250, 4250, 5500});
  CHECK(places(inline_text("一…………二"), 9000, start).back() == 5500);
  CHECK(places(inline_text("一？！二"), 9000, start) == Places{0, 1250, 1750, 2500});
  // CSS Text 4 8.2: beside an element with spacing of its own, what holds both decides.
  layout::InlineText in = inline_text("一");
  in.styles.push_back(in.styles[0]);
  in.styles[1].spacing.letter_spacing = kEmSize;
  layout::append_text(in, "二三", 1, {});
  layout::append_text(in, "四", 0, {});
  CHECK(places(in, 9000, start) == Places{0, 1250, 3250, 4500});
}

TEST_CASE("a number stays with what it counts where the line can give, and not where it is tight") {
  // N4
  CHECK(texts("甲，乙，丙，丁，戊，己，第三章子丑", 14) ==
        std::vector<std::string>{"甲，乙，丙，丁，戊，己，第三章", "子丑"});
  CHECK(texts("甲，乙，丙，丁，戊，己，子丑寅卯辰", 14) ==
        std::vector<std::string>{"甲，乙，丙，丁，戊，己，子丑", "寅卯辰"});
  CHECK(texts("甲乙丙丁戊己庚辛壬癸子丑第三章寅卯", 14) ==
        std::vector<std::string>{"甲乙丙丁戊己庚辛壬癸子丑第三", "章寅卯"});
}

TEST_CASE("full stops shown as dots are copied as they were written") {
  // P12
  layout::InlineText in = inline_text("一。二。");
  in.styles[0].dot_stops = true;
  const auto lines = set_lines(in, shape(kEmSize * 10));
  const auto& run = std::get<layout::GlyphRun>(lines.at(0).items.at(0));
  const text::Font& font = test::test_library().font(run.font);
  CHECK(run.text == in.text);
  CHECK(run.glyphs.at(1).id == font.glyph(U'．'));
  CHECK(run.glyphs.at(1).id != font.glyph(U'。'));
  CHECK(lines[0].width == kEmSize * 4 - kEmSize / 2);
  in.styles[0].dot_stops = false;
  const auto plain = set_lines(in, shape(kEmSize * 10));
  CHECK(std::get<layout::GlyphRun>(plain.at(0).items.at(0)).glyphs.at(1).id == font.glyph(U'。'));
}

TEST_CASE("a forced break ends a line unstretched") {
  const auto lines = set_lines(inline_text("一二三\u2028四五"), shape(kEmSize * 10));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].width == kEmSize * 3);
  CHECK(test::text_of(lines[1]) == "四五");
}

TEST_CASE("the blank between two lines belongs to the first line's text") {
  CHECK(texts("alpha beta gamma", 5) == std::vector<std::string>{"alpha beta ", "gamma"});
  CHECK(texts("一二三四五六七", 5) == std::vector<std::string>{"一二三四五", "六七"});
}

TEST_CASE("a note's call stands in the line with its width") {
  layout::InlineText in = inline_text("一二，");
  layout::InlineObject call;
  call.kind = layout::InlineObject::Kind::note_call;
  call.width = kEmSize / 2;
  call.note_index = 7;
  layout::append_object(in, call);
  layout::append_text(in, "三四", 0, {});
  const auto lines = set_lines(in, shape(kEmSize * 10));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].objects == std::vector<uint32_t>{0});
  const auto line = placed(lines[0]);
  REQUIRE(line.size() == 6);
  CHECK(line[3].text == "\uFFFC");
  CHECK(line[3].x == kEmSize * 2 + kEmSize / 2);  // over the comma's blank half
  CHECK(line[4].x == kEmSize * 3);
}

TEST_CASE("marks are trimmed across runs of another face") {
  layout::InlineText in = inline_text("一《");
  in.styles.push_back(in.styles[0]);
  in.styles[1].fonts = &test::test_library().resolve({{"kai"}, 400, false, "zh-Hans"});
  layout::append_text(in, "书", 1, {});
  layout::append_text(in, "》，二", 0, {});
  const auto line = placed(set_lines(in, shape(kEmSize * 10))[0]);
  CHECK(line[4].x - line[3].x == kEmSize / 2);
  CHECK(line[5].x == kEmSize * 4 + kEmSize / 2);
}

TEST_CASE("missing characters are reported where they stand") {
  layout::InlineText in = inline_text("汉𪛟字");
  in.runs[0].span = {0, 100, 110};
  source::Diagnostics diagnostics;
  text::Shaper shaper(test::test_library());
  layout::set_paragraph(in, shape(kEmSize * 10), 0, shaper, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].rule == "fonts.missing-character");
  CHECK(diagnostics.items()[0].span == source::Span{0, 103, 107});
}

TEST_CASE("random text is set without loss, on the measure and by the rules, at many measures") {
  constexpr std::string_view kNoStart = "，。、；：！？”’）》〉」』】·—…℃%";
  std::mt19937 random(11);
  int short_lines = 0;  // torn otherwise: before long words, in narrow columns
  for (int64_t ems = 9; ems <= 34; ems += ems < 16 ? 1 : 3) {
    for (int round = 0; round < 12; ++round) {
      const std::string text = random_text(random, 60);
      const Length measure = kEmSize * ems;
      const auto lines = set_lines(inline_text(text), shape(measure, kEmSize * 2));
      std::string all;
      for (size_t i = 0; i < lines.size(); ++i) {
        const std::string line_text = test::text_of(lines[i]);
        all += line_text;
        const std::vector<Placed> line = placed(lines[i]);
        REQUIRE_FALSE(line.empty());
        INFO(ems << " em: " << line_text);
        CHECK(left_edge(line) == (i == 0 ? kEmSize * 2 : Length()));
        if (i > 0) CHECK_FALSE(one_of(kNoStart, line.front().text));
        CHECK_FALSE(one_of(kOpeners, line.back().text));
        if (i + 1 < lines.size() && !lines[i].short_of_measure) CHECK(right_edge(line) == measure);
        if (i + 1 == lines.size()) CHECK(right_edge(line) <= measure);
        for (size_t k = 1; k < line.size(); ++k) CHECK(line[k].x >= line[k - 1].x);
        short_lines += lines[i].short_of_measure;
      }
      CHECK(without_blanks(all) == without_blanks(text));
    }
  }
  CHECK(short_lines < 10);
}

TEST_CASE("a long paragraph is set in reasonable time") {
  std::string text;
  for (char32_t c = 0; c < 200'000; ++c) base::append_utf8(text, U'一' + c % 20'000);
  const std::clock_t begin = std::clock();
  const auto lines = set_lines(inline_text(text), shape(kEmSize * 28));
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 5);
  CHECK(lines.size() == 200'000 / 28 + 1);
}
