// What a book cites: one entry for each source, whichever notes name it. Not here: the page each note stands on
// (layout/), the section that lists them (index/).
#pragma once

#include <string>
#include <vector>

#include "document/book.h"

namespace huozi::citation {

struct CitedSource {
  struct Words {
    std::string text;
    std::string address;  // of words that are a link
  };
  std::vector<Words> words;             // as the first note has them, less the page and the full stop
  std::string date;                     // ISO 8601; empty: unknown
  std::vector<document::NodeId> notes;  // the calls, in reading order
};

// Of citation notes. Two are of one source when their records have the same key, or else when their words differ in the
// page alone. Dated sources come first, the oldest at the top, as collections of speeches and documents have them; the
// others follow in the order in which they are first cited.
// REQUIRES: notes have their full form still (citation/repeat comes later).
std::vector<CitedSource> cited_sources(const document::Book& book);

}  // namespace huozi::citation
