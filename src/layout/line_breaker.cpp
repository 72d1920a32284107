#include "layout/line_breaker.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "layout/line_places.h"

namespace huozi::layout {

using text::BreakKind;

namespace {

constexpr int64_t kUnreached = std::numeric_limits<int64_t>::max();

// Only a part's last line can end alone, so that what it weighs can stand in one number with the demerits.
int64_t weight(const LineCost& cost) {
  constexpr int64_t kLone = int64_t{1} << 50;  // above the demerits of any paragraph that fits in memory
  return cost.demerits + cost.lone * kLone;
}

// The best ways through a part (the paragraph, or what stands between forced breaks) from its beginning to each place.
class Search {
 public:
  Search(const BreakInput& input, const BreakRequest& request, LinePlaces::Which which)
      : in_(input), lines_(input, request, which), demerits_(lines_.last() + 1, kUnreached), from_(lines_.last() + 1) {}

  uint32_t last() const { return lines_.last(); }
  uint32_t cluster(uint32_t place) const { return lines_.cluster(place); }

  uint32_t end_of_part(uint32_t begin) const {
    uint32_t end = begin + 1;
    while (end < lines_.last() && lines_.kind(end) != BreakKind::forced) ++end;
    return end;
  }

  // Of whole lines only, which are few to a start. False: there is no such way.
  bool whole_lines(uint32_t begin, uint32_t end) {
    demerits_[begin] = 0;
    uint32_t least = begin + 1;
    for (uint32_t first = begin; first < end; ++first) {
      if (demerits_[first] == kUnreached) continue;
      const LinePlaces::From from = lines_.from(first);
      least = from.shortest(end, least);
      for (uint32_t last = least; last <= end; ++last) {
        last = from.offer_plain(last, end, demerits_.data(), from_.data());
        if (from.too_wide(last)) {
          if (from.surely_too_wide(last)) break;
          continue;
        }
        const bool ends = last == end;
        int64_t demerits = demerits_[first];
        if (!ends && !from.fits(last)) {
          demerits += from.squeezed_cost(last);
        } else {
          const LineCost cost = from.cost(last, ends);
          if (cost.torn > 0) continue;
          demerits += weight(cost);
        }
        if (demerits >= demerits_[last]) continue;
        demerits_[last] = demerits;
        from_[last] = first;
      }
    }
    return demerits_[end] != kUnreached;
  }

  // REQUIRES: the places are all there can be.
  void all_lines(uint32_t begin, uint32_t end) {
    open_long_words(begin, end);
    torn_.resize(demerits_.size());
    torn_[begin] = 0;
    demerits_[begin] = 0;
    for (uint32_t first = begin; first < end; ++first) {
      if (demerits_[first] == kUnreached) continue;
      const LinePlaces::From from = lines_.from(first);
      uint32_t longest = first;  // where to break if nothing else can be
      bool reached = false;
      for (uint32_t last = first + 1; last <= end; ++last) {
        if (from.too_wide(last)) {
          if (from.surely_too_wide(last)) break;
          continue;
        }
        longest = last;
        const bool ends = last == end;
        if (!ends && lines_.kind(last) != BreakKind::allowed && !open_[last]) continue;
        offer(first, last, from.cost(last, ends));
        reached = true;
      }
      if (reached) continue;
      // UAX #14 has no answer for a cluster or a word wider than the line: it ends at the last cluster that fits.
      const uint32_t last = std::max(longest, first + 1);
      offer(first, last, from.cost(last, last == end));
    }
  }

  // The clusters that the lines of the best way begin with, in order.
  void add_starts(uint32_t begin, uint32_t end, std::vector<uint32_t>& starts) const {
    const auto had = static_cast<std::ptrdiff_t>(starts.size());
    for (uint32_t at = end; at > begin; at = from_[at]) starts.push_back(lines_.cluster(from_[at]));
    std::reverse(starts.begin() + had, starts.end());
  }

 private:
  // Words wider than the measure may be broken between any two characters.
  void open_long_words(uint32_t begin, uint32_t end) {
    open_.resize(in_.size() + 1);
    for (uint32_t word = begin; word < end;) {
      uint32_t next = word + 1;
      while (next < end && in_.breaks[next] == BreakKind::forbidden) ++next;
      if (lines_.from(word).too_wide(next)) {
        for (uint32_t k = word + 1; k < next; ++k) open_[k] = in_.weighty[k] != 0;
      }
      word = next;
    }
  }

  void offer(uint32_t first, uint32_t last, const LineCost& cost) {
    const int64_t demerits = demerits_[first] + weight(cost);
    const int64_t torn = torn_[first] + cost.torn;
    const bool better = torn != torn_[last] ? torn < torn_[last] : demerits < demerits_[last];
    if (demerits_[last] != kUnreached && !better) return;
    torn_[last] = torn;
    demerits_[last] = demerits;
    from_[last] = first;
  }

  const BreakInput& in_;
  LinePlaces lines_;
  std::vector<int64_t> demerits_;  // [p]: of the best way to place p
  std::vector<int64_t> torn_;      // ... and how torn it is; when all lines are searched
  std::vector<uint32_t> from_;     // ... where its last line begins
  std::vector<bool> open_;
};

}  // namespace

// First among whole lines; only a part that has no such way is searched among all lines.
std::vector<uint32_t> break_lines(const BreakInput& input, const BreakRequest& request) {
  if (input.size() == 0) return {};
  std::vector<uint32_t> starts;
  Search whole(input, request, LinePlaces::Which::allowed);
  std::optional<Search> all;
  for (uint32_t begin = 0, end = 0; begin < whole.last(); begin = end) {
    end = whole.end_of_part(begin);
    if (!request.ragged && whole.whole_lines(begin, end)) {
      whole.add_starts(begin, end, starts);
      continue;
    }
    if (!all) all.emplace(input, request, LinePlaces::Which::all);
    all->all_lines(whole.cluster(begin), whole.cluster(end));
    all->add_starts(whole.cluster(begin), whole.cluster(end), starts);
  }
  return starts;
}

LineCost cost_of_lines(const BreakInput& input, const BreakRequest& request, const std::vector<uint32_t>& starts) {
  const LinePlaces lines(input, request, LinePlaces::Which::all);
  LineCost total;
  for (size_t i = 0; i < starts.size(); ++i) {
    const uint32_t last = i + 1 < starts.size() ? starts[i + 1] : lines.last();
    total += lines.from(starts[i]).cost(last, lines.kind(last) == BreakKind::forced);
  }
  return total;
}

// Line by line: cost[p] of the best way from the beginning to place p in so many lines.
std::vector<uint32_t> break_into(const BreakInput& input, const BreakRequest& request, size_t count) {
  if (count == 0 || count > kMostVariantLines || input.size() < count) return {};
  const LinePlaces lines(input, request, LinePlaces::Which::allowed);
  const uint32_t n = lines.last();
  constexpr LineCost kNone{kUnreached, 0, 0};
  std::vector<LineCost> cost(n + 1, kNone), next(n + 1, kNone);
  std::vector<std::vector<uint32_t>> from(count);
  std::vector<uint32_t> low(count);  // from[i][p - low[i]]
  cost[0] = {};
  uint32_t begin = 0, end = 1;  // where lines can begin
  for (size_t i = 0; i < count; ++i) {
    uint32_t reached_begin = n + 1, reached_end = 0;
    low[i] = begin + 1;
    from[i].assign(n - begin, 0);
    for (uint32_t first = begin; first < end; ++first) {
      if (cost[first] == kNone || first == n) continue;
      const LinePlaces::From from_first = lines.from(first);
      for (uint32_t last = first + 1; last <= n && !from_first.surely_too_wide(last); ++last) {
        const bool ends = lines.kind(last) == BreakKind::forced;
        if (!from_first.too_wide(last)) {
          const LineCost one = from_first.cost(last, ends);
          const LineCost total = cost[first] + one;
          if (one.torn == 0 && one.lone == 0 && total < next[last]) {
            next[last] = total;
            from[i][last - low[i]] = first;
            reached_begin = std::min(reached_begin, last);
            reached_end = std::max(reached_end, last + 1);
          }
        }
        if (ends) break;
      }
    }
    std::fill(cost.begin() + begin, cost.begin() + end, kNone);
    if (reached_end == 0) return {};
    cost.swap(next);
    begin = reached_begin;
    end = reached_end;
  }
  if (cost[n] == kNone) return {};
  std::vector<uint32_t> starts(count);
  uint32_t at = n;
  for (size_t i = count; i > 0; --i) {
    at = from[i - 1][at - low[i - 1]];
    starts[i - 1] = lines.cluster(at);
  }
  return starts;
}

}  // namespace huozi::layout
