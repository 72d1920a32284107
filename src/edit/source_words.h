// The clauses of an attribution, 习近平：《在…上的讲话》（2022年3月1日），《人民日报》2022年3月2日，第1版, as fields of
// its record. Not here: the agency's dateline (attribution_record). Inside edit/ only.
#pragma once

#include <string_view>

#include "document/citation.h"

namespace huozi::edit {

// Fills speaker, title, date, container, publisher, place, published, volume, issue, edition and pages as far as the
// words say them in a form that is known. A speaker is whoever stands before ： and a title or speech, or a Chinese
// name (a surname and one or two characters) right before 《 or before 在, 对, 就 of a speech. Returns whether the
// fields hold all of the words but punctuation, and a title among them.
bool read_source_words(std::string_view words, document::CitationRecord& record);

}  // namespace huozi::edit
