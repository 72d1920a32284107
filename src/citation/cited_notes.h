// [@key] of articles: notes are given the text of the entries they name. Not here: finding them in Markdown (parse/).
#pragma once

#include "citation/bibliography.h"
#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"

namespace huozi::citation {

// Several entries of a note stand with ； between them. Within another note the text stands in its place, and that note
// counts as one that cites. What stands where [@key] stood is in the audit (citation.entry). What names an entry that
// there is not is reported (citation.unknown-key) and stays as the article has it. `has_file`: book.yaml names a
// references file; without, [@key] is reported (citation.no-references), and words before the @, as in [图 @name], make
// it text (citation.taken-as-text).
void write_cited_notes(document::Document& article, const Bibliography& bibliography, bool has_file,
                       source::Diagnostics& diagnostics, document::Audit& audit);

}  // namespace huozi::citation
