#include "text/shaper.h"

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
  const auto set = shaped("汉\u3000\u2003\u2002\u00A0字");
  REQUIRE(set.clusters.size() == 6);
  const int64_t widths[] = {1000, 1000, 1000, 500, 250, 1000};
  for (size_t i = 0; i < 6; ++i) CHECK(milli(set.clusters[i].advance) == widths[i]);
  for (size_t i = 1; i < 5; ++i) CHECK(set.clusters[i].glyph_begin == set.clusters[i].glyph_end);
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
