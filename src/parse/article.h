// One article: front matter, then HTML or Markdown.
// Not here: what an editor does to it (edit/), which articles a book selects.
#pragma once

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// .html .htm .xhtml: HTML. Anything else: Markdown, unless the body begins with the tag of an HTML block or document
// (as scrapers write .md files). The first heading, when it is of level 1, is the title: it leaves the blocks, and
// gives metadata.title unless the front matter has another. ERRORS, all reported: file.not-utf8 once, at the first
// ill-formed byte; the rest is read with U+FFFD in such places.
document::Document read_article(const source::SourceFile& file, source::Diagnostics& diagnostics,
                                document::Audit& audit);

}  // namespace huozi::parse
