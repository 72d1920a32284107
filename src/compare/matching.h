// Which sentences of two streams correspond. Not here: what is said of it (compare/changes).
#pragma once

#include <vector>

#include "compare/stream.h"

namespace huozi::compare {

// Sentences of one paragraph (of several, where all their words are the same) that became others.
struct Group {
  Range before, after;  // sentences
  bool same = false;    // the same words, cut to paragraphs otherwise
};

struct MovedParagraph {
  uint32_t before = 0, after = 0;  // paragraphs of the streams
};

struct Matching {
  std::vector<uint32_t> partner_before;  // by old sentence: the new one with the same words, or kNone
  std::vector<uint32_t> partner_after;   // by new sentence
  std::vector<Group> groups;
  std::vector<uint32_t> group_before, group_after;  // by sentence: its group, or kNone
  std::vector<MovedParagraph> moved;                // by `after`
  std::vector<bool> moved_before, moved_after;      // by paragraph

  bool is_open_before(uint32_t s) const { return partner_before[s] == kNone && group_before[s] == kNone; }
  bool is_open_after(uint32_t s) const { return partner_after[s] == kNone && group_after[s] == kNone; }
};

// REQUIRES: both are numbered by the same Numbers.
Matching match(const Stream& before, const Stream& after);

}  // namespace huozi::compare
