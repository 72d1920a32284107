// Font subsets for embedding, made with HarfBuzz's subsetter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/font.h"

namespace huozi::text {

struct FontSubset {
  // cff_cid / cff_name: the bare `CFF ` table (FontFile3 /CIDFontType0C); true_type: a whole sfnt (FontFile2).
  std::string program;
  OutlineKind outline = OutlineKind::true_type;
};

// A subset with these glyphs (sorted or not, .notdef added). Glyph ids of the source face stay usable as CIDs in a
// composite font with Identity-H: see OutlineKind. Layout tables are dropped. Nothing when HarfBuzz fails.
std::optional<FontSubset> subset_for_pdf(const Font& font, const std::vector<GlyphId>& glyphs);

// An OpenType file (a face of a collection: a file of its own) holding these characters, for EPUB: with its whole name
// table, licence and all, and the forms for vertical text. Nothing when HarfBuzz fails.
// REQUIRES: may_embed() and may_subset().
std::optional<std::string> subset_for_epub(const Font& font, const std::vector<char32_t>& characters);

}  // namespace huozi::text
