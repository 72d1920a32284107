// What a plan could not avoid, page by page: for reports. Not here: the search (layout/page_search).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/page_breaker.h"

namespace huozi::layout {

struct PageFault {
  enum class Kind {
    widow,         // the break costs a widow or an orphan
    parted,        // what should stay together is parted: a heading from its text, the lines of one box
    short_page,    // `rows` are left empty before a break that nobody asked for, above notes more than one
    divided_note,  // a note goes on on the next page
    late_note,     // a note does not begin on the page of its call
    bare,          // notes only
    overfull,      // more than the page holds
  };
  Kind kind;
  uint32_t page = 0;  // of the plan
  int64_t rows = 0;
};

// In the order of the pages; one page may have several.
std::vector<PageFault> page_faults(const Galley& galley, const PageRooms& rooms, const PagePlan& plan);

}  // namespace huozi::layout
