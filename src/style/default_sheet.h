// The user-agent sheet: what elements are (block, list item, table), and the predefined counter styles.
// Not here: how a book looks (styles/booklet.css).
#pragma once

#include "style/sheet_data.h"

namespace huozi::style {

const StylesheetData& default_sheet();

}  // namespace huozi::style
