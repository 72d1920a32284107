// Where a paragraph's lines may end with a hyphen: at soft hyphens, and within words by the dictionaries (CSS Text 3
// 6.1, `hyphens`). Not here: the dictionaries (text/hyphenation), the choice among the places (layout/line_breaker).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/break_input.h"
#include "layout/inline_text.h"
#include "text/shaper.h"

namespace huozi::layout {

struct LineHyphen {
  uint32_t before = 0;      // the cluster that begins the next line
  text::GlyphId glyph = 0;  // in the font of the cluster that ends the line
  Length advance;
};

// Allows the breaks in `input` and makes the lines that end there wider by the hyphen. Ascending.
std::vector<LineHyphen> open_hyphens(const InlineText& in, const text::ShapedText& shaped,
                                     const text::FontLibrary& fonts, BreakInput& input);

}  // namespace huozi::layout
