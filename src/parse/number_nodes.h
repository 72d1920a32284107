// Gives every node its place in the article.
// Not here: footnote numbers and headings' numbers (document/numbering).
#pragma once

#include "document/book.h"

namespace huozi::parse {

// Ordinals 1, 2, 3 ... in reading order: blocks, list items, entries, cells and inlines; a note's blocks follow its
// call. Sets next_ordinal. REQUIRES: nesting bounded.
void number_nodes(document::Document& document);

}  // namespace huozi::parse
