// Warichu (夹注, 割注): a note within the line, at half its size in two rows. One that is broken over lines has two
// rows on each, read one after the other. For the search of lines each of its clusters is half as wide, so that widths
// remain differences of sums, and what rows of unlike length need is set aside once a line. JLREQ 3.4, publishing
// practice; CLREQ only names such notes. Not here: which text it is (layout/inline_text), where a line breaks
// (layout/line_breaker).
#pragma once

#include <vector>

#include "layout/break_input.h"
#include "layout/inline_text.h"
#include "text/shaper.h"

namespace huozi::layout {

// A note's clusters [first, last) and how they stand in rows. The vectors are of its clusters.
struct Warichu {
  uint32_t first = 0, last = 0;
  Length em;                // of the text around: twice the note's
  std::vector<Length> sum;  // one more: of glue and advance up to the cluster
  std::vector<Length> glue, weight, start_trim, end_trim;
  std::vector<bool> may_split;  // whether the second row may begin with it

  // What a line has more of than half the note's width, so that it is never too wide once the rows are set.
  Length slack() const { return em / 2; }
  // Of a row (0 or 1) above the baseline.
  Length rise(int row) const;
};

// What of a note stands on one line.
struct WarichuPart {
  const Warichu* note = nullptr;
  uint32_t begin = 0, end = 0;  // clusters
  uint32_t split = 0;           // where the second row begins; `end`: nowhere
  Length width;                 // of the longer row
};

// The notes of a text in order; in `input` each is what lines are searched with.
std::vector<Warichu> set_warichus(const InlineText& in, const text::ShapedText& shaped, BreakInput& input);

// On a line of clusters [first, last). REQUIRES: the line has some of it.
WarichuPart part_of(const Warichu& note, uint32_t first, uint32_t last);

// How wide the search took the part for. Never less than its width.
Length estimate(const WarichuPart& part, const BreakInput& input);

// Where the part's clusters stand, from its left edge, when both rows end at `width`; a row with too few gaps ends
// before.
std::vector<Length> spread(const WarichuPart& part, Length width);

}  // namespace huozi::layout
