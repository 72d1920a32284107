// What line breaking knows of a paragraph: widths, glue and break opportunities of its clusters, as prefix sums, so
// that the width of any line is a difference. Not fonts, characters or writing direction.
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
  std::vector<Length> start_trim;  // [k]: when a line begins with cluster k
  std::vector<Length> end_trim;    // [k]: when a line ends with cluster k; negative: wider, by a hyphen
  // [k]: how far cluster k may stand out where a line ends with it and squeezing is not enough. Empty: nothing may.
  std::vector<Length> end_hang;
  std::vector<text::BreakKind> breaks;  // [k]: before cluster k
  // [k]: how badly a title breaks before cluster k: 0 after a mark or blank, 1 between words, 2 within a word.
  // Empty: no title.
  std::vector<uint8_t> sense;
  // [k]: demerits (layout/line_cost.h) of a line that ends before cluster k, for the place. Empty: none anywhere.
  std::vector<uint32_t> reluctance;
  // [k]: whether a line broken before cluster k ends with a hyphen, and whether within the paragraph's last word.
  // Empty: nowhere.
  enum Hyphenation : uint8_t { kNoHyphen, kHyphen, kLastWord };
  std::vector<Hyphenation> hyphenated;
  std::vector<uint8_t> weighty;  // [k]: 1 for a character that keeps a last line from being too short

  size_t size() const { return glue.size(); }
  Hyphenation hyphen_before(size_t k) const { return k < hyphenated.size() ? hyphenated[k] : kNoHyphen; }
  void make_reluctant(size_t k, uint32_t demerits);
  // Natural width of clusters [first, last).
  Length width(size_t first, size_t last) const;
  Length shrink(size_t first, size_t last) const;
  std::array<Length, text::kShrinkTiers> shrink_tiers(size_t first, size_t last) const;
  std::array<Length, text::kStretchTiers> stretch_tiers(size_t first, size_t last) const;
};

}  // namespace huozi::layout
