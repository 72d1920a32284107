// The back section 引文出处: the book's sources, how often each is cited and where. In print the pages, in the e-book a
// link to each note. Not here: which sources there are (citation/sources), their look (the stylesheet).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/sources.h"
#include "document/book.h"
#include "document/folio.h"

namespace huozi::index {

// Its title, without entries: those come when pages are known, or for the e-book when it is written.
document::Section empty_sources_section(std::string_view language);

// Fills it with p.source-entry for each source: its words, then span.count. `numbered`: [1], [2] ... before them.
// `folios`: of the print edition; null: the notes are linked one by one.
void fill_sources(document::Section& section, const std::vector<citation::CitedSource>& sources, bool numbered,
                  std::string_view language, const document::Folios* folios);

}  // namespace huozi::index
