// Optimum-fit line breaking over a whole paragraph: an exact dynamic programme on prefix sums. Knows what
// layout/break_input.h tells; not fonts, characters or writing direction.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/break_input.h"
#include "layout/line_cost.h"

namespace huozi::layout {

struct BreakRequest {
  Length measure;
  Length first_indent;     // taken from the first line
  bool each_line = false;  // ... and from those after forced breaks
  bool ragged = false;     // lines are not justified: none is torn, however short
  Length em;               // the body size, the unit of looseness
};

// First clusters of the lines: [0] is 0. No other way to break costs less (layout/line_cost.h). Time grows with the
// length of the text only. A word wider than the measure is broken where it must be. Empty input gives no lines.
// REQUIRES: no glue is more negative than the cluster after it is wide.
std::vector<uint32_t> break_lines(const BreakInput& input, const BreakRequest& request);

// What break_lines makes as small as can be, of one way to break. REQUIRES: `starts` as break_lines gives them.
LineCost cost_of_lines(const BreakInput& input, const BreakRequest& request, const std::vector<uint32_t>& starts);

// The best way into exactly `count` lines: what a page that is a line too long or too short asks for (CLREQ 3.4.4).
// Empty where that cannot be without a torn line or a lone last character, or is more than a page holds.
constexpr size_t kMostVariantLines = 200;
std::vector<uint32_t> break_into(const BreakInput& input, const BreakRequest& request, size_t count);

// Titles: as few lines as fit, broken by sense (input.sense), of like length, the last no longer than the first where
// that can be. CLREQ has no rule; publishing practice.
std::vector<uint32_t> break_title(const BreakInput& input, const BreakRequest& request);

}  // namespace huozi::layout
