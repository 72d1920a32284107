// What a face shows for one square character: glyph, width on the em square, compressible blanks. Valid without shaping
// for ideographs and Chinese marks set horizontally. Internal to text/.
#pragma once

#include <unordered_map>
#include <vector>

#include "text/char_class.h"
#include "text/font.h"

struct hb_buffer_t;

namespace huozi::text {

// Font units.
struct SquareGlyph {
  GlyphId id = 0;  // 0: the face has none
  int advance = 0;
  int shift = 0;  // where the glyph's origin stands in the advance
  int blank_left = 0;
  int blank_right = 0;
  bool narrow = false;  // a proportional mark that had to be stood on the square
  bool known = false;
};

class GlyphCache {
 public:
  explicit GlyphCache(const Font& font);
  // `taiwan`: centred marks and a full-width interpunct (zh-Hant).
  const SquareGlyph& square(char32_t code_point, CharClass cls, bool taiwan);
  const Font& font() const { return font_; }

 private:
  SquareGlyph make(char32_t code_point, CharClass cls, bool taiwan) const;

  const Font& font_;
  std::vector<SquareGlyph> bmp_;  // ideographs and CJK punctuation, from U+2000
  std::unordered_map<char32_t, SquareGlyph> others_;
};

}  // namespace huozi::text
