#include "text/shaper.h"

#include <ctime>

#include <iterator>
#include <vector>

#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using test::milli;
using test::shaped;
using text::CharClass;
using text::Cluster;

namespace {

// The clusters' texts with | between them.
std::string clusters(std::string_view text) {
  std::string out;
  for (const Cluster& c : shaped(text).clusters) {
    out += (out.empty() ? "" : "|") + std::string(text.substr(c.text_begin, c.text_end - c.text_begin));
  }
  return out;
}

std::string family(const Cluster& cluster) {
  return test::test_library().font(cluster.font).family();
}

}  // namespace

TEST_CASE("each character is a cluster, a pair of dashes or dots is one") {
  CHECK(clusters("汉字，a1") == "汉|字|，|a|1");
  CHECK(clusters("汉——字……") == "汉|——|字|……");
  CHECK(clusters("————") == "——|——");
  CHECK(clusters("汉…") == "汉|…");
  CHECK(milli(shaped("汉——字").clusters[1].advance) == 2000);
  CHECK(milli(shaped("汉……字").clusters[1].advance) == 2000);
  CHECK(milli(shaped("汉…字").clusters[1].advance) == 1000);
}

TEST_CASE("ligatures and letters with their marks are one cluster") {
  CHECK(clusters("fit") == "fi|t");
  CHECK(milli(shaped("fit").clusters[0].advance) == 500);
  CHECK(clusters("e\u0301t") == "e\u0301|t");
}

TEST_CASE("advances and blanks are those of the em square") {
  const auto set = shaped("汉，（·A9");
  REQUIRE(set.clusters.size() == 6);
  const int64_t expected[][3] = {{1000, 0, 0}, {1000, 0, 500}, {1000, 500, 0}, {500, 0, 0}, {500, 0, 0}, {500, 0, 0}};
  for (size_t i = 0; i < 6; ++i) {
    INFO(i);
    CHECK(milli(set.clusters[i].advance) == expected[i][0]);
    CHECK(milli(set.clusters[i].blank_left) == expected[i][1]);
    CHECK(milli(set.clusters[i].blank_right) == expected[i][2]);
  }
}

TEST_CASE("Latin quotation marks take the face's proportional form") {
  CHECK(milli(shaped("say “yes” so").clusters[3].advance) == 250);
  CHECK(milli(shaped("说“是”").clusters[1].advance) == 1000);
}

TEST_CASE("blanks are no clusters but the space before the next") {
  const auto set = shaped("a  b 汉");
  REQUIRE(set.clusters.size() == 3);
  CHECK(milli(set.clusters[0].space_before) == 0);
  CHECK(milli(set.clusters[1].space_before) == 250);
  CHECK(milli(set.clusters[2].space_before) == 250);
}

TEST_CASE("kept blanks are clusters of their own width") {
  const auto set = shaped("a  b", {}, "zh-Hans", true);
  REQUIRE(set.clusters.size() == 4);
  CHECK(milli(set.clusters[1].advance) == 250);
  CHECK(set.clusters[1].cls == CharClass::fixed_space);
}

TEST_CASE("fixed spaces have their widths and no glyph") {
  const auto set = shaped("汉\u3000\u2003\u2002\u00A0\u00A0字");
  REQUIRE(set.clusters.size() == 7);
  const int64_t widths[] = {1000, 1000, 1000, 500, 250, 250, 1000};
  for (size_t i = 0; i < 7; ++i) CHECK(milli(set.clusters[i].advance) == widths[i]);
  for (size_t i = 1; i < 6; ++i) CHECK(set.clusters[i].glyph_begin == set.clusters[i].glyph_end);
}

TEST_CASE("a character is taken from the first face that has it") {
  const auto set = shaped("汉𠀀字");
  REQUIRE(set.clusters.size() == 3);
  CHECK(set.missing.empty());
  CHECK(family(set.clusters[0]) == "Huozi Test");
  CHECK(family(set.clusters[1]) == "Huozi Test Rare");
  CHECK(milli(set.clusters[1].advance) == 1000);
}

TEST_CASE("a character no face has is shown as a box and said to be missing") {
  const auto set = shaped("汉𪛟字\u0416");
  REQUIRE(set.clusters.size() == 4);
  CHECK(set.missing == std::vector<uint32_t>{3, 10});
  const text::Font& font = test::test_library().font(set.clusters[1].font);
  for (const size_t i : {1, 3}) {
    CHECK(set.glyphs.at(set.clusters[i].glyph_begin).id == font.glyph(U'〓'));
    CHECK(milli(set.clusters[i].advance) == 1000);
  }
}

TEST_CASE("Chinese quotation marks come from a face that has them on the square") {
  const std::string text = "“汉”";
  const auto& fonts = test::test_library().resolve({{"kai"}, 400, false, "zh-Hans"});
  const auto set =
      text::Shaper(test::test_library())
          .shape(text, {{0, static_cast<uint32_t>(text.size()), &fonts, test::kShapeSize, "zh-Hans"}}, {}, {});
  CHECK(family(set.clusters[0]) == "Huozi Test");
  CHECK(family(set.clusters[1]) == "Huozi Test Kai");
  CHECK(milli(set.clusters[0].blank_left) == 500);
}

TEST_CASE("a variation selector chooses a glyph and belongs to its character") {
  const auto plain = shaped("葛汉"), varied = shaped("葛\U000E0100汉");
  REQUIRE(varied.clusters.size() == 2);
  CHECK(varied.clusters[0].text_end == 7);
  CHECK(varied.glyphs[0].id != plain.glyphs[0].id);
  CHECK(varied.glyphs[0].id == test::test_library().font(varied.clusters[0].font).variation_glyph(U'葛', 0xE0100));
  CHECK(shaped("汉\U000E0101字").glyphs[0].id == shaped("汉字").glyphs[0].id);
}

TEST_CASE("objects are clusters of the width given") {
  const auto set = shaped("汉\uFFFC\uFFFC", {true, false});
  REQUIRE(set.clusters.size() == 3);
  CHECK(set.clusters[1].cls == CharClass::note_call);
  CHECK(milli(set.clusters[1].advance) == 500);
  CHECK(set.clusters[2].cls == CharClass::object);
  CHECK(milli(set.clusters[2].advance) == 1000);
}

TEST_CASE("breaks asked for stand before the next cluster") {
  const auto set = shaped("a \u2028b\u200Bc");
  REQUIRE(set.clusters.size() == 3);
  CHECK(set.clusters[1].forced_break_before);
  CHECK(set.clusters[1].space_before == base::Length());
  CHECK(set.clusters[2].break_here_before);
}

TEST_CASE("runs have their own face and size") {
  const std::string text = "汉字A";
  const auto& song = test::test_library().resolve({{"serif"}, 400, false, "zh-Hans"});
  const auto& kai = test::test_library().resolve({{"kai"}, 400, false, "zh-Hans"});
  const auto set =
      text::Shaper(test::test_library())
          .shape(text, {{0, 3, &song, test::kShapeSize, "zh-Hans"}, {3, 7, &kai, test::kShapeSize / 2, "zh-Hans"}}, {},
                 {});
  REQUIRE(set.clusters.size() == 3);
  CHECK(family(set.clusters[1]) == "Huozi Test Kai");
  CHECK(set.clusters[1].run == 1);
  CHECK(milli(set.clusters[1].advance) == 500);
  CHECK(milli(set.clusters[2].advance) == 250);
}

TEST_CASE("interpuncts take half an em on the mainland, one in Taiwan") {
  CHECK(milli(shaped("安·卡").clusters[1].advance) == 500);
  CHECK(milli(shaped("安·卡", {}, "zh-Hant-TW").clusters[1].advance) == 1000);
}

TEST_CASE("every byte of a text belongs to one cluster or to white space, whatever the text") {
  for (const std::string_view text : {"汉\xFF字", "\xF0\x9F\x98", "e\u0301\u0301\u0301", "\U000E0100汉", "\u200D",
                                      "……—…——", "ff\uFB01", "\u202Eab\u202C", "a\u00ADb"}) {
    INFO(text);
    uint32_t end = 0;
    for (const Cluster& c : shaped(text).clusters) {
      CHECK(c.text_begin >= end);
      CHECK(c.text_end > c.text_begin);
      end = c.text_end;
    }
    CHECK(end <= text.size());
  }
}

TEST_CASE("a soft hyphen is seen by what follows it and belongs to no cluster") {
  CHECK(clusters("ab\u00ADcd") == "a|b|c|d");
  const auto set = shaped("ab\u00ADcd\u00AD ef");
  REQUIRE(set.clusters.size() == 6);
  for (size_t i = 0; i < 6; ++i) {
    INFO(i);
    CHECK(set.clusters[i].soft_hyphen_before == (i == 2 || i == 4));
  }
  CHECK(shaped("\u00AD").clusters.empty());
}

TEST_CASE("an empty text has no clusters") {
  CHECK(shaped("").clusters.empty());
  CHECK(text::Shaper(test::test_library()).shape("", {}, {}, {}).clusters.empty());
}

TEST_CASE("one no-break space is a blank at which no line ends") {
  const auto set = shaped("\u00A0汉\u00A0A B");
  REQUIRE(set.clusters.size() == 4);  // the first has nothing before it to keep: it stays
  CHECK(set.clusters[0].cls == CharClass::fixed_space);
  CHECK(milli(set.clusters[2].space_before) == 250);
  CHECK(set.clusters[2].glued_before);
  CHECK_FALSE(set.clusters[3].glued_before);
}

TEST_CASE("connectors and the solidus have their widths, in the middle of them") {
  // P6, P7, CLREQ 3.1.1.2
  const auto set = shaped("汉–—～／·‧・‼");
  const int64_t widths[] = {1000, 500, 1000, 1000, 500, 500, 500, 500, 1000};
  REQUIRE(set.clusters.size() == std::size(widths));
  for (size_t i = 0; i < std::size(widths); ++i) {
    INFO(i);
    CHECK(milli(set.clusters[i].advance) == widths[i]);
    CHECK(milli(set.clusters[i].blank_left + set.clusters[i].blank_right) == 0);
  }
  CHECK(milli(set.glyphs[1].x) == -250);  // the test face's – fills the square
  const text::Font& font = test::test_library().font(set.clusters[4].font);
  CHECK(set.glyphs[4].id == font.glyph(U'/'));
}

TEST_CASE("two of ？！ share one em, three take two") {
  // P8, CLREQ 3.1.3.3
  const auto widths = [](std::string_view text) {
    std::vector<int64_t> out;
    for (const Cluster& c : shaped(text).clusters) out.push_back(milli(c.advance) * 10000 + milli(c.blank_right));
    return out;
  };
  constexpr int64_t kWhole = 1000 * 10000 + 500, kHalf = 500 * 10000;
  CHECK(widths("？！") == std::vector{kWhole, kHalf});
  CHECK(widths("！！！") == std::vector{kWhole, kHalf, kWhole});
  CHECK(widths("？？！！") == std::vector{kWhole, kHalf, kWhole, kHalf});
  CHECK(widths("？。") == std::vector{kWhole, kWhole});
  CHECK(widths("！ ！") == std::vector{kWhole, kWhole});
}

TEST_CASE("the two parts of a dash touch, whatever the face") {
  // P9. The face's — is inked from 0.05 to 0.95 em.
  const auto& kai = test::test_library().resolve({{"kai"}, 400, false, "zh-Hans"});
  const auto set = text::Shaper(test::test_library()).shape("——", {{0, 6, &kai, test::kShapeSize, "zh-Hans"}}, {}, {});
  REQUIRE(set.glyphs.size() == 2);
  CHECK(milli(set.clusters[0].advance) == 2000);
  CHECK(milli(set.glyphs[0].x) + 950 >= milli(set.glyphs[1].x) + 50);
  CHECK(set.glyphs[0].x == test::kShapeSize - set.glyphs[1].x);  // in the middle
}

TEST_CASE("Latin text has a face and size of its own where fonts.yaml names one") {
  // C3, L6
  const std::string text = "汉A，“是”";
  const auto& fonts = test::test_library().resolve({{"mixed"}, 400, false, "zh-Hans"});
  const auto set =
      text::Shaper(test::test_library())
          .shape(text, {{0, static_cast<uint32_t>(text.size()), &fonts, test::kShapeSize, "zh-Hans"}}, {}, {});
  REQUIRE(set.clusters.size() == 6);
  CHECK(family(set.clusters[0]) == "Huozi Test");
  CHECK(family(set.clusters[1]) == "Huozi Test Kai");
  CHECK(set.clusters[1].type_size == test::kShapeSize.scaled(1200, 1000));
  CHECK(milli(set.clusters[1].size) == 1000);
  CHECK(set.clusters[1].advance == test::kShapeSize.scaled(600, 1000));
  for (const size_t i : {2u, 3u, 4u, 5u}) CHECK(family(set.clusters[i]) == "Huozi Test");
}

TEST_CASE("marks a face has at the wrong width come from the next face") {
  // P3: “Huozi Test Wide” has full-width quotation marks only, and – as wide as —.
  const auto of = [](const std::string& text, size_t index) {
    const auto& fonts = test::test_library().resolve({{"Huozi Test Wide", "kai"}, 400, false, "zh-Hans"});
    const auto set =
        text::Shaper(test::test_library())
            .shape(text, {{0, static_cast<uint32_t>(text.size()), &fonts, test::kShapeSize, "zh-Hans"}}, {}, {});
    return family(set.clusters.at(index));
  };
  CHECK(of("say “yes” so", 3) == "Huozi Test Kai");
  CHECK(of("说“是”", 1) == "Huozi Test Wide");
  CHECK(of("1–3", 1) == "Huozi Test");
  CHECK(of("北—京", 1) == "Huozi Test Wide");
}

TEST_CASE("a letter with more marks than any text has keeps them all in its text, in little time") {
  std::string text = "a";
  for (int i = 0; i < 60'000; ++i) text += "\u0301";
  const std::clock_t begin = std::clock();
  const text::ShapedText set = test::shaped(text);
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 1);
  REQUIRE_FALSE(set.clusters.empty());
  CHECK(set.clusters.back().text_end == text.size());
}
