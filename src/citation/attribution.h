// An attribution, or an article as the source of its own words, as a reference that a style can print.
// Not here: reading attributions (edit/).
#pragma once

#include <string>

#include "citation/style.h"
#include "document/audit.h"
#include "document/book.h"
#include "document/reference.h"

namespace huozi::citation {

// A report by an agency is published by it, there and on that day; what has no publisher and no periodical is `other`.
document::Reference reference_of(const document::CitationRecord& record);

// An article that has none of author, source, date and address cannot be cited: its reference has no title. `access`:
// when it was read, ISO 8601; may be empty.
document::Reference reference_of(const document::ArticleMetadata& article, const std::string& access);

// Gives the notes of attributions in the article the style's form, with the change in the audit (citation.style).
// Unless the style keeps the article's words, or the record does not hold them all, or the note is more than words.
void restyle_attributions(document::Document& article, const Style& style, document::Audit& audit);

}  // namespace huozi::citation
