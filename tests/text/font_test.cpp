#include "text/font.h"

#include <thread>

#include "support/catch.h"
#include "support/fonts.h"

using namespace huozi;
using text::Font;
using text::OutlineKind;

TEST_CASE("a face of a collection is read with its names, kind and metrics") {
  const auto font = test::song();
  CHECK(font->family() == "Noto Serif CJK SC");
  CHECK(font->postscript_name() == "NotoSerifCJKsc-Regular");
  CHECK(font->style_name() == "Regular");
  CHECK(font->outline() == OutlineKind::cff_cid);
  CHECK(font->metrics().units_per_em == 1000);
  CHECK(font->metrics().ascender == 880);
  CHECK(font->metrics().descender == -120);
  CHECK(font->metrics().weight == 400);
  CHECK(font->metrics().serif);
  CHECK(font->metrics().x_height > 400);
  CHECK(font->metrics().cap_height > font->metrics().x_height);
  CHECK(font->may_embed());
  CHECK(font->may_subset());
}

TEST_CASE("a TrueType file is read") {
  const auto font = test::kai();
  CHECK(font->family() == "LXGW WenKai");
  CHECK(font->outline() == OutlineKind::true_type);
  CHECK(font->advance(font->glyph(U'活')) == font->metrics().units_per_em);
}

TEST_CASE("glyphs, advances and boxes are in font units") {
  const auto font = test::song();
  const text::GlyphId han = font->glyph(U'永');
  REQUIRE(han != 0);
  CHECK(font->advance(han) == 1000);
  const text::GlyphBox box = font->box(han);
  CHECK_FALSE(box.empty);
  CHECK(box.left > 0);
  CHECK(box.right < 1000);
  CHECK(box.bottom < box.top);
  CHECK(font->box(font->glyph(U' ')).empty);
  // The ink of a mainland full-width comma stands in the left half of its em.
  CHECK(font->box(font->glyph(U'，')).right < 500);
  CHECK(font->glyph(0x10FFFD) == 0);
  CHECK(font->variation_glyph(U'葛', 0xE0100) == 0);
  CHECK(test::system_font("Noto Serif CJK JP:style=Regular")->variation_glyph(U'葛', 0xE0100) != 0);
}

TEST_CASE("faces of one file differ in content hash, equal faces do not") {
  const auto song = test::song();
  CHECK(song->content_hash() == Font::load(song->path(), song->face_index())->content_hash());
  CHECK(song->content_hash() != Font::load(song->path(), song->face_index() == 0 ? 1 : 0)->content_hash());
}

TEST_CASE("what is no font gives nothing") {
  CHECK(Font::load("/nowhere/at/all.ttf", 0) == nullptr);
  CHECK(Font::load(test::song()->path(), 99) == nullptr);
  using namespace std::string_literals;
  for (const std::string& bytes : {""s, "OTTO"s, "OTTO\0\1\0\0\0\0\0\0CFF "s, "plain text, no tables"s}) {
    CHECK(test::font_from_bytes(bytes) == nullptr);
  }
}

TEST_CASE("a face may be asked from several threads") {
  const auto font = test::song();
  std::vector<int> sums(4);
  std::vector<std::thread> threads;
  for (int& sum : sums) {
    threads.emplace_back([&] {
      for (char32_t c = 0x4E00; c < 0x5200; ++c) sum += font->advance(font->glyph(c)) + font->box(font->glyph(c)).top;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int sum : sums) CHECK(sum == sums[0]);
}
