#include "layout/line_breaker.h"

#include <algorithm>
#include <limits>

namespace huozi::layout {

using text::BreakKind;

namespace {

constexpr LineCost kUnreached{std::numeric_limits<int64_t>::max(), 0, 0};

// The lines there can be, and what each costs.
class Lines {
 public:
  Lines(const BreakInput& input, const BreakRequest& request) : in_(input), request_(request) {
    const size_t n = input.size();
    sums_.resize(n);
    next_gap_.assign(n + 1, static_cast<uint32_t>(n));
    for (size_t k = 0; k < n; ++k) {
      const auto& stretch = in_.stretch_sum[k];
      Sums& sums = sums_[k];
      for (const Length tier : in_.shrink_sum[k]) sums.shrink += tier;
      sums.blanks = stretch[text::kStretchWordSpace] + stretch[text::kStretchAutospace];
      sums.characters = stretch[text::kStretchCharacters];
      sums.all = stretch[text::kStretchAll];
      most_trim_ = std::max(most_trim_, in_.end_trim[k]);
      least_trim_ = std::min(least_trim_, in_.end_trim[k]);
    }
    for (size_t k = n; k-- > 1;) {
      next_gap_[k - 1] = sums_[k].all > sums_[k - 1].all ? static_cast<uint32_t>(k) : next_gap_[k];
    }
  }

  Length room(size_t first) const {
    Length measure = request_.measure;
    const bool indented = first == 0 || (request_.each_line && in_.breaks[first] == BreakKind::forced);
    if (indented) measure -= request_.first_indent;
    if (first > 0 || request_.trim_first) measure += in_.start_trim[first];
    return measure;
  }

  // Too wide, squeezed as it may be; nothing longer fits either when `surely`.
  bool too_wide(size_t first, size_t last, Length room, bool surely = false) const {
    const Length least = in_.width(first, last) - (sums_[last - 1].shrink - sums_[first].shrink);
    return surely ? least + in_.end_trim[last - 1] - most_trim_ > room : least > room;
  }

  // Cannot fill its room without torn gaps, whatever its end trims. True for a line with gaps, it is true for all
  // shorter ones with gaps.
  bool too_narrow(size_t first, size_t last, Length room) const {
    const Sums& from = sums_[first];
    const Sums& to = sums_[last - 1];
    const Length gaps = (to.all - from.all) * (kWidestGap + 1);
    const Length widest = in_.advance_sum[last] - in_.advance_sum[first] - in_.glue[first] - least_trim_ +
                          (to.blanks - from.blanks) + gaps / 1000 + Length::from_raw(1);
    return widest < room;
  }

  // Where the shortest line may end that a search for whole lines must look at; `hint`: what it was for a start before.
  uint32_t shortest(uint32_t first, uint32_t end, Length room, uint32_t hint) const {
    uint32_t last = std::clamp(hint, first + 1, end);
    while (last > first + 1 && !too_narrow(first, last - 1, room)) --last;
    while (last < end && too_narrow(first, last, room)) ++last;
    // A line without gaps is left short; there are few, so look at all of them.
    const uint32_t stiff = std::min(next_gap_[first], end);
    if (stiff >= last) return last;
    return in_.width(first, stiff) + stiff_limit(stiff - first, request_.em) > room - most_trim_ ? first + 1 : last;
  }

  LineCost cost(size_t first, size_t last, Length room, bool ends) const {
    const Length fill = room - in_.width(first, last);
    const Sums& from = sums_[first];
    const Sums& to = sums_[last - 1];
    if (!ends && fill >= Length() && to.blanks == from.blanks && in_.breaks[last] == BreakKind::allowed) {
      // Characters alone, which is nearly all there is: as line_cost has it.
      const Length characters = to.characters - from.characters;
      if (fill <= characters && characters > Length()) return characters_cost(fill, characters);
    }
    LineCost cost = line_cost(in_, first, last, fill, ends, request_.em);
    if (too_wide(first, last, room)) cost.torn += kOverfull;
    if (!ends && in_.breaks[last] == BreakKind::forbidden) cost.torn += kTornWord;
    return cost;
  }

 private:
  struct Sums {
    Length shrink, blanks, characters, all;
  };

  const BreakInput& in_;
  const BreakRequest& request_;
  std::vector<Sums> sums_;
  std::vector<uint32_t> next_gap_;  // [k]: the first cluster after k with a gap before it that can grow
  Length most_trim_, least_trim_;
};

// The best way from the start of a part (the paragraph, or what stands between forced breaks) to its end. First among
// whole lines only, which are few to a start; only a part that has no such way is searched among all lines.
class Breaker {
 public:
  Breaker(const BreakInput& input, const BreakRequest& request)
      : in_(input), request_(request), lines_(input, request), cost_(input.size() + 1), from_(input.size() + 1) {}

  std::vector<uint32_t> run() {
    const auto n = static_cast<uint32_t>(in_.size());
    std::vector<uint32_t> starts;
    for (uint32_t begin = 0; begin < n;) {
      uint32_t end = begin + 1;
      while (end < n && in_.breaks[end] != BreakKind::forced) ++end;
      if (!search<false>(begin, end)) {
        open_long_words(begin, end);
        search<true>(begin, end);
      }
      const size_t had = starts.size();
      for (uint32_t at = end; at > begin; at = from_[at]) starts.push_back(from_[at]);
      std::reverse(starts.begin() + static_cast<std::ptrdiff_t>(had), starts.end());
      begin = end;
    }
    return starts;
  }

 private:
  template <bool kAllLines>
  bool search(uint32_t begin, uint32_t end) {
    std::fill(cost_.begin() + begin, cost_.begin() + end + 1, kUnreached);
    cost_[begin] = {};
    uint32_t least = begin + 1;  // the shortest line that can be whole ends here
    for (uint32_t first = begin; first < end; ++first) {
      if (cost_[first] == kUnreached) continue;
      const Length room = lines_.room(first);
      least = kAllLines ? first + 1 : lines_.shortest(first, end, room, least);
      uint32_t longest = first;  // where to break if nothing else can be
      bool reached = false;
      for (uint32_t last = least; last <= end; ++last) {
        if (lines_.too_wide(first, last, room)) {
          if (lines_.too_wide(first, last, room, true)) break;
          continue;
        }
        longest = last;
        const bool ends = last == end;
        if (!ends && in_.breaks[last] != BreakKind::allowed && !(kAllLines && torn_word(last))) continue;
        const LineCost cost = lines_.cost(first, last, room, ends);
        if (!kAllLines && cost.torn > 0) continue;
        offer(first, last, cost);
        reached = true;
      }
      if constexpr (kAllLines) {
        // UAX #14 has no answer for a cluster or a word wider than the line: it ends at the last cluster that fits.
        const uint32_t last = std::max(longest, first + 1);
        if (!reached) offer(first, last, lines_.cost(first, last, room, last == end));
      }
    }
    return cost_[end] != kUnreached;
  }

  bool torn_word(uint32_t last) const { return !open_.empty() && open_[last]; }

  // Words wider than the measure may be broken between any two characters.
  void open_long_words(uint32_t begin, uint32_t end) {
    open_.resize(in_.size() + 1);
    for (uint32_t word = begin; word < end;) {
      uint32_t next = word + 1;
      while (next < end && in_.breaks[next] == BreakKind::forbidden) ++next;
      if (lines_.too_wide(word, next, lines_.room(word))) {
        for (uint32_t k = word + 1; k < next; ++k) open_[k] = in_.weighty[k] != 0;
      }
      word = next;
    }
  }

  void offer(uint32_t first, uint32_t last, const LineCost& cost) {
    const LineCost total = cost_[first] + cost;
    if (total < cost_[last]) {
      cost_[last] = total;
      from_[last] = first;
    }
  }

  const BreakInput& in_;
  const BreakRequest& request_;
  Lines lines_;
  std::vector<LineCost> cost_;
  std::vector<uint32_t> from_;
  std::vector<bool> open_;
};

}  // namespace

std::vector<uint32_t> break_lines(const BreakInput& input, const BreakRequest& request) {
  if (input.size() == 0) return {};
  return Breaker(input, request).run();
}

LineCost cost_of_lines(const BreakInput& input, const BreakRequest& request, const std::vector<uint32_t>& starts) {
  const Lines lines(input, request);
  LineCost total;
  for (size_t i = 0; i < starts.size(); ++i) {
    const size_t first = starts[i];
    const size_t last = i + 1 < starts.size() ? starts[i + 1] : input.size();
    const bool ends = last == input.size() || input.breaks[last] == BreakKind::forced;
    total += lines.cost(first, last, lines.room(first), ends);
  }
  return total;
}

// Line by line: cost[k] of the best way to break clusters [0, k) into so many lines.
std::vector<uint32_t> break_into(const BreakInput& input, const BreakRequest& request, size_t count) {
  const auto n = static_cast<uint32_t>(input.size());
  if (count == 0 || count > kMostVariantLines || n < count) return {};
  const Lines lines(input, request);
  std::vector<LineCost> cost(n + 1, kUnreached), next(n + 1, kUnreached);
  std::vector<std::vector<uint32_t>> from(count);
  std::vector<uint32_t> low(count);  // from[i][k - low[i]]
  cost[0] = {};
  uint32_t begin = 0, end = 1;  // where lines can begin
  for (size_t i = 0; i < count; ++i) {
    uint32_t reached_begin = n + 1, reached_end = 0;
    low[i] = begin + 1;
    from[i].assign(n - begin, 0);
    for (uint32_t first = begin; first < end; ++first) {
      if (cost[first] == kUnreached || first == n) continue;
      const Length room = lines.room(first);
      for (uint32_t last = first + 1; last <= n; ++last) {
        const bool forced = last < n && input.breaks[last] == BreakKind::forced;
        const bool ends = last == n || forced;
        if (lines.too_wide(first, last, room, true)) break;
        if ((ends || input.breaks[last] == BreakKind::allowed) && !lines.too_wide(first, last, room)) {
          const LineCost one = lines.cost(first, last, room, ends);
          const LineCost total = cost[first] + one;
          if (one.torn == 0 && one.lone == 0 && total < next[last]) {
            next[last] = total;
            from[i][last - low[i]] = first;
            reached_begin = std::min(reached_begin, last);
            reached_end = std::max(reached_end, last + 1);
          }
        }
        if (forced) break;
      }
    }
    std::fill(cost.begin() + begin, cost.begin() + end, kUnreached);
    if (reached_end == 0) return {};
    cost.swap(next);
    begin = reached_begin;
    end = reached_end;
  }
  if (cost[n] == kUnreached) return {};
  std::vector<uint32_t> starts(count);
  uint32_t at = n;
  for (size_t i = count; i > 0; --i) at = starts[i - 1] = from[i - 1][at - low[i - 1]];
  return starts;
}

}  // namespace huozi::layout
