// An article that is plain text: its paragraphs and perhaps its title.
// Not here: headings within (edit/ finds them), encodings (encoding).
#pragma once

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// A text with front matter, or whose first character begins a tag, is read by read_article. Otherwise blank lines part
// paragraphs; and between them each line is one, unless the file's lines are clearly broken to a width (40 to 160
// columns): then those are put together up to a short or before an indented line, Han to Han without a blank. Blanks of
// indents are entered in the audit. The first line is metadata.title when it is short, ends no sentence, and stands
// apart from what follows. Marks of Markdown and HTML mean nothing; web addresses become links.
document::Document read_plain_text_article(const source::SourceFile& file, source::Diagnostics& diagnostics,
                                           document::Audit& audit);

}  // namespace huozi::parse
