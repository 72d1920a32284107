#include "text/subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <memory>

namespace huozi::text {
namespace {

struct Release {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

void drop_tables(hb_subset_input_t* input, std::initializer_list<hb_tag_t> tags) {
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : tags) hb_set_add(dropped, tag);
}

std::optional<std::string> bytes_of(hb_blob_t* owned) {
  const Owned<hb_blob_t> blob(owned);
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  if (!data || length == 0) return std::nullopt;
  return std::string(data, length);
}

// Everything PDF has no use for. Without GSUB and GPOS the glyph closure stays what was asked; without the variation
// tables a variable font becomes its default instance.
constexpr auto kUnusedInPdf = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('S', 'V', 'G', ' '), HB_TAG('C', 'O', 'L', 'R'),
    HB_TAG('C', 'P', 'A', 'L'), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'), HB_TAG('s', 'b', 'i', 'x'),
    HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('H', 'V', 'A', 'R'), HB_TAG('V', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('c', 'v', 'a', 'r'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e')};

constexpr auto kKeptFeatures = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'i', 'g', 'a'), HB_TAG('k', 'e', 'r', 'n'),
                                HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'), HB_TAG('v', 'e', 'r', 't'),
                                HB_TAG('v', 'r', 't', '2'), HB_TAG('h', 'a', 'l', 't'), HB_TAG('v', 'h', 'a', 'l'),
                                HB_TAG('c', 'h', 'w', 's'), HB_TAG('v', 'c', 'h', 'w')};

}  // namespace

std::optional<FontSubset> subset_for_pdf(const Font& font, const std::vector<GlyphId>& glyphs) {
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return std::nullopt;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const GlyphId glyph : glyphs) hb_set_add(wanted, glyph);
  drop_tables(input.get(), kUnusedInPdf);
  // Hints do nothing in print; shared subroutines would keep outlines of glyphs that are gone.
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  if (font.outline() != OutlineKind::true_type) flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
  if (font.outline() != OutlineKind::cff_cid) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);

  const Owned<hb_face_t> face(hb_subset_or_fail(font.hb_face(), input.get()));
  if (!face) return std::nullopt;
  // The built face lists its tables only as a whole file, so the CFF table is taken from that.
  auto program = bytes_of(hb_face_reference_blob(face.get()));
  if (program && font.outline() != OutlineKind::true_type) {
    program = bytes_of(hb_face_reference_table(face.get(), HB_TAG('C', 'F', 'F', ' ')));
  }
  if (!program) return std::nullopt;
  return FontSubset{std::move(*program), font.outline()};
}

std::optional<std::string> subset_for_epub(const Font& font, const std::vector<char32_t>& characters) {
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return std::nullopt;
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t character : characters) hb_set_add(wanted, character);
  drop_tables(input.get(), {HB_TAG('D', 'S', 'I', 'G')});
  // Whose it is and what its licence allows goes with the font: every record of its name table.
  hb_set_add_range(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID), 0, 25);
  hb_set_t* languages = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_LANG_ID);
  hb_set_clear(languages);
  hb_set_invert(languages);  // all
  // What reading systems apply by themselves; regional and stylistic forms would bring in glyphs that nothing shows.
  hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  for (const hb_tag_t tag : kKeptFeatures) hb_set_add(features, tag);
  hb_subset_input_set_flags(
      input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  const Owned<hb_face_t> face(hb_subset_or_fail(font.hb_face(), input.get()));
  if (!face) return std::nullopt;
  return bytes_of(hb_face_reference_blob(face.get()));
}

}  // namespace huozi::text
