// What a face shows for one square character: glyph, width on the em square, compressible blanks. Valid without shaping
// for ideographs and Chinese marks set horizontally. Internal to text/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/char_class.h"
#include "text/font.h"

struct hb_set_t;

namespace huozi::text {

// Font units.
struct SquareGlyph {
  GlyphId id = 0;  // 0: the face has none
  int advance = 0;
  int shift = 0;  // where the glyph's origin stands in the advance
  int lift = 0;   // upwards
  int blank_left = 0;
  int blank_right = 0;
  int inset = 0;  // of a mark in the middle of its square: what either side may give up where two share one square
  // Better taken from another face: a narrow mark stood on the square, a wide one on half of it.
  bool makeshift = false;
  bool known = false;

  friend bool operator==(const SquareGlyph&, const SquareGlyph&) = default;
};

// Of one face in one language: the language chooses regional forms (GSUB locl) and where marks stand.
class GlyphCache {
 public:
  GlyphCache(const Font& font, std::string_view language, bool latin_only);
  ~GlyphCache();
  GlyphCache(const GlyphCache&) = delete;
  GlyphCache& operator=(const GlyphCache&) = delete;

  // The glyph of a character that fills its square as it is, as nearly all do: small enough to stay at hand. 0: ask
  // square().
  GlyphId whole_square(char32_t code_point) const { return code_point < whole_.size() ? whole_[code_point] : 0; }
  const SquareGlyph& square(char32_t code_point) {
    if (code_point < bmp_.size() && bmp_[code_point].known) return bmp_[code_point];
    return find(code_point);
  }
  // Whether the face has this quotation mark at a width for Latin text.
  bool has_latin_form(char32_t code_point);
  const Font& font() const { return font_; }
  bool latin_only() const { return latin_only_; }

 private:
  const SquareGlyph& find(char32_t code_point);
  SquareGlyph make(char32_t code_point) const;
  GlyphId regional(char32_t code_point, GlyphId nominal) const;
  void find_regional_forms();
  void stand_on_half(SquareGlyph& glyph, char32_t code_point) const;
  void place_mark(SquareGlyph& glyph, CharClass cls) const;

  const Font& font_;
  std::string language_;
  bool latin_only_;
  bool centred_ = false;          // zh-Hant: marks in the middle of the square, a full-width interpunct
  bool cornered_ = false;         // the mainland: marks in the lower left corner
  hb_set_t* regional_ = nullptr;  // glyphs that have another form in this language; null: none
  std::vector<SquareGlyph> bmp_;
  std::vector<uint16_t> whole_;  // of known ones; glyph numbers have 16 bits (OpenType maxp)
  std::unordered_map<char32_t, SquareGlyph> others_;
  std::unordered_map<char32_t, bool> latin_forms_;
};

}  // namespace huozi::text
