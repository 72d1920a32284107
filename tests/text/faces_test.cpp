// What the shipped fonts.yaml's faces make of Chinese marks: widths and places, in Song, Hei and Kai. The other tests
// of text/ use generated faces.
#include <algorithm>

#include "support/catch.h"
#include "text/shaper.h"
#include "text/spacing.h"

using namespace huozi;
using base::Length;
using text::Cluster;
using text::ShapedText;

namespace {

constexpr Length kSize = Length::points(1000);

text::FontLibrary& library() {
  static source::SourceSet sources;
  static source::Diagnostics diagnostics;
  static text::FontLibrary fonts(HUOZI_SOURCE_DIR "/fonts", sources, diagnostics);
  return fonts;
}

constexpr const char* kRoles[] = {"serif", "sans-serif", "kai"};

ShapedText shaped(std::string_view text, const std::string& family, const std::string& language = "zh-Hans",
                  bool tabular = false) {
  const auto& fonts = library().resolve({{family}, 400, false, language});
  return text::Shaper(library()).shape(
      text, {{0, static_cast<uint32_t>(text.size()), &fonts, kSize, language, tabular}}, {}, {});
}

// In thousandths of an em.
int64_t milli(Length length) {
  return (length.raw() + Length::points(1).raw() / 2) / Length::points(1).raw();
}

int64_t width(const ShapedText& set) {
  Length sum;
  for (size_t i = 0; i < set.clusters.size(); ++i) {
    if (i > 0) sum += text::glue_between(set.clusters[i - 1], set.clusters[i], {}).natural;
    sum += set.clusters[i].advance;
  }
  return milli(sum);
}

struct Ink {
  int64_t left, right, bottom, top;
};

// Of one glyph, from its cluster's origin.
Ink ink(const ShapedText& set, const Cluster& cluster, uint32_t index = 0) {
  const text::Font& font = library().font(cluster.font);
  const text::ShapedGlyph& glyph = set.glyphs.at(cluster.glyph_begin + index);
  const text::GlyphBox box = font.box(glyph.id);
  const auto at = [&](int units) { return milli(font.scale(units, kSize)); };
  return {milli(glyph.x) + at(box.left), milli(glyph.x) + at(box.right), milli(glyph.y) + at(box.bottom),
          milli(glyph.y) + at(box.top)};
}

bool near(int64_t a, int64_t b, int64_t tolerance = 5) {
  return std::abs(a - b) <= tolerance;
}

}  // namespace

TEST_CASE("marks have their widths in every face") {
  // P3, P6, P7, P8, P9, P10, A1, A3
  const std::pair<const char*, int64_t> widths[] = {
      {"“", 1000},  {"’", 1000},      {"·", 500},     {"–", 500},      {"—", 1000},   {"～", 1000},   {"／", 500},
      {"‼", 1000},  {"⁉", 1000},      {"——", 2000},   {"……", 2000},    {"…", 1000},   {"…………", 4000}, {"？！", 1000},
      {"。", 1000}, {"！！！", 2000}, {"》，", 1500}, {"》”。", 2000}, {"：“", 1500}, {"（《", 1500}};
  for (const std::string role : kRoles) {
    for (const auto& [text, expected] : widths) {
      INFO(role << " " << text << " " << width(shaped(text, role)));
      CHECK(near(width(shaped(text, role)), expected, 50));
    }
  }
}

TEST_CASE("a mainland mark's ink stands in its half of the square") {
  // P1: 。，、；：！？ at the lower left; brackets against what they hold
  for (const std::string role : kRoles) {
    for (const char* mark : {"。", "，", "、", "；", "：", "！", "？", "”", "’", "）", "》", "」"}) {
      const ShapedText set = shaped(mark, role);
      INFO(role << " " << mark);
      CHECK(ink(set, set.clusters.at(0)).right <= 510);
      CHECK(near(milli(set.clusters.at(0).blank_right), 500, 50));
    }
    for (const char* mark : {"“", "‘", "（", "《", "「"}) {
      const ShapedText set = shaped(mark, role);
      INFO(role << " " << mark);
      CHECK(ink(set, set.clusters.at(0)).left >= 490);
      CHECK(near(milli(set.clusters.at(0).blank_left), 500, 30));
    }
  }
}

TEST_CASE("a dash is one stroke in the middle of two ems, dots stand at the middle of the line") {
  // P9, P10
  for (const std::string role : kRoles) {
    INFO(role);
    const ShapedText dash = shaped("——", role);
    REQUIRE(dash.clusters.size() == 1);
    const Cluster& cluster = dash.clusters[0];
    const uint32_t last = cluster.glyph_end - cluster.glyph_begin - 1;
    if (last == 1) CHECK(ink(dash, cluster, 0).right >= ink(dash, cluster, 1).left);
    CHECK(near(ink(dash, cluster, 0).left, 2000 - ink(dash, cluster, last).right));
    const ShapedText dots = shaped("……", role);
    CHECK(near(ink(dots, dots.clusters.at(0)).bottom + ink(dots, dots.clusters.at(0)).top, 760, 30));
  }
}

TEST_CASE("marks shared with Latin take the Latin form in Latin text") {
  // P3, P4
  for (const std::string role : {"serif", "sans-serif"}) {
    INFO(role);
    const ShapedText latin = shaped("say “yes” so", role);
    CHECK(milli(latin.clusters.at(3).advance) < 600);
    CHECK(milli(shaped("T’Pol", role).clusters.at(1).advance) < 500);
    CHECK(milli(shaped("说“是”", role).clusters.at(1).advance) == 1000);
  }
}

TEST_CASE("one face has the forms of each language") {
  // C2, P1, CLREQ 3.1.2. A family named by the sheet, so that fonts.yaml's choice by language does not do it.
  const auto glyph = [](const char* text, const char* language) {
    const ShapedText set = shaped(text, "Noto Serif CJK SC", language);
    return set.glyphs.at(set.clusters.at(0).glyph_begin).id;
  };
  for (const char* text : {"骨", "，", "。", "！"}) {
    INFO(text);
    CHECK(glyph(text, "zh-Hans") != glyph(text, "zh-Hant"));
    CHECK(glyph(text, "zh-Hans") == glyph(text, "zh-CN"));
  }
  CHECK(glyph("一", "zh-Hans") == glyph("一", "zh-Hant"));
  // One shaper, both languages: neither gets what was found for the other.
  const auto& fonts = library().resolve({{"Noto Serif CJK SC"}, 400, false, "zh-Hans"});
  const ShapedText set = text::Shaper(library()).shape("，，··",
                                                       {{0, 3, &fonts, kSize, "zh-Hant"},
                                                        {3, 6, &fonts, kSize, "zh-Hans"},
                                                        {6, 8, &fonts, kSize, "zh-Hant"},
                                                        {8, 10, &fonts, kSize, "zh-Hans"}},
                                                       {}, {});
  REQUIRE(set.clusters.size() == 4);
  CHECK(ink(set, set.clusters[0]).left > 300);
  CHECK(milli(set.clusters[0].blank_right) == 0);
  CHECK(ink(set, set.clusters[1]).right < 500);
  CHECK(near(milli(set.clusters[1].blank_right), 500));
  CHECK(milli(set.clusters[2].advance) == 1000);
  CHECK(milli(set.clusters[3].advance) == 500);
}

TEST_CASE("marks in the middle of their square share one em too, and stay in the middle") {
  const ShapedText set = shaped("？！", "serif", "zh-Hant");
  CHECK(near(width(set), 1000, 80));
  for (const Cluster& c : set.clusters) {
    CHECK(near(ink(set, c).left, milli(c.advance) - ink(set, c).right, 60));
  }
}

TEST_CASE("rare ideographs are shown by the first face that has them") {
  // C1
  for (const std::string role : kRoles) {
    for (const char* text : {"𠮷", "𬶍", "㐀", "䶶", "〇", "﨑"}) {
      INFO(role << " " << text);
      const ShapedText set = shaped(text, role);
      CHECK(set.missing.empty());
      CHECK(milli(set.clusters.at(0).advance) == 1000);
    }
  }
}

TEST_CASE("tabular digits are of one width in every face") {
  // C8, CLREQ 3.2.2
  for (const std::string role : kRoles) {
    const ShapedText set = shaped("0123456789", role, "zh-Hans", true);
    for (const Cluster& c : set.clusters) CHECK(c.advance == set.clusters[0].advance);
  }
  const ShapedText plain = shaped("01", "serif");
  CHECK(plain.clusters[0].advance != plain.clusters[1].advance);
}

TEST_CASE("marks in the middle are moved to the corner in a text that is not of Taiwan") {
  // P1. A face made for Taiwan, in a language for which it has no other forms.
  for (const char* mark : {"，", "。", "、", "：", "？"}) {
    INFO(mark);
    const ShapedText set = shaped(mark, "Noto Serif CJK TC", "en");
    CHECK(ink(set, set.clusters.at(0)).right <= 510);
    CHECK(ink(set, set.clusters.at(0)).bottom <= 50);
    CHECK(milli(set.clusters.at(0).blank_right) >= 450);
  }
  const ShapedText own = shaped("，", "Noto Serif CJK TC", "zh-Hant");
  CHECK(ink(own, own.clusters.at(0)).left > 300);
}
