// The title of an article that stands in its text.
// Not here: titles that front matter or a feed gives. Inside parse/ only.
#pragma once

#include "document/audit.h"
#include "document/book.h"

namespace huozi::parse {

// The first heading, when it is of level 1: it leaves the blocks, and gives metadata.title unless that says another.
void take_title(document::Document& document, document::Audit& audit);

}  // namespace huozi::parse
