#include "layout/line_cost.h"

#include <algorithm>

namespace huozi::layout {
namespace {

constexpr int64_t kLine = 100;     // fewer lines, all else equal
constexpr int64_t kTorn = 40'000;  // so that one line is torn, not several beside it somewhat less
constexpr int64_t kMostTorn = int64_t{1} << 20;

void add_stretch_cost(Length need, const std::array<Length, text::kStretchTiers>& tiers, size_t clusters, Length em,
                      LineCost& cost) {
  // The first tiers are there to be used, but a line that needs none of them is better.
  Length rest = need;
  for (const auto tier : {text::kStretchWordSpace, text::kStretchAutospace}) {
    if (tiers[tier] <= Length()) continue;
    const Length used = std::min(rest, tiers[tier]);
    const int64_t share = used == tiers[tier] ? 30 : used.raw() * 30 / tiers[tier].raw();
    cost.demerits += share * share + used * 20 / em;
    rest -= used;
    if (rest <= Length()) return;
  }
  const int64_t gap = gap_of(need, tiers, clusters, em);
  cost.demerits += std::min(gap * gap, kMostTorn);
  const int64_t beyond = gap - kWidestGap;
  if (beyond > 0) cost.torn += kTorn + std::min(beyond * beyond, kMostTorn);
}

}  // namespace

int64_t gap_of(Length need, const std::array<Length, text::kStretchTiers>& tiers, size_t clusters, Length em) {
  need -= tiers[text::kStretchWordSpace] + tiers[text::kStretchAutospace];
  if (need <= Length()) return 0;
  const Length characters = tiers[text::kStretchCharacters];
  if (need <= characters) return need.raw() * kWidestGap / characters.raw();
  const Length all = tiers[text::kStretchAll];
  if (all <= Length()) {
    const Length limit = stiff_limit(clusters, em);
    return limit > Length() ? need.raw() * kWidestGap / limit.raw() : kWidestGap + need * 1000 / em;
  }
  return (characters > Length() ? kWidestGap : 0) + (need - characters).raw() * 1000 / all.raw();
}

LineCost line_cost(const BreakInput& input, size_t first, size_t last, Length fill, bool ends, Length em) {
  LineCost cost;
  if (fill < Length()) {
    const Length hang = input.end_hang.empty() ? Length() : input.end_hang[last - 1];
    cost.demerits = squeeze_demerits(input.shrink_sum[first], input.shrink_sum[last - 1], hang, -fill, em);
  } else if (!ends) {
    add_stretch_cost(fill, input.stretch_tiers(first, last), last - first, em, cost);
  }
  cost.demerits += kLineDemerits;
  if (ends && first > 0) {
    int weight = 0;
    for (size_t k = first; k < last && weight < 2; ++k) weight += input.weighty[k];
    cost.lone = weight < 2;
  }
  return cost;
}

}  // namespace huozi::layout
