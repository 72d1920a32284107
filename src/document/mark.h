// Inlines that mean something without words.
// Not here: empty elements with an id, to which links may lead.
#pragma once

#include "document/node.h"

namespace huozi::document {

// A reference to a page or a note, [](#id){.page}, or a mark for the index, []{.index entry=...}; with words too. A
// link within the book without words, [](b.md).
bool is_mark(const Inline& node);

}  // namespace huozi::document
