// What stands around and between the pages of an imposed sheet: marks of cut, fold and register, the collating mark on
// a signature's spine, a line that says which sheet and side it is. Not here: the pages (write_imposed).
#pragma once

#include <string>

#include "impose/plan.h"
#include "layout/page.h"
#include "text/font.h"

namespace huozi::pdf {

using base::Length;

// The room around the block of pages that all marks need.
extern const Length kSheetMargin;

// The marks as a content stream; `left` and `top`: where the block's corner stands in the PDF's coordinates. Nothing is
// drawn over a page but the collating mark, a millimetre on each side of the spine.
std::string sheet_marks(const impose::Plan& plan, const impose::Sheet& sheet, bool front, Length left, Length top);

// The words on the sheet, placed in the block's coordinates: its line, and the signature's number below the collating
// mark. `font` is the run's FontId 0; characters it lacks are shown as 〓.
layout::Page sheet_words(const impose::Plan& plan, const impose::Sheet& sheet, bool front, const std::string& title,
                         const text::Font& font);

}  // namespace huozi::pdf
