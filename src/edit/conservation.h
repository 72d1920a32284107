// Whether all of an article's text is still there: the Han characters of its source are those of the document and those
// the audit says were removed, no fewer and no more. The source is counted on its own, not by the parsers.
// Not here: whether the outputs hold the document's text (the outputs' own tests), characters other than Han.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/audit.h"
#include "document/book.h"

namespace huozi::edit {

struct Conservation {
  int64_t source = 0;   // Han characters of the source's text, markup apart
  int64_t markup = 0;   // of its markup, as far as they were kept or removed: source + markup = kept + removed - added
  int64_t kept = 0;     // of the document's text
  int64_t removed = 0;  // of what the audit says went away
  int64_t added = 0;    // of what the audit says was put in
  int64_t lost = 0;     // in the source's text, but neither kept nor removed
  int64_t gained = 0;   // kept, but neither in the source nor put in
  std::string lost_characters, gained_characters;  // UTF-8, the first few of each

  bool holds() const { return lost == 0 && gained == 0; }
};

// `body`: the source from behind the front matter on. Characters inside tags, comments, Markdown's attributes, labels
// and link targets are markup: they may be gone without a word, and may have become text. Figures that stand for
// characters
// (&#20013;) are read. `title`: the heading that left the body to be the article's title, or empty. `audit`: of this
// article alone. The order of characters is not looked at.
Conservation check_conservation(std::string_view body, std::string_view title, const document::Document& document,
                                const document::Audit& audit);

}  // namespace huozi::edit
