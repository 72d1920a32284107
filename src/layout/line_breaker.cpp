#include "layout/line_breaker.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace huozi::layout {

using text::BreakKind;

Length BreakInput::width(size_t first, size_t last) const {
  if (first >= last) return Length();
  return advance_sum[last] - advance_sum[first] - glue[first] - end_trim[last - 1];
}

Length BreakInput::shrink(size_t first, size_t last) const {
  Length total;
  for (const Length tier : shrink_tiers(first, last)) total += tier;
  return total;
}

std::array<Length, text::kShrinkTiers> BreakInput::shrink_tiers(size_t first, size_t last) const {
  std::array<Length, text::kShrinkTiers> result;
  for (size_t t = 0; t < result.size(); ++t) result[t] = shrink_sum[last - 1][t] - shrink_sum[first][t];
  return result;
}

std::array<Length, text::kStretchTiers> BreakInput::stretch_tiers(size_t first, size_t last) const {
  std::array<Length, text::kStretchTiers> result;
  for (size_t t = 0; t < result.size(); ++t) result[t] = stretch_sum[last - 1][t] - stretch_sum[first][t];
  return result;
}

namespace {

using Cost = int64_t;
constexpr Cost kUnreached = std::numeric_limits<Cost>::max();
constexpr Cost kLineCost = 100;           // fewer lines, all else equal
constexpr Cost kShortLastLine = 400'000;  // CLREQ 3.4.4: a last line of one character
constexpr Cost kHyphen = 2'500;           // a divided word: as bad as gaps wider by a twentieth of an em
constexpr Cost kHyphenLadder[] = {0, 40'000, 20'000'000};  // more for the second one below another, and the third
constexpr Cost kHyphenLastWord = 20'000;                   // the last line should not be the rest of a word
constexpr Cost kEmergency = 1'000'000'000;                 // a line that is broken where it may not, or sticks out

// Looseness in thousandths of an em per gap; beyond a quarter em a line looks torn, so it costs much more.
Cost stretch_cost(Length need, const std::array<Length, text::kStretchTiers>& tiers, Length em) {
  // The first tiers are there to be used, but a line that needs none of them is better.
  Cost cost = 0;
  for (const auto tier : {text::kStretchWordSpace, text::kStretchAutospace}) {
    if (tiers[tier] <= Length()) continue;
    const Length used = std::min(need, tiers[tier]);
    const Cost share = used.raw() * 30 / tiers[tier].raw();
    cost += share * share + used * 20 / em;
    need -= used;
  }
  if (need <= Length()) return cost;
  const Length weight = tiers[text::kStretchCharacters];
  if (weight <= Length()) return kEmergency / 10;
  const int64_t per_gap = need.raw() * 1000 / weight.raw();
  const Cost squared = per_gap * per_gap;
  return cost + (per_gap > 250 ? squared * 64 : per_gap > 125 ? squared * 8 : squared);
}

// CLREQ 3.5.2: push in before push out, so squeezing costs little; later tiers cost more.
Cost shrink_cost(Length need, const std::array<Length, text::kShrinkTiers>& tiers, Length em) {
  Cost cost = 0;
  Cost weight = 1;
  for (const Length tier : tiers) {
    const Length used = std::min(need, tier);
    const int64_t amount = used * 100 / em;
    cost += amount * (10 + amount / 4) * weight / 4;
    need -= used;
    ++weight;
  }
  return cost;
}

// How many lines one below another end with a hyphen, the last of them before cluster k: none, one, two or more.
constexpr size_t kLadders = std::size(kHyphenLadder);

size_t ladder_after(const BreakInput& in, size_t ladder, size_t last) {
  return in.hyphen_before(last) == BreakInput::kNoHyphen ? 0 : std::min(ladder + 1, kLadders - 1);
}

Cost hyphen_cost(const BreakInput& in, size_t ladder, size_t last) {
  const BreakInput::Hyphenation end = in.hyphen_before(last);
  if (end == BreakInput::kNoHyphen) return 0;
  return kHyphen + kHyphenLadder[ladder] + (end == BreakInput::kLastWord ? kHyphenLastWord : 0);
}

class Breaker {
 public:
  Breaker(const BreakInput& input, const BreakRequest& request)
      : in_(input),
        request_(request),
        ladders_(input.hyphenated.empty() ? 1 : kLadders),
        states_((input.size() + 1) * ladders_) {}

  std::vector<uint32_t> run() {
    const size_t n = in_.size();
    state(0, 0).cost = 0;
    for (size_t i = 0; i < n; ++i) {
      if (is_reached(i)) extend(i);
    }
    std::vector<uint32_t> starts;
    const State* at = &state(n, 0);
    for (size_t k = n; k > 0;) {
      k = at->from;
      starts.push_back(at->from);
      at = &state(k, at->ladder);
    }
    std::reverse(starts.begin(), starts.end());
    return starts;
  }

  Cost cost_of(const std::vector<uint32_t>& starts) const {
    const size_t n = in_.size();
    Cost total = 0;
    size_t ladder = 0;
    for (size_t i = 0; i < starts.size(); ++i) {
      const size_t first = starts[i];
      const size_t last = i + 1 < starts.size() ? starts[i + 1] : n;
      const bool ends = last == n || in_.breaks[last] == BreakKind::forced;
      const Length fill = room(first) - in_.width(first, last);
      const bool regular =
          fill + in_.shrink(first, last) >= Length() && (ends || in_.breaks[last] == BreakKind::allowed);
      total += (regular ? line_cost(first, last, fill, ends) : kEmergency) + hyphen_cost(in_, ladder, last);
      ladder = ladder_after(in_, ladder, last);
    }
    return total;
  }

 private:
  // The best way to set clusters [0, k), by how many hyphens end its last lines.
  struct State {
    Cost cost = kUnreached;
    uint32_t from = 0;    // the last line's first cluster
    uint32_t ladder = 0;  // of the state before it
  };
  State& state(size_t k, size_t ladder) { return states_[k * ladders_ + ladder]; }

  bool is_reached(size_t k) {
    for (size_t ladder = 0; ladder < ladders_; ++ladder) {
      if (state(k, ladder).cost != kUnreached) return true;
    }
    return false;
  }

  Length room(size_t first) const {
    Length measure = request_.measure;
    const bool indented = first == 0 || (request_.each_line && in_.breaks[first] == BreakKind::forced);
    if (indented) measure -= request_.first_indent;
    if (first > 0 || request_.trim_first) measure += in_.start_trim[first];
    return measure;
  }

  // Every line that may begin at `first`.
  void extend(size_t first) {
    const size_t n = in_.size();
    const Length measure = room(first);
    size_t longest = first;  // where to break if nothing is allowed to
    bool reached = false;
    for (size_t last = first + 1; last <= n; ++last) {
      const bool forced = last < n && in_.breaks[last] == BreakKind::forced;
      const bool ends = last == n || forced;
      const Length width = in_.width(first, last);
      if (width > measure && width - in_.shrink(first, last) > measure) {
        // Wider still with more, except for what a mark at the line's end gives back.
        if (width - in_.shrink(first, last) > measure + request_.em * 2) break;
      } else {
        longest = last;
        if (ends || in_.breaks[last] == BreakKind::allowed) {
          offer(first, last, line_cost(first, last, measure - width, ends));
          reached = true;
        }
      }
      if (forced) break;
    }
    if (!reached) emergency(first, longest);
  }

  // UAX #14 has no answer for a word wider than the line: break it at the last cluster that fits.
  void emergency(size_t first, size_t longest) { offer(first, std::max(longest, first + 1), kEmergency); }

  Cost line_cost(size_t first, size_t last, Length fill, bool ends) const {
    if (fill < Length()) return kLineCost + shrink_cost(-fill, in_.shrink_tiers(first, last), request_.em);
    if (!ends) return kLineCost + stretch_cost(fill, in_.stretch_tiers(first, last), request_.em);
    if (first == 0) return kLineCost;
    int weight = 0;
    for (size_t k = first; k < last && weight < 2; ++k) weight += in_.weighty[k];
    return weight < 2 ? kLineCost + kShortLastLine : kLineCost;
  }

  void offer(size_t first, size_t last, Cost cost) {
    for (size_t ladder = 0; ladder < ladders_; ++ladder) {
      const Cost before = state(first, ladder).cost;
      if (before == kUnreached) continue;
      const Cost total = before + cost + hyphen_cost(in_, ladder, last);
      State& best = state(last, ladder_after(in_, ladder, last));
      if (total < best.cost) best = {total, static_cast<uint32_t>(first), static_cast<uint32_t>(ladder)};
    }
  }

  const BreakInput& in_;
  const BreakRequest& request_;
  size_t ladders_;
  std::vector<State> states_;
};

}  // namespace

std::vector<uint32_t> break_lines(const BreakInput& input, const BreakRequest& request) {
  if (input.size() == 0) return {};
  return Breaker(input, request).run();
}

int64_t cost_of_lines(const BreakInput& input, const BreakRequest& request, const std::vector<uint32_t>& starts) {
  return Breaker(input, request).cost_of(starts);
}

}  // namespace huozi::layout
