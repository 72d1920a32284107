// The back section 索引: its groups, entries and their pages as blocks. Not here: which entries there are
// (index/entries), columns and look (the stylesheet).
#pragma once

#include <string_view>
#include <vector>

#include "document/book.h"
#include "document/folio.h"
#include "index/entries.h"

namespace huozi::index {

// Its title alone.
document::Section empty_index_section();

enum class Medium { print, ebook };

// Fills it with a div.index-group for each group: p.index-letter, then ul.index-entry-list of li.index-entry: the
// heading (span.index-term), its places (a.index-locator), what to see (span.index-xref-preferred, -related) and a list
// of entries below it; a short family is .index-whole. In print places are pages, merged into ranges. The e-book has a
// link for each page, named as the print edition has it, or for each place, numbered, where `folios` is null.
void fill_index(document::Section& section, const std::vector<Group>& groups, std::string_view language, Medium medium,
                const document::Folios* folios);

}  // namespace huozi::index
