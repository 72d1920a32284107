// References to pages that authors write: 见第[](#id){.page}页. Links of the class `page` become PageReferences.
// Not here: where a link leads (document/links), which page that is on (layout/).
#pragma once

#include "document/book.h"

namespace huozi::document {

// Whether the node, a Link, asks for the page it leads to, or for the mark of the note that it leads to (class `note`).
bool asks_for_page(const NodeInfo& info);
bool asks_for_note(const NodeInfo& info);

// REQUIRES: links are resolved, headings and captions numbered. 第 before and 页 after the number belong to the
// reference then, since the e-book says neither: it has the words in the link's brackets instead, else those of the
// heading or caption it leads to, “…”, else 链接处. Between several numbers of one list,
// 第[](#a){.page}、[](#b){.page}页, at most four characters may stand. A reference that leads nowhere becomes ??.
void make_page_references(Book& book);

}  // namespace huozi::document
