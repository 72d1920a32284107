#include "text/subset.h"

#include "support/catch.h"
#include "support/fonts.h"

using namespace huozi;

TEST_CASE("a subset of a CID-keyed font is a bare CFF table and small") {
  const auto font = test::song();
  const auto subset = text::subset_for_pdf(*font, {font->glyph(U'活'), font->glyph(U'字')});
  REQUIRE(subset);
  CHECK(subset->outline == text::OutlineKind::cff_cid);
  CHECK(subset->program.substr(0, 3) == std::string("\1\0\4", 3));  // CFF 1.0, header of 4 bytes
  CHECK(subset->program.size() < 10000);
}

TEST_CASE("a subset of a TrueType font keeps glyph ids and their outlines") {
  const auto font = test::kai();
  const text::GlyphId kept = font->glyph(U'活'), gone = font->glyph(U'字');
  const auto subset = text::subset_for_pdf(*font, {kept});
  REQUIRE(subset);
  const auto again = test::font_from_bytes(subset->program);
  REQUIRE(again);
  CHECK(again->box(kept).right == font->box(kept).right);
  CHECK_FALSE(font->box(gone).empty);
  CHECK(again->box(gone).empty);
  CHECK(subset->program.size() < font->glyph_count() * 12);
}

TEST_CASE("the order of the glyphs does not change the bytes") {
  const auto font = test::song();
  const text::GlyphId a = font->glyph(U'活'), b = font->glyph(U'字');
  CHECK(text::subset_for_pdf(*font, {a, b})->program == text::subset_for_pdf(*font, {b, a, b})->program);
}

TEST_CASE("a subset for EPUB keeps copyright and licence, and the forms of vertical text") {
  const auto font = test::song();
  const auto subset = text::subset_for_epub(*font, {U'活', U'。'});
  REQUIRE(subset);
  const auto again = test::font_from_bytes(*subset);
  REQUIRE(again);
  std::string licence;  // as name records have it: UTF-16, the high byte first
  for (const char c : std::string("SIL Open Font License")) licence += std::string("\0", 1) + c;
  CHECK(subset->find(licence) != std::string::npos);
  // 。 has a vertical form; 活 has none, and no regional form comes along.
  CHECK(again->glyph_count() >= 4);
  CHECK(again->glyph_count() < 10);
  CHECK(*text::subset_for_epub(*font, {U'。', U'活'}) == *subset);
}

TEST_CASE("a subset for EPUB is a font with the characters asked for and no other") {
  for (const auto& font : {test::song(), test::kai()}) {
    const auto subset = text::subset_for_epub(*font, {U'活', U'字', U'—', U'a'});
    REQUIRE(subset);
    const auto again = test::font_from_bytes(*subset);
    REQUIRE(again);
    CHECK(again->glyph(U'活') != 0);
    CHECK(again->glyph(U'a') != 0);
    CHECK(again->glyph(U'版') == 0);
    CHECK(again->family() == font->family());
    CHECK(again->outline() == font->outline());
  }
}
