// Font files: faces, glyphs, advances and metrics, through HarfBuzz. Finding a face for a role or a character is
// text/font_library; making subsets is text/subset.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/length.h"

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace huozi::text {

using base::Length;
using FontId = uint32_t;  // index into FontLibrary; given in the order fonts are first asked for by name, not by text
using GlyphId = uint32_t;

enum class OutlineKind {
  cff_cid,   // CID-keyed CFF: the subset keeps the original CIDs, CID = GID of the source face
  cff_name,  // name-keyed CFF: subset with RETAIN_GIDS
  true_type  // glyf: subset with RETAIN_GIDS
};

// All in font units, y up.
struct FontMetrics {
  int units_per_em = 1000;
  int ascender = 880;
  int descender = -120;
  int cap_height = 0;
  int x_height = 0;
  int bbox[4] = {0, 0, 0, 0};  // left, bottom, right, top of the face
  double italic_angle = 0;
  int weight = 400;
  bool fixed_pitch = false;
  bool serif = true;
};

struct GlyphBox {  // font units; y up
  int left = 0, bottom = 0, right = 0, top = 0;
  bool empty = true;
};

// One face. Immutable after loading; safe to use from several threads (HarfBuzz objects are made immutable).
class Font {
 public:
  // ERRORS: null when the file cannot be read as a font or has no such face.
  static std::shared_ptr<const Font> load(const std::string& path, unsigned face_index);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  const std::string& path() const { return path_; }
  unsigned face_index() const { return face_index_; }
  const std::string& family() const { return family_; }          // English family name
  const std::string& style_name() const { return style_name_; }  // "Bold"
  const std::string& postscript_name() const { return postscript_name_; }
  const FontMetrics& metrics() const { return metrics_; }
  OutlineKind outline() const { return outline_; }
  // OS/2 fsType: embedding and subsetting rights.
  bool may_embed() const { return may_embed_; }
  bool may_subset() const { return may_subset_; }
  const base::Hash128& content_hash() const { return hash_; }

  GlyphId glyph(char32_t code_point) const;                               // 0: not in the font
  GlyphId variation_glyph(char32_t code_point, char32_t selector) const;  // 0: not in the font
  int advance(GlyphId glyph) const;                                       // horizontal, font units
  GlyphBox box(GlyphId glyph) const;
  unsigned glyph_count() const { return glyph_count_; }
  // The code of a glyph in a PDF composite font with Identity-H: the CID in a CID-keyed font, else the glyph id.
  // REQUIRES: glyph < glyph_count().
  uint16_t cid(GlyphId glyph) const { return cids_.empty() ? static_cast<uint16_t>(glyph) : cids_[glyph]; }

  // A distance of this font at a size.
  Length scale(int64_t font_units, Length size) const { return size.scaled(font_units, metrics_.units_per_em); }

  hb_face_t* hb_face() const { return face_; }
  hb_font_t* hb_font() const { return font_; }

 private:
  Font() = default;
  std::string path_;
  unsigned face_index_ = 0;
  std::string family_, style_name_, postscript_name_;
  FontMetrics metrics_;
  OutlineKind outline_ = OutlineKind::true_type;
  bool may_embed_ = true, may_subset_ = true;
  base::Hash128 hash_{};
  unsigned glyph_count_ = 0;
  std::vector<uint16_t> cids_;  // empty: CID = glyph id
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
};

}  // namespace huozi::text
