// Optimum-fit line breaking over a whole paragraph: an exact dynamic programme on prefix sums. Knows widths, glue and
// break opportunities only; not fonts, characters or writing direction.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/length.h"
#include "text/break_opportunity.h"
#include "text/spacing.h"

namespace huozi::layout {

using base::Length;

// n clusters. Glue sums: [k] covers the gaps before clusters 1..k.
struct BreakInput {
  std::vector<Length> advance_sum;  // n + 1: [k] is the sum of glue[m] + advance(m) over m < k
  std::vector<Length> glue;         // [k]: natural glue before cluster k; [0] is zero
  std::vector<std::array<Length, text::kShrinkTiers>> shrink_sum;
  std::vector<std::array<Length, text::kStretchTiers>> stretch_sum;
  std::vector<Length> start_trim;       // [k]: when a line begins with cluster k
  std::vector<Length> end_trim;         // [k]: when a line ends with cluster k; negative: wider, by a hyphen
  std::vector<text::BreakKind> breaks;  // [k]: before cluster k
  // [k]: how badly a title breaks before cluster k: 0 after a mark or blank, 1 between words, 2 within a word.
  // Empty: no title.
  std::vector<uint8_t> sense;
  std::vector<uint8_t> weighty;  // [k]: 1 for a character that keeps a last line from being too short
  // [k]: whether a line broken before cluster k ends with a hyphen, and whether within the paragraph's last word.
  // Empty: nowhere.
  enum Hyphenation : uint8_t { kNoHyphen, kHyphen, kLastWord };
  std::vector<Hyphenation> hyphenated;

  size_t size() const { return glue.size(); }
  Hyphenation hyphen_before(size_t k) const { return k < hyphenated.size() ? hyphenated[k] : kNoHyphen; }
  // Natural width of clusters [first, last).
  Length width(size_t first, size_t last) const;
  Length shrink(size_t first, size_t last) const;
  std::array<Length, text::kShrinkTiers> shrink_tiers(size_t first, size_t last) const;
  std::array<Length, text::kStretchTiers> stretch_tiers(size_t first, size_t last) const;
};

struct BreakRequest {
  Length measure;
  Length first_indent;      // taken from the first line
  bool each_line = false;   // ... and from those after forced breaks
  bool trim_first = false;  // whether the first line's opening mark loses its blank too
  Length em;                // the body size, the unit of looseness
};

// First clusters of the lines: [0] is 0. A line that fits in no way (a word wider than the measure) is broken where it
// must, for itself alone. Empty input gives no lines.
std::vector<uint32_t> break_lines(const BreakInput& input, const BreakRequest& request);

// What break_lines makes as small as can be, of one way to break. REQUIRES: `starts` as break_lines gives them.
int64_t cost_of_lines(const BreakInput& input, const BreakRequest& request, const std::vector<uint32_t>& starts);

// Titles: as few lines as fit, broken by sense (input.sense), of like length, the last no longer than the first where
// that can be. CLREQ has no rule; publishing practice.
std::vector<uint32_t> break_title(const BreakInput& input, const BreakRequest& request);

}  // namespace huozi::layout
