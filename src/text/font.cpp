#include "text/font.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <string_view>

#include "text/cff.h"

namespace huozi::text {
namespace {

// A table's bytes, big endian. Reading beyond the end gives 0, so damaged fonts stay harmless.
class Table {
 public:
  Table(hb_face_t* face, const char (&tag)[5])
      : blob_(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_, &length);
    bytes_ = std::string_view(data ? data : "", data ? length : 0);
  }
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  bool empty() const { return bytes_.empty(); }
  std::string_view bytes() const { return bytes_; }
  uint32_t unsigned_at(size_t offset, size_t size) const {
    if (size > bytes_.size() || offset > bytes_.size() - size) return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes_[offset + i]);
    return value;
  }
  int16_t short_at(size_t offset) const { return static_cast<int16_t>(unsigned_at(offset, 2)); }

 private:
  hb_blob_t* blob_;
  std::string_view bytes_;
};

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  const auto get = [&](hb_language_t language) {
    char text[256];
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, id, language, &size, text);
    return std::string(text, size);
  };
  std::string name = get(hb_language_from_string("en", -1));
  if (!name.empty()) return name;
  unsigned count = 0;
  const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face, &count);
  for (unsigned i = 0; i < count && name.empty(); ++i) {
    if (entries[i].name_id == id) name = get(entries[i].language);
  }
  return name;
}

// A name PDF and CSS can hold as it stands: printable ASCII without delimiters, at most 63 characters.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c > ' ' && c < '\x7F' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) plain += c;
  }
  plain.resize(std::min<size_t>(plain.size(), 63));
  return plain.empty() ? "Font" : plain;
}

bool looks_serif(const Table& os2, const std::string& family) {
  const uint32_t kind = os2.unsigned_at(32, 1), serif_style = os2.unsigned_at(33, 1);  // PANOSE
  if (kind == 2 && serif_style > 1) return serif_style < 11;
  return family.find("Sans") == std::string::npos && family.find("Hei") == std::string::npos &&
         family.find("Gothic") == std::string::npos;
}

int top_of(hb_font_t* font, hb_codepoint_t code_point) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (!hb_font_get_nominal_glyph(font, code_point, &glyph)) return 0;
  return hb_font_get_glyph_extents(font, glyph, &extents) ? extents.y_bearing : 0;
}

FontMetrics read_metrics(hb_face_t* face, hb_font_t* font, const std::string& family) {
  const Table head(face, "head"), hhea(face, "hhea"), os2(face, "OS/2"), post(face, "post");
  FontMetrics metrics;
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
  // The typographic values are the ideographs' em box; hhea's only leave room for the highest marks.
  metrics.ascender = os2.empty() ? hhea.short_at(4) : os2.short_at(68);
  metrics.descender = os2.empty() ? hhea.short_at(6) : os2.short_at(70);
  if (metrics.ascender == 0 && metrics.descender == 0) {
    metrics.ascender = hhea.short_at(4);
    metrics.descender = hhea.short_at(6);
  }
  const bool has_heights = os2.unsigned_at(0, 2) >= 2;
  metrics.x_height = has_heights && os2.short_at(86) > 0 ? os2.short_at(86) : top_of(font, 'x');
  metrics.cap_height = has_heights && os2.short_at(88) > 0 ? os2.short_at(88) : top_of(font, 'H');
  for (size_t i = 0; i < 4; ++i) metrics.bbox[i] = head.short_at(36 + 2 * i);
  metrics.italic_angle = static_cast<double>(static_cast<int32_t>(post.unsigned_at(4, 4))) / 65536;
  metrics.fixed_pitch = post.unsigned_at(12, 4) != 0;
  const auto weight = static_cast<int>(os2.unsigned_at(4, 2));
  metrics.weight = weight > 0 ? std::clamp(weight, 1, 1000) : 400;
  metrics.serif = looks_serif(os2, family);
  return metrics;
}

// Not the whole file: the identifying tables and every table's size tell two faces apart, and cost nothing.
base::Hash128 identity_of(hb_face_t* face) {
  std::string identity;
  const Table head(face, "head"), name(face, "name"), maxp(face, "maxp");
  for (const Table* table : {&head, &name, &maxp}) identity += table->bytes();
  hb_tag_t tags[64];
  unsigned count = 64;
  hb_face_get_table_tags(face, 0, &count, tags);
  for (unsigned i = 0; i < count; ++i) {
    hb_blob_t* blob = hb_face_reference_table(face, tags[i]);
    identity += '\n' + std::to_string(tags[i]) + ' ' + std::to_string(hb_blob_get_length(blob));
    hb_blob_destroy(blob);
  }
  return base::hash128(identity);
}

}  // namespace

std::shared_ptr<const Font> Font::load(const std::string& path, unsigned face_index) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (!blob) return nullptr;
  const bool exists = face_index < hb_face_count(blob);
  hb_face_t* face = exists ? hb_face_create(blob, face_index) : nullptr;
  hb_blob_destroy(blob);
  if (!face) return nullptr;

  std::shared_ptr<Font> font(new Font);
  font->face_ = face;  // owned from here on
  const Table cff(face, "CFF "), glyf(face, "glyf"), os2(face, "OS/2");
  font->glyph_count_ = hb_face_get_glyph_count(face);
  if (font->glyph_count_ == 0 || (cff.empty() && glyf.empty())) return nullptr;  // bitmaps alone cannot be printed
  if (!cff.empty()) {
    CffFacts facts = read_cff_facts(cff.bytes(), font->glyph_count_);
    font->outline_ = facts.cid_keyed ? OutlineKind::cff_cid : OutlineKind::cff_name;
    font->cids_ = std::move(facts.cids);
  }

  font->path_ = path;
  font->face_index_ = face_index;
  font->family_ = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (font->family_.empty()) font->family_ = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
  font->style_name_ = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY);
  if (font->style_name_.empty()) font->style_name_ = name_of(face, HB_OT_NAME_ID_FONT_SUBFAMILY);
  font->postscript_name_ = plain_name(name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME));

  // OS/2 fsType: restricted licence (and nothing weaker), no subsetting, bitmaps only.
  const uint32_t rights = os2.unsigned_at(8, 2);
  font->may_embed_ = (rights & 0xF) != 0x2 && (rights & 0x200) == 0;
  font->may_subset_ = (rights & 0x100) == 0;

  font->font_ = hb_font_create(face);
  const auto units = static_cast<int>(hb_face_get_upem(face));
  hb_font_set_scale(font->font_, units, units);
  hb_font_make_immutable(font->font_);
  hb_face_make_immutable(face);
  font->metrics_ = read_metrics(face, font->font_, font->family_);
  font->hash_ = identity_of(face);
  return font;
}

Font::~Font() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

GlyphId Font::glyph(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, code_point, &glyph) ? glyph : 0;
}

GlyphId Font::variation_glyph(char32_t code_point, char32_t selector) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_variation_glyph(font_, code_point, selector, &glyph) ? glyph : 0;
}

int Font::advance(GlyphId glyph) const {
  return hb_font_get_glyph_h_advance(font_, glyph);
}

GlyphBox Font::box(GlyphId glyph) const {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(font_, glyph, &extents) || extents.width == 0 || extents.height == 0) return {};
  GlyphBox box;
  box.left = extents.x_bearing;
  box.right = extents.x_bearing + extents.width;
  box.top = extents.y_bearing;
  box.bottom = extents.y_bearing + extents.height;
  box.empty = false;
  return box;
}

}  // namespace huozi::text
