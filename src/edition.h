// What only the finished pages tell, put on the imprint's and the colophon's pages. Not here: how the figures are
// computed (layout/edition_figures), what those pages are made of (document/imprint_page, document/colophon_page).
#pragma once

#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "layout/page_breaker.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

// Names the type of the pages in the colophon, as settle_imprint does its figures, and before it. Without a colophon
// nothing changes.
void settle_colophon(std::string_view program, document::Book& book, std::vector<layout::Galley>& galleys,
                     std::vector<layout::PagePlan>& plans, const style::Cascade& cascade, text::FontLibrary& fonts,
                     document::Audit& audit);

// Fills 开本, 印张 and 字数 into the book's imprint, in place, and sets that section anew. galleys[i] and plans[i]
// belong to book.sections[i], and all of them are paged. What the manifest's own rows say otherwise is reported.
// Without an imprint nothing changes.
void settle_imprint(const parse::Manifest& manifest, document::Book& book, std::vector<layout::Galley>& galleys,
                    std::vector<layout::PagePlan>& plans, const style::Cascade& cascade, text::FontLibrary& fonts,
                    document::Audit& audit, source::Diagnostics& diagnostics);

// Both pages of one book into another of the same parts: the e-book states the print edition's figures.
void copy_edition(const document::Book& from, document::Book& to);

}  // namespace huozi
