// Where notes begin to be counted anew: on each page, with a section, or nowhere (css-gcpm-3 2.4). Not here: the
// numbers (document/numbering; those of pages: layout/page_maker), what they look like (layout/note_mark).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/book.h"
#include "style/stylesheet.h"

namespace huozi::style {

// What `counter-reset` makes of the counter `footnote`; nothing: it goes on.
std::optional<int64_t> footnote_reset(const std::vector<CounterChange>& resets);

// Whether some page of the name begins to count anew.
bool counts_notes_by_page(const Cascade& print, std::string_view page_name);

// For each section what is counted on from; nothing: the section before goes on. A section whose pages count anew
// begins anew as a whole: so are its notes numbered where there are no pages, and those that stand at its end.
std::vector<std::optional<uint32_t>> note_starts(const document::Book& book, const Cascade& print);

}  // namespace huozi::style
