// The clauses of the standards that a book's content can break, as a table: all violations of a build are told at
// once, each at its source, and a file that has one claims nothing. Not here: what the writer itself keeps to (boxes,
// metadata, structure), the parts of the file.
#pragma once

#include <vector>

#include "document/book.h"
#include "layout/page.h"
#include "pdf/font_use.h"
#include "pdf/inks.h"
#include "pdf/standard.h"
#include "pdf/tag_tree.h"
#include "source/diagnostic.h"

namespace huozi::pdf {

struct Content {
  const document::Book& book;
  const std::vector<layout::Page>& pages;
  const FontUses& fonts;
  const Inks& inks;
  const TagTree* tags;  // of a tagged file; null: it is none
};

// The standard itself when the content keeps it, else none. ERRORS, reported: pdf.rgb-color, pdf.no-alternative,
// pdf.font-licence.
Standard kept_standard(Standard wanted, const Content& content, source::Diagnostics& diagnostics);

}  // namespace huozi::pdf
