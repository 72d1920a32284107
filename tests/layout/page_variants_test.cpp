#include "layout/page_variants.h"

#include <random>

#include "layout/page_cost.h"
#include "layout/page_faults.h"
#include "layout/page_search.h"
#include "support/catch.h"
#include "support/plain_galley.h"

using namespace huozi;
using namespace huozi::test;
using layout::Galley;
using layout::PageFault;

namespace {

// Another way to set rows [begin, end), in `lines` rows.
void add_variant(Galley& galley, uint32_t begin, uint32_t end, size_t lines, int64_t cost) {
  layout::ParagraphVariant variant;
  variant.begin = begin;
  variant.end = end;
  variant.cost = cost;
  for (size_t i = 0; i < lines; ++i) variant.rows.push_back(row());
  layout::protect_lines(variant.rows, lines, 2, 2);
  galley.variants.push_back(std::move(variant));
}

std::string show(const std::vector<uint32_t>& numbers) {
  std::string out;
  for (const uint32_t n : numbers) out += std::to_string(n) + " ";
  return out;
}

}  // namespace

TEST_CASE("the least cost of so many rows more or less is known, and how it comes about") {
  Galley g = galley(20);
  add_variant(g, 0, 4, 3, 500);
  add_variant(g, 0, 4, 5, 900);
  add_variant(g, 4, 9, 6, 100);
  add_variant(g, 10, 14, 5, 300);
  layout::Shifts shifts;
  shifts.add_paragraph(g, 0, 2);
  shifts.add_paragraph(g, 2, 3);
  shifts.add_paragraph(g, 3, 4);
  const int64_t each = layout::kCostVariant;
  CHECK(shifts.of(-2) == layout::kNoWay);
  CHECK(shifts.of(-1) == 500 + each);
  CHECK(shifts.of(0) == 0);
  CHECK(shifts.of(1) == 100 + each);
  CHECK(shifts.of(2) == 400 + 2 * each);
  CHECK(show(layout::best_variants(g, 0, 20, 2)) == "2 3 ");
  CHECK(show(layout::best_variants(g, 0, 20, -1)) == "0 ");
  CHECK(show(layout::best_variants(g, 0, 20, 0)).empty());
  CHECK(show(layout::best_variants(g, 1, 20, 1)) == "2 ");
  CHECK(show(layout::best_variants(g, 0, 13, 1)) == "2 ");
}

TEST_CASE("a paragraph set longer saves a widow, one set shorter a row") {
  // Paragraphs of six and six lines on pages of five rows: without a change a line is left alone or a row empty.
  Galley g = galley(12);
  for (const size_t k : {1, 5, 7, 11}) g.rows[k].break_cost = layout::kCostWidow;
  Galley longer = g;
  add_variant(longer, 0, 6, 7, 10);
  const layout::FoundPages found = layout::search_pages(longer, rooms());
  REQUIRE(found.variants == std::vector<uint32_t>{0});
  layout::place_variants(longer, found.variants);
  CHECK(longer.rows.size() == 13);
  CHECK(longer.variants.empty());
  CHECK(found.pages[0].row_end == 5);
  CHECK(found.cost == layout::cost_of_pages(longer, rooms(), found.pages) + 10 + layout::kCostVariant);
  CHECK(found.cost < layout::search_pages(g, rooms()).cost);
}

TEST_CASE("variants are placed so that all rows are paged, whatever the galley") {
  std::mt19937 random(3);
  int used = 0;
  for (int round = 0; round < 600; ++round) {
    Galley g = galley(random() % 60 + 1);
    for (uint32_t at = 0; at + 3 < g.rows.size();) {
      const uint32_t end = at + 2 + static_cast<uint32_t>(random() % 5);
      if (end > g.rows.size()) break;
      for (uint32_t k = at + 1; k < end; ++k) {
        if (k == at + 1 || k + 1 == end) g.rows[k].break_cost = layout::kCostWidow;
      }
      if (random() % 2) add_variant(g, at, end, end - at - 1, static_cast<int64_t>(random() % 30'000));
      if (random() % 2) add_variant(g, at, end, end - at + 1, static_cast<int64_t>(random() % 30'000));
      if (random() % 3 == 0) add_note(g, at, random() % 6 + 1);
      for (layout::ParagraphVariant& variant : g.variants) {
        if (variant.begin == at) variant.rows.front().calls = g.rows[at].calls;
      }
      at = end + random() % 2;
    }
    Galley rigid = g;
    rigid.variants.clear();
    const int64_t without = layout::search_pages(rigid, rooms()).cost;
    const layout::FoundPages found = layout::search_pages(g, rooms());
    int64_t varied = 0;
    for (const uint32_t v : found.variants) varied += layout::cost_of(g.variants[v]);
    used += !found.variants.empty();
    layout::place_variants(g, found.variants);
    INFO(round);
    CHECK(found.cost <= without);
    CHECK(found.cost == layout::cost_of_pages(g, rooms(), found.pages) + varied);
    uint32_t row = 0;
    for (const layout::PlannedPage& page : found.pages) {
      CHECK(page.row_begin == row);
      row = page.row_end;
    }
    CHECK(row == g.rows.size());
  }
  CHECK(used > 300);
}

TEST_CASE("what a plan could not avoid is told") {
  Galley g = galley(10);
  g.rows[5].break_cost = layout::kCostWidow;
  const auto kinds = [&](const layout::PagePlan& plan) {
    std::string out;
    for (const PageFault& fault : layout::page_faults(g, rooms(), plan)) {
      out += std::to_string(fault.page) + ":" + std::to_string(static_cast<int>(fault.kind)) + "/" +
             std::to_string(fault.rows) + " ";
    }
    return out;
  };
  layout::PagePlan plan(2);
  plan[0].row_end = plan[1].row_begin = 5;
  plan[1].row_end = 10;
  CHECK(kinds(plan) == "0:0/0 ");
  g.rows[5].break_cost = layout::kCostKeep;
  CHECK(kinds(plan) == "0:1/0 ");
  g.rows[5].break_cost = 0;
  plan[0].row_end = plan[1].row_begin = 3;
  CHECK(kinds(plan) == "0:2/2 1:6/0 ");
}
