// Note texts as the humanities write them: 作者：《题》，来源，年月日，网址。
// Not here: finding citations (edit/), where a note stands (the stylesheet).
#pragma once

#include <string>

#include "document/book.h"

namespace huozi::citation {

// A note's text in three parts, so that the address can be a link. Without an address only `before` holds anything.
struct NoteText {
  std::string before;
  std::string address;
  std::string after;
  bool empty() const { return before.empty(); }
};

// The article itself: author：《title》，source，date，url。 Without an author the source stands in his place. What is
// missing is left out; with neither author, source, date nor url there is nothing to cite. Marks 《》 within the title
// become 〈〉 (GB/T 15834 4.15.3.4).
NoteText cite_article(const document::ArticleMetadata& article);

}  // namespace huozi::citation
