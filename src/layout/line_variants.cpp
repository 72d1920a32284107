#include "layout/line_variants.h"

#include <algorithm>

#include "layout/line_places.h"

namespace huozi::layout {
namespace {

// Gaps of so many thousandths of an em in every line, or squeezing as bad, are the most that a variant may cost; and no
// line of it has wider ones, unless the best lines have.
constexpr int64_t kWidest = 50;

// Whether so many lines could be filled, at a glance: most paragraphs have no variant, and no search has to say so.
bool may_fill(const BreakInput& input, const BreakRequest& request, size_t count) {
  const size_t n = input.size();
  const Length natural = input.width(0, n);
  const auto lines = static_cast<int64_t>(count);
  if (natural - input.shrink(0, n) > request.measure * lines - request.first_indent) return false;
  const auto stretch = input.stretch_tiers(0, n);
  const Length spread = stretch[text::kStretchWordSpace] + stretch[text::kStretchAutospace] +
                        stretch[text::kStretchCharacters].scaled(kWidest, kWidestGap);
  const Length least_last_line = request.em * 2;
  return natural + spread >= request.measure * (lines - 1) - request.first_indent + least_last_line;
}

// Demerits of the line with the widest gaps; the paragraph's last has none.
int64_t loosest_line(const BreakInput& input, const BreakRequest& request, const std::vector<uint32_t>& starts) {
  const LinePlaces places(input, request, LinePlaces::Which::all);
  int64_t most = 0;
  for (size_t i = 0; i + 1 < starts.size(); ++i) {
    const auto line = places.from(starts[i]);
    if (line.fits(starts[i + 1])) most = std::max(most, line.cost(starts[i + 1], false).demerits);
  }
  return most;
}

}  // namespace

std::vector<LineVariant> line_variants(const BreakInput& input, const BreakRequest& request,
                                       const std::vector<uint32_t>& starts) {
  const size_t count = starts.size();
  std::vector<LineVariant> variants;
  if (count < 2 || request.ragged) return variants;
  const bool parted =
      std::find(input.breaks.begin() + 1, input.breaks.end(), text::BreakKind::forced) != input.breaks.end();
  if (parted) return variants;
  int64_t least = -1, loosest = 0;
  for (const size_t lines : {count - 1, count + 1}) {
    if (!may_fill(input, request, lines)) continue;
    LineVariant variant{break_into(input, request, lines), 0};
    if (variant.starts.empty()) continue;
    if (least < 0) {
      least = cost_of_lines(input, request, starts).demerits;
      loosest = std::max(loosest_line(input, request, starts), kWidest * kWidest + kLineDemerits);
    }
    variant.cost = std::max<int64_t>(cost_of_lines(input, request, variant.starts).demerits - least, 0);
    if (variant.cost > kWidest * kWidest * static_cast<int64_t>(lines)) continue;
    if (loosest_line(input, request, variant.starts) <= loosest) variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace huozi::layout
