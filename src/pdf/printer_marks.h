// What a print shop cuts, registers and measures by, in the slug of a press's file: between the bleed and the sheet's
// edge. Not here: the boxes (write_pdf), the page itself (content).
#pragma once

#include <string>

#include "layout/page.h"
#include "pdf/value.h"

namespace huozi::pdf {

// The room outside of the bleed that a page's marks take; zero: it asks for none.
layout::Length slug_of(const layout::Page& page);

// A content stream, empty without marks, which follows the page's own. `margin`: what stands around the trimmed page.
// `crop` gives marks of the cut, of the bleed and of folds, `cross` marks of register in the middle of each side and
// patches of the inks. Nothing lies within the bleed. Pages of one size have the same bytes.
std::string printer_marks(const layout::Page& page, layout::Length margin);

// The colour spaces it names, for the page's resources: all plates at once, which no process colour says, and each ink
// by its name, so that the page's own colours stay apart from those of the patches.
Dict mark_color_spaces();

}  // namespace huozi::pdf
