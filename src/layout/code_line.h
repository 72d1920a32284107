// A line of code on cells: Latin characters take one, ideographs two, whatever the fonts' own widths; a line too long
// is turned where a word ends. Not here: tabs and empty lines (layout/block_code).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/line_breaker.h"
#include "layout/text_style.h"
#include "text/shaper.h"

namespace huozi::layout {

// The width of one cell: a digit's in the first font.
Length cell_of(const TextStyle& style, const text::FontLibrary& fonts);

// Gives every cluster whole cells, its glyphs in their middle.
void fit_cells(text::ShapedText& shaped, Length cell);

// First clusters of the lines, as break_lines gives them. Turned lines leave two cells free at their end for a mark.
std::vector<uint32_t> break_code(const text::ShapedText& shaped, const BreakInput& input, const BreakRequest& request,
                                 Length cell);

}  // namespace huozi::layout
