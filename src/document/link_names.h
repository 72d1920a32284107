// Words for links that have none, as in [](b.md): those of the title or heading they lead to, with its number,
// or the number of a figure or table (图1-1), or its caption.
// Not here: where links lead (document/links).
#pragma once

#include "document/audit.h"
#include "document/book.h"

namespace huozi::document {

// REQUIRES: links are resolved and headings numbered. Links in headings, which lead to their own place, stay as they
// are.
void name_links(Book& book, Audit& audit);

}  // namespace huozi::document
