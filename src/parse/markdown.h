// Markdown articles to the document model: CommonMark with GFM's tables, strikethrough and footnotes, Pandoc's
// bracketed spans, fenced divisions and definition lists, raw HTML. Not here: front matter, encodings, the article's title (article.h).
#pragma once

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// Reads the file from byte `body_begin` on. Spans are the file's. Emphasis closes beside Chinese punctuation, URLs end
// before Chinese text, a line end between Han vanishes (in `::: verse`, poem and signature it
// stays). Notes stand at their calls; a note nobody calls is reported and
// set at the end. metadata is left empty. Ill-formed UTF-8 becomes U+FFFD without a message. Nesting is bounded at
// about 100.
document::Document read_markdown(const source::SourceFile& file, uint32_t body_begin, source::Diagnostics& diagnostics,
                                 document::Audit& audit);

}  // namespace huozi::parse
