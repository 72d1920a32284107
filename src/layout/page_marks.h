// Where in the text each page begins, for EPUB's page-list.
// Not here: the marks themselves (epub/).
#pragma once

#include <vector>

#include "document/book.h"
#include "layout/page.h"

namespace huozi::layout {

// In page order, at most one a page. `ebook`: the book as the e-book has it; marks are at its nodes. A page begins
// where its first words or picture stand (not a table's head that is said again); one that holds nothing is marked
// where the next one is; one whose words the e-book has elsewhere or not at all has no mark: endnotes, the second page
// of a list of sources.
std::vector<document::PageMark> page_marks(const std::vector<Page>& pages, const document::Book& ebook);

}  // namespace huozi::layout
