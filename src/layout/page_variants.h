// Paragraphs a line longer or shorter, so that a page comes out even (CLREQ 3.4.4): which are worth it, and how they
// take the place of the rows they stand for.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "layout/galley.h"

namespace huozi::layout {

// The text of one page is made longer or shorter by so many rows at most.
constexpr int kMostShift = 2;
constexpr int64_t kNoWay = std::numeric_limits<int64_t>::max() / 4;

// [kMostShift + d]: the least cost of making what stands on a page d rows longer; kNoWay where it cannot be.
struct Shifts {
  std::array<int64_t, kMostShift * 2 + 1> costs;

  Shifts() {
    costs.fill(kNoWay);
    costs[kMostShift] = 0;
  }
  int64_t of(int shift) const { return costs[static_cast<size_t>(kMostShift + shift)]; }
  // Some paragraph more, which `variants` [begin, end) of the galley are other ways to set.
  void add_paragraph(const Galley& galley, uint32_t begin, uint32_t end);
};

// What a variant costs, and by how many rows it is longer.
int64_t cost_of(const ParagraphVariant& variant);
int shift_of(const ParagraphVariant& variant);

// The variants that make what stands in rows [begin, end) `shift` rows longer at the least cost, as Shifts has it, of
// paragraphs that stand there whole.
std::vector<uint32_t> best_variants(const Galley& galley, uint32_t begin, uint32_t end, int shift);

// `variants` take the place of their paragraphs, and the galley has none left. REQUIRES: in order, one a paragraph.
void place_variants(Galley& galley, const std::vector<uint32_t>& variants);

}  // namespace huozi::layout
