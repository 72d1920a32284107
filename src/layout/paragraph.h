// A paragraph set to lines: shape, space, break, justify, commit to positions. Not here: where the lines stand on a
// page (layout/block_setter, layout/page_breaker).
#pragma once

#include <vector>

#include "layout/galley.h"
#include "layout/inline_text.h"
#include "source/diagnostic.h"
#include "text/shaper.h"

namespace huozi::layout {

struct ParagraphShape {
  Length measure;
  Length first_indent;
  bool each_line = false;  // the indent is of lines after forced breaks too
  style::TextAlign align = style::TextAlign::justify;
  style::TextAlign align_last = style::TextAlign::start;
  bool balance = false;  // lines of like length, as in titles
};

// Coordinates: x from the paragraph's left edge, y from the line's baseline.
struct SetLine {
  std::vector<RowItem> items;
  std::vector<uint32_t> objects;  // indices into InlineText::objects of note calls, in order
  std::vector<NodeId> anchors;    // nodes that begin in it
  Length height;                  // of the tallest inline image; zero without
  Length width;                   // of what is set
  bool short_of_measure = false;  // justified, but without gaps that can grow
  bool torn = false;              // justified it would be torn, so it is left short too
};

// All its runs are labels (GlyphRun::label).
void make_label(SetLine& line);

// The same paragraph in another number of lines (layout/line_variants).
struct SetVariant {
  std::vector<SetLine> lines;
  int64_t cost = 0;
};

// Mark items get the style indices of `text` plus `style_base`, and note indices from the objects. `variants`: gets
// those there are.
std::vector<SetLine> set_paragraph(const InlineText& text, const ParagraphShape& shape, uint32_t style_base,
                                   text::Shaper& shaper, source::Diagnostics& diagnostics,
                                   std::vector<SetVariant>* variants = nullptr);

// How narrow a text can be without a break where none is allowed, nor a hyphen, and how wide it is without any but
// forced ones.
struct ContentWidths {
  Length least, greatest;
};

ContentWidths content_widths(const InlineText& text, Length first_indent, text::Shaper& shaper);

}  // namespace huozi::layout
