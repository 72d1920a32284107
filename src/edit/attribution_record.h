// An attribution line's words -> a citation record. What the words do not say stays empty, never guessed.
// Not here: whether a line is an attribution (line_shape), texts made from a record (citation/).
#pragma once

#include <string_view>

#include "document/citation.h"

namespace huozi::edit {

// `words`: the line without its dash. date: when it was said, else the first date outside the agency's dateline that is
// not the publication's; occasion: 在…上, 在…时, 对…, 就… up to the kind's word; agency, place, dateline_date: from
// 据…电 (…讯); speaker, title and what was published where: source_words. key: the words without the page that is
// cited, blanks and punctuation, full-width letters and digits made half-width, leading zeros of numbers dropped.
document::CitationRecord read_attribution(std::string_view words);

}  // namespace huozi::edit
