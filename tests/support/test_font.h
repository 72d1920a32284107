// Small TrueType fonts made at run time, so that tests of text/ and layout/ need no installed font and every width is a
// whole part of an em: ideographs and Chinese marks 1 em, Latin letters, digits and marks 1/2 em, the blank 1/4 em.
// Not here: real fonts (support/fonts.h); loading (text/font_library).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::test {

constexpr int kTestFontUnits = 1000;

// What a font has besides a-z, A-Z, 0-9, ASCII marks and the blank.
struct TestFont {
  std::string family;
  std::u32string
      marks;  // Chinese marks, each on 1 em: openings are inked in the right half, the others in the left one
  std::u32string squares;                             // further characters of 1 em
  std::vector<std::pair<char32_t, char32_t>> ranges;  // of characters of 1 em, both ends included
  bool narrow_quotes = false;                         // “ ” ‘ ’ take 0.35 em and are inked throughout
  bool wide_only = false;                             // “ ” ‘ ’ have no narrow form, and – is as long as —
};

// The file's bytes: head hhea maxp OS/2 hmtx cmap (formats 12 and 14) loca glyf name post GSUB. GSUB has the ligature
// fi (1/2 em) and, by the feature pwid, “ ” ‘ ’ of 1/4 em. U+845B with U+E0100 has a glyph of its own.
std::string make_test_font(const TestFont& font);

// A folder with fonts.yaml and the fonts it names: "Huozi Test" (all of U+4E00..9FFF, bopomofo and every mark; serif,
// sans-serif and every other role but mixed, which takes Latin from Kai at 120%), "Huozi Test Kai" (kai: no marks but
// narrow quotation marks and a dash with blanks beside it), "Huozi Test Wide" (of no role), "Huozi Test Rare"
// (fallback: U+3400..3410 and U+20000..20010). Written when first asked for.
const std::filesystem::path& test_fonts_folder();

}  // namespace huozi::test
