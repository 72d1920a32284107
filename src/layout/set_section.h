// A section set to a galley: its title and blocks to rows, its notes to lines.
#pragma once

#include "document/book.h"
#include "layout/galley.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi::layout {

// What the page's geometry gives the galley.
struct FlowGeometry {
  Length measure;
  Length pitch;         // of the grid
  Length max_height;    // of an unbreakable row
  Length type_measure;  // of notes and page floats, whatever columns the text has
  int folio_digits = 3;
};

// Safe to call from several threads for different sections. The measure and the grid are those of the section's named
// page. `folio_digits`: of the widest folio that the book may have, for references to pages among words.
Galley set_section(const document::Book& book, size_t section_index, const style::Cascade& cascade,
                   text::FontLibrary& fonts, source::Diagnostics& diagnostics, int folio_digits = 3);

}  // namespace huozi::layout
