#include "layout/hyphens.h"

#include "support/catch.h"
#include "support/set_lines.h"

using namespace huozi;
using style::Hyphens;
using test::kEmSize;

namespace {

using Lines = std::vector<std::string>;

layout::InlineText words(std::string text, Hyphens hyphens = Hyphens::auto_, std::string language = "en") {
  layout::InlineText in = test::inline_text(std::move(text));
  in.styles[0].hyphens = hyphens;
  in.styles[0].language = std::move(language);
  return in;
}

// The lines' texts, + where a hyphen is drawn.
Lines lines(const layout::InlineText& in, int64_t half_ems) {
  layout::ParagraphShape narrow = test::shape(kEmSize * half_ems / 2);
  narrow.align = style::TextAlign::start;
  Lines out;
  for (const layout::SetLine& line : test::set_lines(in, narrow)) {
    out.push_back(test::text_of(line));
    for (const layout::RowItem& item : line.items) {
      if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->hyphen) out.back() += '+';
    }
  }
  return out;
}

// The text with = where it may be divided by a hyphen.
std::string divided(const layout::InlineText& in) {
  const text::ShapedText shaped = test::shaped(in.text, {}, in.styles[0].language);
  layout::BreakInput input;
  const size_t n = shaped.clusters.size();
  input.breaks = text::break_opportunities(shaped.clusters, text::BreakLevel::strict);
  input.end_trim.resize(n);
  input.weighty.assign(n, 1);
  std::string out;
  size_t begin = 0;
  for (const layout::LineHyphen& place : layout::open_hyphens(in, shaped, test::test_library(), input)) {
    CHECK(input.breaks[place.before] == text::BreakKind::allowed);
    CHECK(input.end_trim[place.before - 1] == -place.advance);
    CHECK(input.hyphen_before(place.before) != layout::BreakInput::kNoHyphen);
    const size_t end = shaped.clusters[place.before].text_begin;
    out += in.text.substr(begin, end - begin) + "=";
    begin = end;
  }
  return out + in.text.substr(begin);
}

void check_whole(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) CHECK(divided(words(text)) == text);
}

}  // namespace

TEST_CASE("a word at a line's end is divided, its hyphen within the measure and in no text") {
  CHECK(lines(words("one hyphenation of two"), 12) == Lines{"one hyphen+", "ation of two"});
  layout::ParagraphShape narrow = test::shape(kEmSize * 6);
  const auto set = test::set_lines(words("one hyphenation of two"), narrow);
  const auto first = test::placed(set[0]);
  CHECK(first.back().text.empty());
  CHECK(first.back().end() == narrow.measure);
  CHECK(set[0].width == narrow.measure);
}

TEST_CASE("without hyphens the word stays whole") {
  for (const Hyphens hyphens : {Hyphens::none, Hyphens::manual}) {
    CHECK(lines(words("one hyphenation of two", hyphens), 13) == Lines{"one ", "hyphenation ", "of two"});
  }
}

TEST_CASE("soft hyphens divide where they stand and are seen and copied nowhere else") {
  for (const Hyphens hyphens : {Hyphens::manual, Hyphens::auto_}) {
    CHECK(lines(words("one hyphena\u00ADtion of two", hyphens), 14) == Lines{"one hyphena+", "tion of two"});
  }
  CHECK(lines(words("one hyphena\u00ADtion of two", Hyphens::none), 14) == Lines{"one ", "hyphenation of ", "two"});
  CHECK(lines(words("one hyphena\u00ADtion", Hyphens::manual), 50) == Lines{"one hyphenation"});
  CHECK(lines(words("a\u00ADb\u00ADc，一\u00AD二\u00AD。", Hyphens::manual), 50) == Lines{"abc，一二。"});
}

TEST_CASE("glyphs after a soft hyphen keep their text") {
  const auto set = test::set_lines(words("ab\u00ADcd\u00ADe 一", Hyphens::manual), test::shape(kEmSize * 20));
  std::string out;
  for (const test::Placed& glyph : test::placed(set.at(0))) out += glyph.text + '|';
  CHECK(out == "a|b|c|d|e|一|");
}

TEST_CASE("an author's soft hyphens go before the dictionary's points") {
  CHECK(divided(words("hyphenation hyphena\u00ADtion")) == "hy=phen=ation hyphena\u00AD=tion");
  CHECK(divided(words("\u00ADhyphe\u00AD-\u00ADnation\u00AD x\u00AD")) ==
        "\u00ADhyphe\u00AD-\u00ADnation\u00AD x\u00AD");
}

TEST_CASE("marks around a word do not matter") {
  CHECK(divided(words("(hyphenation), “hyphenation”—'hyphenation'…")) ==
        "(hy=phen=ation), “hy=phen=ation”—'hy=phen=ation'…");
  CHECK(divided(words("government’s")) == "gov=ern=ment’s");
}

TEST_CASE("addresses, compounds, abbreviations, numbers and names of programs are not divided by dictionary") {
  check_whole({"https://example.org/information", "information@information.org", "information/information",
               "well-information", "information2", "2information", "INFORMATION", "inFormation",
               "information_information", "information.information", "#information", "information()x",
               "C++information"});
}

TEST_CASE("Latin words of Chinese text are divided as English ones") {
  CHECK(divided(words("国际化（internationalization）的information。", Hyphens::auto_, "zh-Hans")) ==
        "国际化（in=ter=na=tion=al=iza=tion）的in=for=ma=tion。");
  CHECK(divided(words("правительство", Hyphens::auto_, "zh-Hans")) == "правительство");
}

TEST_CASE("a point within a ligature is passed over") {
  CHECK(divided(words("scientific")) == "sci=en=tific");  // sci-en-tif-ic, and fi is one glyph
}

TEST_CASE("the hyphen of a paragraph's last word is marked") {
  const layout::InlineText in = words("hyphenation hyphenation。”");
  const text::ShapedText shaped = test::shaped(in.text);
  layout::BreakInput input;
  const size_t n = shaped.clusters.size();
  input.breaks = text::break_opportunities(shaped.clusters, text::BreakLevel::strict);
  input.end_trim.resize(n);
  for (const text::Cluster& c : shaped.clusters) input.weighty.push_back(!text::is_mark(c.cls));
  const auto places = layout::open_hyphens(in, shaped, test::test_library(), input);
  REQUIRE(places.size() == 4);
  for (size_t i = 0; i < 4; ++i) {
    CHECK(input.hyphen_before(places[i].before) ==
          (i < 2 ? layout::BreakInput::kHyphen : layout::BreakInput::kLastWord));
  }
}

TEST_CASE("no more than two hyphens stand below one another where no line would be torn without") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += std::string(i ? " " : "") + (i % 3 ? "information" : "a representative of");
  const auto longest_ladder = [&](int64_t half_ems) {
    int longest = 0, ladder = 0;
    layout::ParagraphShape narrow = test::shape(kEmSize * half_ems / 2);
    for (const layout::SetLine& line : test::set_lines(words(text), narrow)) {
      const auto* run = std::get_if<layout::GlyphRun>(&line.items.back());
      ladder = run && run->hyphen ? ladder + 1 : 0;
      longest = std::max(longest, ladder);
    }
    return longest;
  };
  for (int64_t half_ems = 62; half_ems <= 90; ++half_ems) {
    INFO(half_ems);
    CHECK(longest_ladder(half_ems) <= 2);
  }
  CHECK(longest_ladder(8) > 2);  // each word is longer than a line
}

TEST_CASE("a style within a word may forbid its division, and its hyphen is of the word's size") {
  layout::InlineText in = words("hyphen");
  in.styles.push_back(in.styles[0]);
  in.styles[1].hyphens = Hyphens::none;
  layout::append_text(in, "ation", 1, {});
  CHECK(lines(in, 8) == Lines{"hyphenat", "ion"});  // where it must, and no hyphen
  in.styles[1].hyphens = Hyphens::auto_;
  in.styles[1].size = kEmSize / 2;
  layout::append_text(in, " of", 0, {});
  layout::ParagraphShape narrow = test::shape(kEmSize * 7 / 2);
  const auto set = test::set_lines(in, narrow);
  CHECK(test::placed(set.at(0)).back().advance == kEmSize / 2);
}
