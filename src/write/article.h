// From a document to a Markdown article that is read back as the same document.
// Not here: files, and what an editor changes before (edit/).
#pragma once

#include <string>

#include "document/book.h"

namespace huozi::write {

// Front matter of what is set, then the text: UTF-8, LF, a final line feed; a paragraph is one line. Raw HTML where
// Markdown has no form. Nodes' ids and spans, and what the build sets (numbers, image files), are not written; a
// citation note is written as a note of its words. The same document always gives the same bytes.
// REQUIRES: nesting bounded, as the parsers bound it.
std::string write_article(const document::Document& document);

}  // namespace huozi::write
