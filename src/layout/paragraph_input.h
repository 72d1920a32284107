// From a paragraph's text to what line breaking needs: shaped clusters, then the space between them, trims and break
// opportunities, across style boundaries. Not here: which lines are chosen (layout/line_breaker).
#pragma once

#include "layout/break_input.h"
#include "layout/inline_text.h"
#include "text/shaper.h"

namespace huozi::layout {

// REQUIRES: the text is not empty.
text::ShapedText shape_text(const InlineText& in, text::Shaper& shaper);

// `centred`: of lines in the middle, where a mark's blank half would set the first one off.
BreakInput make_break_input(const InlineText& in, const text::ShapedText& shaped, bool centred = false);

// （第12页）: the number and the words around it stay together, as do the end of a contents row, its leader and its
// folio.
void bind_references(const InlineText& in, const text::ShapedText& shaped, BreakInput& input);

// Numbers rather stay with what they count, at the price of gaps of a fiftieth of an em or so (text/break_preference).
void add_preferences(const text::ShapedText& shaped, BreakInput& input);

// Web addresses may be broken between their joints too, at the price of gaps of an eighth of an em.
void open_last_resorts(BreakInput& input);

// Where a title breaks by sense: after marks and blanks, then between words.
void add_sense(const InlineText& in, const text::ShapedText& shaped, BreakInput& input);

}  // namespace huozi::layout
