#include "layout/page_moves.h"

#include <string>

#include "layout/page_cost.h"
#include "layout/page_search.h"
#include "layout/set_section.h"
#include "support/catch.h"
#include "support/plain_galley.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using layout::Galley;

namespace {

// Lines before and after a figure of so many rows that stands on its own row, with white space round it.
Galley with_figure(size_t before, int64_t rows, size_t after) {
  Galley out = galley(before);
  const auto white = [&] {
    out.rows.push_back(row());
    out.rows.back().discardable = true;
  };
  white();
  out.rows.push_back(row(20 * rows));
  white();
  for (size_t k = 0; k < after; ++k) out.rows.push_back(row());
  const auto at = static_cast<uint32_t>(before);
  out.movables.push_back({at, at + 1, at + 2, static_cast<uint32_t>(out.rows.size())});
  return out;
}

// What stands on each page: "-" a line, "F" a figure.
std::string pages(Galley galley) {
  std::string out;
  for (const layout::PlannedPage& page : layout::break_pages(galley, rooms())) {
    if (!out.empty()) out += "|";
    for (uint32_t r = page.row_begin; r < page.row_end; ++r) {
      if (!galley.rows[r].discardable) out += galley.rows[r].height > pt(20) ? "F" : "-";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a figure that has no room stands at the head of the next page, and text after it fills its own") {
  CHECK(pages(with_figure(3, 2, 8)) == "-----|F--|----");
  // It has room.
  CHECK(pages(with_figure(1, 2, 8)) == "-F|-----|---");
  // One row is left empty rather than a figure moved.
  CHECK(pages(with_figure(4, 3, 1)) == "----|F-");
  Galley rigid = with_figure(3, 2, 8);
  rigid.movables.clear();
  CHECK(pages(rigid) == "---|F--|-----|-");
}

TEST_CASE("a figure moves past no more than the text it belongs to") {
  Galley g = with_figure(3, 2, 8);
  g.movables[0].until = 7;  // one line
  CHECK(pages(g) == "----|F--|-----");
  CHECK(pages(with_figure(3, 2, 2)) == "----|F-");  // at the very end there would be no line below it
  // Too tall for anything beside it.
  CHECK(pages(with_figure(3, 3, 8)) == "---|F-|-----|--");
}

TEST_CASE("the break before a figure that moves divides the paragraph round it") {
  Galley g = with_figure(3, 2, 8);
  for (size_t k = 7; k < 14; ++k) g.rows[k].break_cost = static_cast<int64_t>(k);
  layout::place_moves(g, {{3, 6, 8, 1}});
  REQUIRE(g.rows.size() == 14);
  CHECK(g.rows[3].break_cost == 0);
  CHECK(g.rows[5].discardable);
  CHECK(g.rows[6].height == pt(40));
  CHECK(g.rows[6].break_cost == 8);
  CHECK(g.rows[7].discardable);
  CHECK(g.movables.empty());
}
