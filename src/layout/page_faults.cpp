#include "layout/page_faults.h"

#include "layout/page_filling.h"

namespace huozi::layout {

std::vector<PageFault> page_faults(const Galley& galley, const PageRooms& rooms, const PagePlan& plan) {
  using Kind = PageFault::Kind;
  std::vector<PageFault> faults;
  uint32_t number = 0;
  for (const PageFilling& page : page_fillings(galley, rooms, plan)) {
    const auto add = [&](Kind kind, int64_t rows = 0) { faults.push_back({kind, number, rows}); };
    if (page.left < Length()) add(Kind::overfull);
    if (page.break_cost >= kCostKeep) {
      add(Kind::parted);
    } else if (page.break_cost >= kCostWidow) {
      add(Kind::widow);
    }
    const int64_t empty = page.left > Length() ? base::units_down(page.left, rooms.pitch) : 0;
    if (!page.forced && !page.empty && page.open_lines == 0 && empty > (page.noted ? 1 : 0))
      add(Kind::short_page, empty);
    if (page.open_lines > 0) add(page.late_notes > 0 ? Kind::late_note : Kind::divided_note);
    if (page.bare && page.noted) add(Kind::bare);
    ++number;
  }
  return faults;
}

}  // namespace huozi::layout
