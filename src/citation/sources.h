// What a book cites: one entry for each source, whichever notes name it. Not here: the page each note stands on
// (layout/), the section that lists them (index/).
#pragma once

#include <string>
#include <vector>

#include "citation/bibliography.h"
#include "document/book.h"

namespace huozi::citation {

struct CitedSource {
  Line words;                           // without the page that is cited
  std::string date;                     // ISO 8601; empty: unknown
  std::vector<document::NodeId> notes;  // the calls, in reading order
};

// Of citation notes, and of the entries that notes name. Two notes are of one source when they name the same entry or
// their records have the same key, or else when their words differ in the page alone. Words are as the first note has
// them less the full stop; entries, and attributions in a style's form, as a list has them. In a numbered style sources
// stand in the order in which they are first cited. Otherwise dated ones come first, the oldest at the top, as
// collections of speeches and documents have them; the others follow in the order in which they are first cited.
// REQUIRES: notes have their full form still (citation/repeat comes later).
std::vector<CitedSource> cited_sources(const document::Book& book, const Bibliography& bibliography);

}  // namespace huozi::citation
