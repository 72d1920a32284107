// What one line costs: the order in which ways to break a paragraph are preferred. Not here: which lines there can be
// (layout/line_breaker), how a line's glue is then fitted (layout/line_setter).
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

#include "layout/break_input.h"

namespace huozi::layout {

// Compared in order: a torn line is worse than any number of lone characters, a lone character than any looseness.
struct LineCost {
  int64_t torn = 0;  // gaps above a quarter em, words broken where they may not be; zero wherever that can be
  int64_t lone = 0;  // last lines of a single character (CLREQ 3.4.4)
  int64_t demerits = 0;

  friend auto operator<=>(const LineCost&, const LineCost&) = default;
  LineCost& operator+=(const LineCost& other) {
    torn += other.torn;
    lone += other.lone;
    demerits += other.demerits;
    return *this;
  }
  friend LineCost operator+(LineCost a, const LineCost& b) { return a += b; }
};

constexpr int64_t kLineDemerits = 100;  // fewer lines, all else equal

// A divided word is as bad as gaps wider by a twentieth of an em; a second hyphen right below another, and the rest of
// a word for a last line, are avoided at the price of much wider gaps.
constexpr uint32_t kHyphenDemerits = 2'500;
constexpr int64_t kHyphenLadder = 100'000;
constexpr uint32_t kHyphenLastWord = 20'000;

// In thousandths of an em: the widest gap between characters that still looks whole (requirement of publishing
// practice; CLREQ 3.5.4 has no limit), and the one beyond which a line is not spread at all.
constexpr int64_t kWidestGap = 250;
constexpr int64_t kHopelessGap = 500;

// A line without gaps, of an address say, is left short; by this much it is as bad as with the widest gaps.
constexpr Length stiff_limit(size_t clusters, Length em) {
  return em * static_cast<int64_t>(clusters - 1) / 24;
}

// As bad as a line whose gaps are a little beyond hopeless: a word wider than the measure is broken on the line where
// it begins, unless that line would be nearly full without it.
constexpr int64_t kTornWord = 100'000;
constexpr int64_t kOverfull = int64_t{1} << 21;

// Thousandths of an em that each gap between characters grows by to fill `need`, once word spaces and gaps between Han
// and Latin are as wide as they may be; beyond kWidestGap, and in a line of words alone, every gap does.
int64_t gap_of(Length need, const std::array<Length, text::kStretchTiers>& tiers, size_t clusters, Length em);

// Of a line of clusters [first, last) that is narrower than its room by `fill` (negative: wider). `ends`: the
// paragraph, or a part before a forced break, ends with it.
LineCost line_cost(const BreakInput& input, size_t first, size_t last, Length fill, bool ends, Length em);

// What it costs to make a line narrower by `need`, of what the sums after it and before it say it can give and, last of
// all, its last mark by hanging. CLREQ 3.5.2: push in before push out, so squeezing costs less than spreading as much;
// CLREQ 3.5.3: later tiers cost more, and a tier more the nearer it is to its end.
inline int64_t squeeze_demerits(const std::array<Length, text::kShrinkTiers>& before,
                                const std::array<Length, text::kShrinkTiers>& after, Length hang, Length need,
                                Length em) {
  constexpr int64_t kWeights[] = {2, 3, 4, 5, 6, 7};  // quarters
  static_assert(std::size(kWeights) == text::kShrinkTiers);
  int64_t cost = 0;
  for (size_t t = 0; t < text::kShrinkTiers && need > Length(); ++t) {
    Length tier = after[t] - before[t];
    if (t + 1 == text::kShrinkTiers) tier += hang;
    if (tier <= Length()) continue;
    const Length used = std::min(need, tier);
    const int64_t amount = used * 100 / em;
    const int64_t share = used == tier ? 20 : used.raw() * 20 / tier.raw();
    cost += amount * (60 + share * share) * kWeights[t] / 80;
    need -= used;
  }
  return cost;
}

// What a line that is not justified costs for being short by `fill`: an em as much as gaps of a twentieth of an em.
inline int64_t ragged_demerits(Length fill, Length em) {
  const int64_t gap = std::min<int64_t>(fill.raw() * 50 / em.raw(), 1000);
  return gap * gap + kLineDemerits;
}

// What line_cost says of a line whose gaps are all between characters and grow by `fill` of the `characters` they may.
inline int64_t characters_demerits(Length fill, Length characters) {
  const int64_t gap = fill.raw() * kWidestGap / characters.raw();
  return gap * gap + kLineDemerits;
}

}  // namespace huozi::layout
