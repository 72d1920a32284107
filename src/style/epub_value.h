// A declaration as e-readers need it: relative units, font stacks by name, the -epub- and -webkit- twins of properties
// that old readers know only so, page-break-* beside break-*.
// Not here: which rules are printed (style/epub_sheet).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "style/sheet_data.h"

namespace huozi::style {

// Sizes of the book's text as print sets it, and the e-book's line height: what absolute units are made relative to.
struct EpubScale {
  Length font_size;            // of the body in print
  int64_t line_height_factor;  // of the body in the e-book, millionths
};

// Sizes within one rule: em refers to the element's own font size.
LengthContext lengths_of(const Rule& rule, const EpubScale& scale);

// Names and values to print, in order. Empty: e-books have nothing of this declaration. `traditional`: fonts are named
// that have Traditional Chinese forms. !important is left out where readers' own settings are to win.
std::vector<std::pair<std::string, std::string>> for_epub(const Declaration& declaration, const LengthContext& lengths,
                                                          bool traditional);

// A string in double quotes, escaped.
std::string quoted(std::string_view text);

}  // namespace huozi::style
