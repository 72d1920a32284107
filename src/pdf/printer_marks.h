// What a print shop cuts, registers and measures by, in the slug of a press's file: between the bleed and the sheet's
// edge. Not here: the boxes (write_pdf), the page itself (content).
#pragma once

#include <string>

#include "layout/page.h"
#include "pdf/font_use.h"
#include "pdf/inks.h"
#include "pdf/slug_line.h"
#include "pdf/value.h"

namespace huozi::pdf {

// The room outside of the bleed that a page's marks take; zero: it asks for none.
layout::Length slug_of(const layout::Page& page);

// Where the line of type has room below a page with marks: at the left and at the right of the register mark. An end
// may come before its beginning. `baseline`: of the middle of the room.
struct SlugRoom {
  layout::Length left, left_end, right, right_end, baseline;
};
SlugRoom slug_room(const layout::Page& page);

// The line of a page, as it is written.
struct SlugText {
  const SlugLine& line;
  const FontUses& fonts;
  const Inks& inks;
  bool colour = false;  // the page has other inks than black
};

// A content stream, empty without marks, which follows the page's own. `margin`: what stands around the trimmed page.
// `crop` gives marks of the cut, of the bleed and of folds, `cross` marks of register in the middle of each side and
// patches of the inks. Nothing lies within the bleed. Of the line the words are black, the name of each ink that the
// page has is on the plate of this ink alone. Pages of one size with the same inks have the same bytes.
std::string printer_marks(const layout::Page& page, layout::Length margin, const SlugText* slug = nullptr);

// The colour spaces it names, for the page's resources: all plates at once, which no process colour says, and each ink
// by its name, so that the page's own colours stay apart from those of the patches.
Dict mark_color_spaces();

}  // namespace huozi::pdf
