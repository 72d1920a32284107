// HTML articles to the document model. Full documents or fragments, by the HTML5 rules: nothing is ever refused.
// Not here: front matter, encodings, the article's title (article.h).
#pragma once

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// Reads the file from byte `body_begin` on. Spans are the file's. Scripts, styles, comments, form controls are dropped
// and entered in the audit; an element the table does not know keeps its text. metadata
// is what the page's head says, and the language of <html>. Ill-formed UTF-8 becomes U+FFFD without a message. Nesting is bounded at about 100.
document::Document read_html(const source::SourceFile& file, uint32_t body_begin, source::Diagnostics& diagnostics,
                             document::Audit& audit);

}  // namespace huozi::parse
