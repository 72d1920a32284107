#include "text/glyph_cache.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

namespace huozi::text {
namespace {

// One character through HarfBuzz, with a feature (0: none) besides the language's own forms. 0: no single glyph.
GlyphId form_of(const Font& font, char32_t cp, const std::string& language, hb_tag_t feature_tag) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add(buffer, cp, 0);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer, hb_language_from_string(language.c_str(), -1));
  const hb_feature_t feature{feature_tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_shape(font.hb_font(), buffer, &feature, feature_tag != 0 ? 1 : 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const GlyphId glyph = count == 1 ? infos[0].codepoint : 0;
  hb_buffer_destroy(buffer);
  return glyph;
}

// They fill one em, as ？！ does (CLREQ 3.1.3.3).
bool is_double_mark(char32_t cp) {
  return cp == U'‼' || cp == U'⁇' || cp == U'⁈' || cp == U'⁉';
}

void stand_in_middle(SquareGlyph& glyph, int width) {
  glyph.shift = (width - glyph.advance) / 2;
  glyph.advance = width;
}

bool is_one_of(std::string_view language, std::initializer_list<std::string_view> tags) {
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return language.starts_with(tag); });
}

}  // namespace

GlyphCache::GlyphCache(const Font& font, std::string_view language, bool latin_only)
    : font_(font),
      language_(language),
      latin_only_(latin_only),
      centred_(is_one_of(language, {"zh-Hant", "zh-TW", "zh-HK", "zh-MO"})),
      cornered_(!centred_ && !is_one_of(language, {"ja", "ko"})),
      bmp_(0x10000),
      whole_(0x10000) {
  find_regional_forms();
}

GlyphCache::~GlyphCache() {
  hb_set_destroy(regional_);
}

// CLREQ 3.1.1.2, 3.1.2: what locl changes in this language. Asked once, so that all other characters need no shaping.
void GlyphCache::find_regional_forms() {
  hb_face_t* face = font_.hb_face();
  hb_tag_t scripts[4], languages[4];
  unsigned script_count = 4, language_count = 4;
  hb_ot_tags_from_script_and_language(HB_SCRIPT_HAN, hb_language_from_string(language_.c_str(), -1), &script_count,
                                      scripts, &language_count, languages);
  unsigned script = 0, system = 0, feature = 0;
  hb_ot_layout_table_select_script(face, HB_OT_TAG_GSUB, script_count, scripts, &script, nullptr);
  hb_ot_layout_script_select_language(face, HB_OT_TAG_GSUB, script, language_count, languages, &system);
  if (!hb_ot_layout_language_find_feature(face, HB_OT_TAG_GSUB, script, system, HB_TAG('l', 'o', 'c', 'l'), &feature)) {
    return;
  }
  regional_ = hb_set_create();
  unsigned lookups[32];
  unsigned count = 32;
  hb_ot_layout_feature_get_lookups(face, HB_OT_TAG_GSUB, feature, 0, &count, lookups);
  for (unsigned i = 0; i < count; ++i) {
    hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookups[i], nullptr, regional_, nullptr, nullptr);
  }
}

GlyphId GlyphCache::regional(char32_t cp, GlyphId nominal) const {
  if (!regional_ || !hb_set_has(regional_, nominal)) return nominal;
  const GlyphId form = form_of(font_, cp, language_, 0);
  return form != 0 ? form : nominal;
}

const SquareGlyph& GlyphCache::find(char32_t cp) {
  SquareGlyph& slot = cp < bmp_.size() ? bmp_[cp] : others_[cp];
  if (!slot.known) {
    slot = make(cp);
    slot.known = true;
    const SquareGlyph plain{slot.id, font_.metrics().units_per_em, 0, 0, 0, 0, slot.inset, false, true};
    if (cp < whole_.size() && !latin_only_ && slot.id <= UINT16_MAX && slot == plain) {
      whole_[cp] = static_cast<uint16_t>(slot.id);
    }
  }
  return slot;
}

bool GlyphCache::has_latin_form(char32_t cp) {
  const auto known = latin_forms_.find(cp);
  if (known != latin_forms_.end()) return known->second;
  const GlyphId form = form_of(font_, cp, language_, HB_TAG('p', 'w', 'i', 'd'));
  const bool has = form != 0 && font_.advance(form) < font_.metrics().units_per_em * 9 / 10;
  return latin_forms_[cp] = has;
}

SquareGlyph GlyphCache::make(char32_t cp) const {
  SquareGlyph glyph;
  const CharClass cls = char_class(cp);
  glyph.id = font_.glyph(cp);
  if (glyph.id == 0) return glyph;
  glyph.id = regional(cp, glyph.id);
  const int em = font_.metrics().units_per_em;
  glyph.advance = font_.advance(glyph.id);
  if (cls == CharClass::han || cls == CharClass::iteration || cls == CharClass::prefix || cls == CharClass::suffix) {
    return glyph;
  }
  if (glyph.advance < em * 9 / 10 && (is_mark(cls) || cls == CharClass::interpunct)) {
    // A narrow mark of a face whose default is proportional: its full-width form, if it has one.
    if (const GlyphId full = form_of(font_, cp, language_, HB_TAG('f', 'w', 'i', 'd'))) {
      glyph.id = full;
      glyph.advance = font_.advance(full);
    }
  }
  if (cls == CharClass::solidus) {
    stand_on_half(glyph, cp);
  } else if (cls == CharClass::interpunct) {
    // CLREQ 3.1.6.1: half an em on the mainland, one in Taiwan and Hong Kong.
    stand_in_middle(glyph, centred_ ? em : em / 2);
  } else if (cls == CharClass::connector) {
    const GlyphBox box = font_.box(glyph.id);
    stand_in_middle(glyph, cp == U'–' ? em / 2 : em);  // CLREQ 3.1.1.2
    glyph.makeshift = box.right - box.left > glyph.advance * 11 / 10;
  } else if (is_double_mark(cp)) {
    stand_in_middle(glyph, em);
  } else if (is_mark(cls)) {
    place_mark(glyph, cls);
  }
  return glyph;
}

// ／ on half an em: the face's half-width form, or its slash for Latin text, or else the wide one over its neighbours'
// blanks.
void GlyphCache::stand_on_half(SquareGlyph& glyph, char32_t cp) const {
  const int half = font_.metrics().units_per_em / 2;
  for (const GlyphId narrow : {form_of(font_, cp, language_, HB_TAG('h', 'w', 'i', 'd')), font_.glyph(U'/')}) {
    if (narrow == 0 || font_.advance(narrow) > half) continue;
    glyph.id = narrow;
    break;
  }
  glyph.shift = (half - font_.advance(glyph.id)) / 2;
  glyph.advance = half;
}

// A mark on its square, and how much of the square is blank.
void GlyphCache::place_mark(SquareGlyph& glyph, CharClass cls) const {
  const int em = font_.metrics().units_per_em;
  const GlyphBox box = font_.box(glyph.id);
  if (glyph.advance < em) {
    // A face without full-width quotation marks: stand the narrow one in its half of the square.
    glyph.makeshift = glyph.advance < em * 9 / 10;
    glyph.shift = cls == CharClass::opening ? em - glyph.advance : 0;
    glyph.advance = em;
  }
  // At most half an em, and never into the ink.
  const int clearance = em / 25;
  const int left = glyph.shift + box.left - clearance;
  const int right = glyph.advance - glyph.shift - box.right - clearance;
  if (cls == CharClass::opening) {
    glyph.blank_left = std::clamp(left, 0, em / 2);
    return;
  }
  const bool centred = std::min(left, right) > em / 8 && std::abs(left - right) < em / 4;
  if (!centred) {
    glyph.blank_right = std::clamp(right, 0, em / 2);
    return;
  }
  if (cornered_ && cls != CharClass::closing) {
    // CLREQ 3.1.2: a face made for Taiwan has its marks in the middle; here they stand at the lower left.
    glyph.shift -= em / 4;
    if (box.bottom > em / 10) glyph.lift = -box.bottom - em / 12;
    glyph.blank_right = std::min(right + em / 4, em / 2);
    return;
  }
  // Centred marks have a blank on both sides; taking the right one whole would set them off centre.
  glyph.inset = std::min({left, right, em / 4});
}

}  // namespace huozi::text
