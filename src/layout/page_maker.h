// Galleys and plans to pages: everything placed and every late text filled in, in the order: body, note numbers, page
// references, running heads and folios.
#pragma once

#include <string>
#include <vector>

#include "document/book.h"
#include "layout/galley.h"
#include "layout/page.h"
#include "layout/page_breaker.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi::layout {

// galleys[i] and plans[i] belong to book.sections[i]. What cannot be set as asked is reported.
std::vector<Page> make_pages(const document::Book& book, const std::vector<Galley>& galleys,
                             const std::vector<PagePlan>& plans, const style::Cascade& cascade,
                             text::FontLibrary& fonts, source::Diagnostics& diagnostics);

// The words that say on a page that a table goes on, one entry a page that has them.
std::vector<std::string> continuation_words(const std::vector<Galley>& galleys, const std::vector<PagePlan>& plans);

}  // namespace huozi::layout
