// What changed between two editions: sentences added, removed and changed, paragraphs moved, and the pages on which
// that shows. Not here: how it is told (compare/text_report, compare/json_report).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compare/edition.h"
#include "compare/marks.h"

namespace huozi::compare {

enum class Kind {
  added,
  removed,
  changed,
  moved,  // a paragraph, or some that follow each other; what changed in it besides is told apart
  split,  // the same words, but one paragraph became several
  joined,
  recast  // the same words, but a heading became a paragraph, or the other way round
};

std::string_view kind_name(Kind kind);

constexpr uint32_t kNowhere = UINT32_MAX;

// Text of a paragraph. Where a change has no text in an edition: the empty place at which it was put in, or taken out.
struct Place {
  uint32_t paragraph = 0;  // index into Edition::paragraphs; kNowhere: the edition has no text of that kind
  Range text;
};

struct Change {
  Kind kind = Kind::changed;
  Place before, after;      // in the old edition, in the new one
  bool whole = false;       // a paragraph with all its sentences; false: sentences of one. changed: the same words, but
                            // another picture
  uint32_t paragraphs = 1;  // moved: so many from `before` and `after` on
  Marks marks = {};         // changed: bytes of the paragraphs' texts
};

// Rows of a part that the program makes from the rest of the book, such as the contents: counted, not listed.
struct PartChange {
  std::string part;
  size_t removed = 0, added = 0;
};

struct Comparison {
  std::vector<Change> changes;  // in the new edition's order
  std::vector<PartChange> parts;
  std::vector<uint32_t> pages_changed;  // of the new edition: those that do not look like the old page of that folio
  std::vector<uint32_t> pages_removed;  // of the old one: those whose folio the new one does not have
};

struct Counts {
  size_t added = 0, removed = 0, changed = 0, moved = 0, cut = 0, recast = 0;  // cut: split or joined
};
Counts counts_of(const Comparison& comparison);

bool is_picture(const Edition& before, const Edition& after, const Change& change);

// Words that are told as a heading's in one of the editions only.
bool is_recast(const Edition& before, const Edition& after, const Change& change);

// Where a change is to be looked for: the first changed character, of a whole sentence its beginning.
uint32_t first_byte(const Place& place, const std::vector<Range>& marks);

// The line on which a byte of a paragraph stands; null when no page shows it.
const Line* line_at(const Paragraph& paragraph, uint32_t byte);

// Time about n log n in the editions' text, whatever it is.
// REQUIRES: neither edition has a text of 4 GiB.
Comparison compare(const Edition& before, const Edition& after);

}  // namespace huozi::compare
