// Breaking titles: an exact search over all ways to break into the least number of lines.
#include <algorithm>
#include <limits>

#include "layout/line_breaker.h"

namespace huozi::layout {
namespace {

using Cost = int64_t;
constexpr Cost kUnreached = std::numeric_limits<Cost>::max();
constexpr size_t kLongestTitle = 400;  // clusters; beyond this it is set as a paragraph

// In hundredths of an em, squared: a line a whole em from the mean costs 10,000.
Cost unevenness(Length width, Length mean, Length em) {
  const Cost off = (width - mean).raw() * 100 / em.raw();
  return off * off;
}

Cost sense_cost(uint8_t sense) {
  constexpr Cost kCosts[] = {0, 250'000, 2'000'000};
  return kCosts[std::min<size_t>(sense, 2)];
}

}  // namespace

std::vector<uint32_t> break_title(const BreakInput& in, const BreakRequest& request) {
  std::vector<uint32_t> plain = break_lines(in, request);
  const size_t lines = plain.size();
  const size_t n = in.size();
  if (lines < 2 || n > kLongestTitle || in.sense.empty()) return plain;
  const Length mean = in.width(0, n) / static_cast<int64_t>(lines);

  // cost[line][k]: the best way to set clusters [0, k) in `line` lines.
  std::vector<std::vector<Cost>> cost(lines + 1, std::vector<Cost>(n + 1, kUnreached));
  std::vector<std::vector<uint32_t>> from(lines + 1, std::vector<uint32_t>(n + 1, 0));
  cost[0][0] = 0;
  for (size_t line = 1; line <= lines; ++line) {
    for (size_t first = 0; first < n; ++first) {
      if (cost[line - 1][first] == kUnreached) continue;
      for (size_t last = first + 1; last <= n; ++last) {
        const bool ends = last == n;
        if (!ends && in.breaks[last] < text::BreakKind::allowed) continue;
        const Length width = in.width(first, last);
        if (width - in.shrink(first, last) > request.measure) break;
        int weight = 0;
        for (size_t k = first; k < last && weight < 2; ++k) weight += in.weighty[k];
        Cost total = cost[line - 1][first] + unevenness(width, mean, request.em);
        if (!ends) total += sense_cost(in.sense[last]);
        if (weight < 2) total += 10'000'000;
        if (total <= cost[line][last]) {  // of equals the one whose last line is shorter
          cost[line][last] = total;
          from[line][last] = static_cast<uint32_t>(first);
        }
        if (!ends && in.breaks[last] == text::BreakKind::forced) break;
      }
    }
  }
  if (cost[lines][n] == kUnreached) return plain;
  std::vector<uint32_t> starts(lines);
  size_t at = n;
  for (size_t line = lines; line > 0; --line) starts[line - 1] = from[line][at], at = from[line][at];
  return starts;
}

}  // namespace huozi::layout
