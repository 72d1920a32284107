// A paragraph a line longer or shorter than it would best be, where its lines stay good: what a page that is a line too
// long or too short asks for (CLREQ 3.4.4).
#pragma once

#include "layout/line_breaker.h"

namespace huozi::layout {

struct LineVariant {
  std::vector<uint32_t> starts;  // as break_lines gives them
  int64_t cost = 0;              // demerits beyond those of the best lines; not negative
};

// `starts`: the best lines. The shorter one first; none that is torn or ends alone.
std::vector<LineVariant> line_variants(const BreakInput& input, const BreakRequest& request,
                                       const std::vector<uint32_t>& starts);

}  // namespace huozi::layout
