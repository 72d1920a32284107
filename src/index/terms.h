// Terms that book.yaml lists for the index, found in the text and marked there as an author would mark them.
// Not here: the marks' entries (index/entries).
#pragma once

#include <vector>

#include "document/book.h"
#include "document/index_settings.h"
#include "source/diagnostic.h"

namespace huozi::index {

// Puts a span of the class `index` round every place of a term in the articles of the book: in paragraphs, headings,
// captions and notes, not in code, nor in marks that are there already. Of overlapping terms the longer one counts. A
// term may be broken by emphasis or a note's call: then the part before is marked. Terms found nowhere are reported.
void mark_terms(document::Book& book, const std::vector<document::IndexTerm>& terms, source::Diagnostics& diagnostics);

}  // namespace huozi::index
