// A galley as plain text: a row a line, its items below it, notes after the rows. Points with two decimals; x from the
// measure's left edge, y from the row's top. Not here: pages (page_dump.h).
#pragma once

#include <string>

#include "layout/galley.h"

namespace huozi::test {

// "20", "12.5", "6.25": points, rounded to hundredths.
std::string points(base::Length length);

// "x y text", and the last glyph's x where there are several: a line that is fitted otherwise reads otherwise.
std::string describe(const layout::GlyphRun& run);
std::string describe(const layout::Rect& rect);  // x y width x height
// X Y of the figure's first place, its size (of the curves' controls too); the other places' X; how it is drawn.
std::string describe(const layout::PathItem& path);

// row HEIGHT [cost widow|keep|N] [break] [blank] [foot] [calls N ...] [NAME=VALUE ...]
//   run X..LAST Y TEXT | rule RECT | path X Y WxH [+X ...] pen WIDTH|filled | image RECT FILE | link RECT TARGET | mark
//   N X Y | marker N X Y | folio X Y | leader X Y
std::string dump(const layout::Galley& galley);

}  // namespace huozi::test
