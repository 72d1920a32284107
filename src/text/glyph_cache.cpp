#include "text/glyph_cache.h"

#include <hb.h>

#include <algorithm>

namespace huozi::text {
namespace {

constexpr char32_t kFirst = 0x2000;

// A narrow quotation mark of a face whose default is proportional: its full-width form, if it has one.
GlyphId full_width_form(const Font& font, char32_t cp) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add(buffer, cp, 0);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
  const hb_feature_t feature{HB_TAG('f', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_shape(font.hb_font(), buffer, &feature, 1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const GlyphId glyph = count == 1 ? infos[0].codepoint : 0;
  hb_buffer_destroy(buffer);
  return glyph;
}

}  // namespace

GlyphCache::GlyphCache(const Font& font) : font_(font), bmp_(0x10000 - kFirst) {}

const SquareGlyph& GlyphCache::square(char32_t cp, CharClass cls, bool taiwan) {
  SquareGlyph& slot = cp >= kFirst && cp < 0x10000 ? bmp_[cp - kFirst] : others_[cp];
  if (!slot.known) {
    slot = make(cp, cls, taiwan);
    slot.known = true;
  }
  return slot;
}

SquareGlyph GlyphCache::make(char32_t cp, CharClass cls, bool taiwan) const {
  SquareGlyph glyph;
  glyph.id = font_.glyph(cp);
  if (glyph.id == 0) return glyph;
  const int em = font_.metrics().units_per_em;
  glyph.advance = font_.advance(glyph.id);
  if (cls == CharClass::han || cls == CharClass::iteration || cls == CharClass::prefix || cls == CharClass::suffix) {
    return glyph;
  }
  if (glyph.advance < em * 9 / 10 && (is_mark(cls) || cls == CharClass::interpunct)) {
    if (const GlyphId full = full_width_form(font_, cp)) {
      glyph.id = full;
      glyph.advance = font_.advance(full);
    }
  }
  const GlyphBox box = font_.box(glyph.id);
  if (cls == CharClass::interpunct) {
    // CLREQ 3.1.6.1: half an em on the mainland, one in Taiwan and Hong Kong; centred.
    const int width = taiwan ? em : em / 2;
    glyph.shift = (width - glyph.advance) / 2;
    glyph.advance = width;
    return glyph;
  }
  if (!is_mark(cls)) return glyph;
  if (glyph.advance < em) {
    // A face without full-width quotation marks: stand the narrow one in its half of the square.
    glyph.narrow = glyph.advance < em * 9 / 10;
    glyph.shift = cls == CharClass::opening ? em - glyph.advance : 0;
    glyph.advance = em;
  }
  // At most half an em, and never into the ink.
  const int clearance = em / 25;
  const int left = glyph.shift + box.left - clearance;
  const int right = glyph.advance - glyph.shift - box.right - clearance;
  if (cls == CharClass::opening) {
    glyph.blank_left = std::clamp(left, 0, em / 2);
  } else {
    glyph.blank_right = std::clamp(right, 0, em / 2);
    // Centred marks (zh-Hant) have a blank on both sides; taking the right one whole would set them off centre.
    if (left > em / 4 && right > em / 4) glyph.blank_right = 0;
  }
  return glyph;
}

}  // namespace huozi::text
