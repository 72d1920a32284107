// Pages as plain text: a page's heading line, then an item a line in its order, for golden cases. Points with two
// decimals from the page's top left corner. Not here: galleys (galley_dump.h).
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"

namespace huozi::test {

// page LABEL recto|verso WIDTHxHEIGHT
//   [note|margin] run X..LAST Y TEXT | rule RECT | image RECT FILE | link RECT KIND TARGET
std::string dump(const layout::Page& page);
std::string dump(const std::vector<layout::Page>& pages);

}  // namespace huozi::test
