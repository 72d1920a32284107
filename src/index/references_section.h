// The back section 参考文献: the entries of the references file that the book cites. Not here: which these are and how
// they read (citation/bibliography), their look (the stylesheet).
#pragma once

#include <string_view>
#include <vector>

#include "citation/template.h"
#include "document/book.h"

namespace huozi::index {

// p.reference-entry for each entry, with [1], [2] ... before it where they are numbered.
document::Section references_section(const std::vector<citation::Line>& entries, bool numbered,
                                     std::string_view language);

}  // namespace huozi::index
