// NAME.cover.pdf: the cover around the printed book, for the print shop. Not here: its design (cover/), the e-book's
// cover (book_cover).
#pragma once

#include <string>

#include "book_papers.h"
#include "print/binding.h"
#include "print_edition.h"
#include "source/diagnostic.h"

namespace huozi {

// What the spread measures, trimmed, and what of.
struct CoverFigures {
  print::Micrometres width = 0, height = 0, spine = 0, flap = 0;
  size_t pages = 0;  // of the bound book
  print::Binding binding = print::Binding::perfect;
  print::Paper paper, cover_paper;
};

struct CoverSpreadFile {
  OutputFile file;
  CoverFigures figures;
};

// PDF/X-4, as the print edition's other files; colours of the sheet in inks, within the limit of them. Reports cover.*,
// print.* and pdf.*; what `diagnostics` has already of the cover's picture is not told again.
// REQUIRES: the edition has pages.
CoverSpreadFile make_cover_spread(const PrintEdition& edition, const BookPapers& papers,
                                  source::Diagnostics& diagnostics);

}  // namespace huozi
