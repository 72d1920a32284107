#include "impose/plan.h"

#include <algorithm>

#include "impose/folding.h"

namespace huozi::impose {
namespace {

// The same sheet opening at the right: its mirror image, but for the pages themselves.
FoldedSheet mirrored(FoldedSheet sheet) {
  for (std::vector<Slot>* side : {&sheet.front, &sheet.back}) {
    for (int row = 0; row < sheet.rows; ++row) {
      const auto begin = side->begin() + row * sheet.columns;
      std::reverse(begin, begin + sheet.columns);
    }
  }
  return sheet;
}

class Planner {
 public:
  explicit Planner(const Job& job) { plan_.job = job; }

  Plan run() {
    const Job& job = plan_.job;
    if (job.kind == Kind::two_up) {
      grid(2, 1);
      spreads();
    } else {
      const auto multiple = static_cast<size_t>(job.kind == Kind::saddle ? 4 : job.signature);
      const size_t total = (job.pages + multiple - 1) / multiple * multiple;
      plan_.blanks = total - job.pages;
      if (job.kind == Kind::saddle) {
        nested(total);
      } else {
        gathered(total);
      }
    }
    return std::move(plan_);
  }

 private:
  // Columns meet by turns at the spine and at the fore-edge, beginning and ending with a fore-edge; rows at heads and
  // feet.
  void grid(int columns, int rows) {
    const Job& job = plan_.job;
    plan_.columns = columns;
    plan_.rows = rows;
    for (int column = 0; column < columns; ++column) {
      if (column > 0) plan_.width += column % 2 == 1 ? job.gutter : job.trim * 2;
      plan_.lefts.push_back(plan_.width);
      plan_.width += job.width;
    }
    for (int row = 0; row < rows; ++row) {
      if (row > 0) plan_.height += job.trim * 2;
      plan_.tops.push_back(plan_.height);
      plan_.height += job.height;
    }
  }

  // `page` counts from 0; odd ones stand on the side of the spine where reading goes on.
  Cell cell(size_t place, size_t page, bool turned, size_t depth) const {
    const Job& job = plan_.job;
    Cell made;
    if (page < job.pages) made.page = page;
    made.left = plan_.lefts[place % plan_.lefts.size()];
    made.top = plan_.tops[place / plan_.lefts.size()];
    made.turned = turned;
    const bool spine_left_upright = (page % 2 == 0) == (job.binding == Binding::left);
    made.spine_left = spine_left_upright != turned;
    const Length shift = job.creep_step * static_cast<int64_t>(depth);
    made.shift = made.spine_left ? -shift : shift;
    return made;
  }

  // One sheet of a signature of `pages` pages that begins at `first`; `page_of` gives a slot's page in the signature.
  template <typename PageOf>
  Sheet sheet(const FoldedSheet& folded, size_t first, size_t pages, PageOf page_of) const {
    Sheet made;
    const auto fill = [&](const std::vector<Slot>& slots, std::vector<Cell>& cells) {
      for (size_t i = 0; i < slots.size(); ++i) {
        const size_t page = page_of(static_cast<size_t>(slots[i].page));
        cells.push_back(cell(i, first + page, slots[i].turned, depth_in(page, pages)));
      }
    };
    fill(folded.front, made.front);
    fill(folded.back, made.back);
    return made;
  }

  FoldedSheet folded(int pages) const {
    FoldedSheet made = folded_sheet(pages);
    return plan_.job.binding == Binding::right ? mirrored(std::move(made)) : made;
  }

  void gathered(size_t total) {
    const FoldedSheet form = folded(plan_.job.signature);
    grid(form.columns, form.rows);
    const auto pages = static_cast<size_t>(plan_.job.signature);
    plan_.signatures = total / pages;
    plan_.deepest = depth_in(pages / 2, pages);
    for (size_t i = 0; i < plan_.signatures; ++i) {
      Sheet made = sheet(form, i * pages, pages, [](size_t page) { return page; });
      made.signature = i;
      plan_.sheets.push_back(std::move(made));
    }
  }

  // Sheet s of n has the pages 2s and 2s + 1 of the booklet's first half, and those that lie opposite in its second.
  void nested(size_t total) {
    const FoldedSheet form = folded(4);
    grid(form.columns, form.rows);
    plan_.signatures = 1;
    plan_.deepest = depth_in(total / 2, total);
    for (size_t s = 0; s < total / 4; ++s) {
      Sheet made =
          sheet(form, 0, total, [&](size_t page) { return page < 2 ? 2 * s + page : total - 2 * s - 4 + page; });
      made.sheet = s;
      plan_.sheets.push_back(std::move(made));
    }
  }

  // The first page is the second half of a spread.
  void spreads() {
    const Job& job = plan_.job;
    for (size_t right = 0; right <= job.pages; right += 2) {
      Sheet made;
      const bool from_left = job.binding == Binding::left;
      Cell before = cell(from_left ? 0 : 1, right == 0 ? job.pages | 1 : right - 1, false, 0);
      Cell after = cell(from_left ? 1 : 0, right, false, 0);
      made.front = from_left ? std::vector{before, after} : std::vector{after, before};
      made.sheet = right / 2;
      if (before.page || after.page) plan_.sheets.push_back(std::move(made));
    }
  }

  Plan plan_;
};

std::vector<Length> between(const std::vector<Length>& begins, Length size) {
  std::vector<Length> folds;
  for (size_t i = 1; i < begins.size(); ++i) folds.push_back((begins[i - 1] + size + begins[i]) / 2);
  return folds;
}

}  // namespace

std::vector<Length> Plan::upright_folds() const {
  return between(lefts, job.width);
}
std::vector<Length> Plan::level_folds() const {
  return between(tops, job.height);
}

Plan make_plan(const Job& job) {
  return Planner(job).run();
}

size_t depth_in(size_t page, size_t pages) {
  return std::min(page, pages - 1 - page) / 2;
}

}  // namespace huozi::impose
