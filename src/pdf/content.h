// A page's content stream (ISO 32000-1, 7.8): text, rules, images. Not here: annotations (link), page objects
// (write_pdf), what stands around the page (printer_marks).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "pdf/font_use.h"
#include "pdf/inks.h"
#include "pdf/tag_tree.h"

namespace huozi::pdf {

struct PageContent {
  std::string stream;            // not yet deflated
  std::vector<uint32_t> fonts;   // indices into FontUses::fonts, ascending; named /F<index>
  std::vector<uint32_t> images;  // indices of ImageUse, ascending; named /I<index>
  std::vector<uint32_t> slots;   // by marked content identifier: TagTree's slots
};

struct ImageUse {
  uint32_t index = 0;
  int orientation = 1;  // EXIF
};
using ImageUses = std::map<std::string, ImageUse, std::less<>>;  // by image file

// Where the trimmed page's top left corner stands in the PDF's coordinates.
struct PageOrigin {
  layout::Length left, top;
};

// Image files that `images` does not have are left out. Rules and strokes are at least `least_pen` thick.
// Glyph origins agree with the layout's to 0.01 pt. Pure: pages may be written in parallel.
// `tags`: of a tagged file, with the slot of each of the page's items. `sheet`: a line outside of the page.
struct PageTags {
  const TagTree* tree = nullptr;
  const std::vector<uint32_t>* slots = nullptr;
};
PageContent write_content(const layout::Page& page, const PageOrigin& origin, layout::Length least_pen,
                          const FontUses& fonts, const ImageUses& images, const Inks& inks, const PageTags& tags,
                          const std::vector<layout::GlyphRun>& sheet = {});

}  // namespace huozi::pdf
