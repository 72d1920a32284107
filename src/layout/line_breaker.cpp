#include "layout/line_breaker.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace huozi::layout {

using text::BreakKind;

namespace {

constexpr int64_t kUnreached = std::numeric_limits<int64_t>::max();

// The lines there can be, and what each costs.
class Lines {
 public:
  // What a line that ends before a cluster needs to be told from the sums up to there, side by side in memory: the
  // search does little else than read them.
  struct End {
    Length width;  // to the line's end, its end trim taken away
    Length shrink, blanks, characters;
    int64_t reach = 0;  // in thousandths: how wide it may be without torn gaps, its end trim not taken away
    uint32_t reluctance = 0;
    BreakKind kind = BreakKind::forbidden;
    bool hyphen = false;
  };

  Lines(const BreakInput& input, const BreakRequest& request) : in_(input), request_(request) {
    const size_t n = input.size();
    ends_.resize(n + 1);
    for (size_t k = 0; k < n; ++k) {
      const auto& stretch = in_.stretch_sum[k];
      const Length trim = in_.end_trim[k];
      End& end = ends_[k + 1];
      for (const Length tier : in_.shrink_sum[k]) end.shrink += tier;
      end.width = in_.advance_sum[k + 1] - trim;
      end.blanks = stretch[text::kStretchWordSpace] + stretch[text::kStretchAutospace];
      end.characters = stretch[text::kStretchCharacters];
      end.reach =
          (in_.advance_sum[k + 1] + end.blanks).raw() * 1000 + stretch[text::kStretchAll].raw() * (kWidestGap + 1);
      end.kind = k + 1 < n ? in_.breaks[k + 1] : BreakKind::forced;
      if (k + 1 < in_.reluctance.size()) end.reluctance = in_.reluctance[k + 1];
      const BreakInput::Hyphenation hyphen = in_.hyphen_before(k + 1);
      end.hyphen = hyphen != BreakInput::kNoHyphen;
      if (end.hyphen) end.reluctance += kHyphenDemerits;
      if (hyphen == BreakInput::kLastWord) end.reluctance += kHyphenLastWord;
      most_trim_ = std::max(most_trim_, trim + hang(k + 1));
      least_trim_ = std::min(least_trim_, trim);
    }
    find_stiff();
  }

  Length room(size_t first) const {
    Length measure = request_.measure;
    const bool indented = first == 0 || (request_.each_line && in_.breaks[first] == BreakKind::forced);
    if (indented) measure -= request_.first_indent;
    return measure + in_.start_trim[first];
  }

  // Lines that begin with one cluster.
  class From {
   public:
    From(const Lines& lines, size_t first)
        : lines_(lines),
          first_(first),
          room_(lines.room(first)),
          begin_(lines.in_.advance_sum[first] + lines.in_.glue[first]),
          after_hyphen_(lines.ends_[first].hyphen),
          sums_(lines.ends_[first + 1]) {
      const auto& stretch = lines.in_.stretch_sum[first];
      least_reach_ = (room_ + lines.least_trim_ + begin_ + sums_.blanks).raw() * 1000 +
                     stretch[text::kStretchAll].raw() * (kWidestGap + 1);
    }

    // Cannot fill its room without torn gaps, whatever its end trim. True of a line with gaps, it is true of all
    // shorter ones with gaps.
    bool too_narrow(size_t last) const { return lines_.ends_[last].reach < least_reach_; }

    // Too wide, squeezed as it may be; `surely`: so is everything longer.
    bool too_wide(size_t last) const {
      const End& end = lines_.ends_[last];
      return -fill(last) > end.shrink - sums_.shrink + lines_.hang(last);
    }
    bool surely_too_wide(size_t last) const {
      const Length trim = lines_.in_.end_trim[last - 1];
      return -fill(last) + trim - lines_.most_trim_ > lines_.ends_[last].shrink - sums_.shrink;
    }

    // Where the shortest line may end that a search for whole lines must look at; `hint`: the answer for a start
    // before.
    uint32_t shortest(uint32_t end, uint32_t hint) const {
      const auto first = static_cast<uint32_t>(first_);
      uint32_t last = std::clamp(hint, first + 1, end);
      while (last > first + 1 && !too_narrow(last - 1)) --last;
      while (last < end && too_narrow(last)) ++last;
      // A line without gaps is left short; there are few, so look at all of them.
      if (lines_.next_gap_.empty()) return last;
      const uint32_t stiff = std::min(lines_.next_gap_[first], end);
      if (stiff >= last) return last;
      const Length widest = lines_.in_.width(first, stiff) + stiff_limit(stiff - first, lines_.request_.em);
      return widest + lines_.most_trim_ > room_ ? first + 1 : last;
    }

    // Offers the lines that end at `last` and after, as long as they are no wider than their room and spread, if at
    // all, between characters alone, which nearly all do; what cost() says of them, in a loop that does little else
    // than read. Returns where it stopped.
    uint32_t offer_plain(uint32_t last, uint32_t end, std::vector<int64_t>& demerits,
                         std::vector<uint32_t>& from) const {
      const End* const ends = lines_.ends_.data();
      int64_t* const best = demerits.data();
      const int64_t begun = best[first_];
      const Length widest = room_ + begin_;
      const Length blanks = sums_.blanks;
      const Length before = sums_.characters;
      for (; last < end; ++last) {
        const End& line = ends[last];
        const Length rest = widest - line.width;
        if (rest < Length()) break;
        if (line.kind != BreakKind::allowed) continue;
        const Length need = rest - (line.blanks - blanks);
        const Length characters = line.characters - before;
        if (characters <= Length()) break;
        // Most are too loose to be worth more than two multiplications: with gaps of a tenth of an em.
        if (best[last] - begun <= 10'000 && need.raw() * 5 >= characters.raw() * 2) continue;
        if (line.blanks != blanks || rest >= characters) break;
        const int64_t total = begun + characters_demerits(rest, characters) + place_demerits(line);
        if (total >= best[last]) continue;
        best[last] = total;
        from[last] = static_cast<uint32_t>(first_);
      }
      return last;
    }

    LineCost cost(size_t last, bool ends) const {
      const End& end = lines_.ends_[last];
      const Length rest = fill(last);
      const Length em = lines_.request_.em;
      LineCost cost;
      if (lines_.request_.ragged && !ends && rest >= Length()) {
        cost.demerits = ragged_demerits(rest, em);
      } else {
        cost = line_cost(lines_.in_, first_, last, rest, ends, em);
      }
      cost.demerits += place_demerits(end);
      if (too_wide(last)) cost.torn += kOverfull;
      if (!ends && end.kind == BreakKind::forbidden) cost.torn += kTornWord;
      return cost;
    }

   private:
    Length fill(size_t last) const { return room_ + begin_ - lines_.ends_[last].width; }
    int64_t place_demerits(const End& end) const {
      return end.reluctance + (after_hyphen_ && end.hyphen ? kHyphenLadder : 0);
    }

    const Lines& lines_;
    size_t first_;
    Length room_;
    Length begin_;
    bool after_hyphen_;
    const End& sums_;
    int64_t least_reach_;
  };

  From from(size_t first) const { return {*this, first}; }
  BreakKind kind(size_t last) const { return ends_[last].kind; }

 private:
  // How far the last mark of a line may stand out.
  Length hang(size_t last) const { return in_.end_hang.empty() ? Length() : in_.end_hang[last - 1]; }

  // Only where some stretch without gaps could be a line of its own is it noted where each such stretch ends.
  void find_stiff() {
    const size_t n = in_.size();
    const auto gap = [&](size_t k) {
      return in_.stretch_sum[k][text::kStretchAll] > in_.stretch_sum[k - 1][text::kStretchAll];
    };
    const Length least = request_.measure - std::max(request_.first_indent, Length());
    bool found = false;
    for (size_t first = 0; first < n && !found;) {
      size_t next = first + 1;
      while (next < n && !gap(next)) ++next;
      const Length widest = in_.advance_sum[next] - in_.advance_sum[first] - in_.glue[first];
      found = next > first + 1 && widest - least_trim_ + stiff_limit(next - first, request_.em) > least - most_trim_;
      first = next;
    }
    if (!found) return;
    next_gap_.assign(n + 1, static_cast<uint32_t>(n));
    for (size_t k = n; k-- > 1;) next_gap_[k - 1] = gap(k) ? static_cast<uint32_t>(k) : next_gap_[k];
  }

  const BreakInput& in_;
  const BreakRequest& request_;
  std::vector<End> ends_;           // [k]: of a line that ends before cluster k
  std::vector<uint32_t> next_gap_;  // [k]: the first cluster after k with a gap before it that can grow; or empty
  Length most_trim_, least_trim_;
};

// The best way from the start of a part (the paragraph, or what stands between forced breaks) to its end. First among
// whole lines only, which are few to a start; only a part that has no such way is searched among all lines.
class Breaker {
 public:
  Breaker(const BreakInput& input, const BreakRequest& request)
      : in_(input),
        ragged_(request.ragged),
        lines_(input, request),
        demerits_(input.size() + 1, kUnreached),
        from_(input.size() + 1) {}

  std::vector<uint32_t> run() {
    const auto n = static_cast<uint32_t>(in_.size());
    std::vector<uint32_t> starts;
    for (uint32_t begin = 0; begin < n;) {
      uint32_t end = begin + 1;
      while (end < n && in_.breaks[end] != BreakKind::forced) ++end;
      if (ragged_ || !search<false>(begin, end)) {
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
    if constexpr (kAllLines) {
      std::fill(demerits_.begin() + begin, demerits_.begin() + end + 1, kUnreached);
      torn_.resize(demerits_.size());
      torn_[begin] = 0;
    }
    demerits_[begin] = 0;
    uint32_t least = begin + 1;
    for (uint32_t first = begin; first < end; ++first) {
      if (demerits_[first] == kUnreached) continue;
      const Lines::From from = lines_.from(first);
      least = kAllLines ? first + 1 : from.shortest(end, least);
      uint32_t longest = first;  // where to break if nothing else can be
      bool reached = false;
      for (uint32_t last = least; last <= end; ++last) {
        if constexpr (!kAllLines) {
          last = from.offer_plain(last, end, demerits_, from_);
        }
        if (from.too_wide(last)) {
          if (from.surely_too_wide(last)) break;
          continue;
        }
        longest = last;
        const bool ends = last == end;
        if (!ends && lines_.kind(last) != BreakKind::allowed && !(kAllLines && torn_word(last))) continue;
        const LineCost cost = from.cost(last, ends);
        if (!kAllLines && cost.torn > 0) continue;
        offer<kAllLines>(first, last, cost);
        reached = true;
      }
      if constexpr (kAllLines) {
        // UAX #14 has no answer for a cluster or a word wider than the line: it ends at the last cluster that fits.
        const uint32_t last = std::max(longest, first + 1);
        if (!reached) offer<kAllLines>(first, last, from.cost(last, last == end));
      }
    }
    return demerits_[end] != kUnreached;
  }

  bool torn_word(uint32_t last) const { return !open_.empty() && open_[last]; }

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

  // Only a part's last line can end alone, so that what it weighs can stand in one number with the demerits.
  template <bool kAllLines>
  void offer(uint32_t first, uint32_t last, const LineCost& cost) {
    constexpr int64_t kLone = int64_t{1} << 50;  // above the demerits of any paragraph that fits in memory
    const int64_t demerits = demerits_[first] + cost.demerits + cost.lone * kLone;
    if constexpr (kAllLines) {
      const int64_t torn = torn_[first] + cost.torn;
      const bool better = torn != torn_[last] ? torn < torn_[last] : demerits < demerits_[last];
      if (demerits_[last] != kUnreached && !better) return;
      torn_[last] = torn;
    } else if (demerits >= demerits_[last]) {
      return;
    }
    demerits_[last] = demerits;
    from_[last] = first;
  }

  const BreakInput& in_;
  bool ragged_;
  Lines lines_;
  std::vector<int64_t> demerits_;  // [k]: of the best way to break what comes before cluster k
  std::vector<int64_t> torn_;      // ... and how torn it is; when all lines are searched
  std::vector<uint32_t> from_;     // ... where its last line begins
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
    total += lines.from(first).cost(last, ends);
  }
  return total;
}

// Line by line: cost[k] of the best way to break clusters [0, k) into so many lines.
std::vector<uint32_t> break_into(const BreakInput& input, const BreakRequest& request, size_t count) {
  const auto n = static_cast<uint32_t>(input.size());
  if (count == 0 || count > kMostVariantLines || n < count) return {};
  const Lines lines(input, request);
  constexpr LineCost kNone{kUnreached, 0, 0};
  std::vector<LineCost> cost(n + 1, kNone), next(n + 1, kNone);
  std::vector<std::vector<uint32_t>> from(count);
  std::vector<uint32_t> low(count);  // from[i][k - low[i]]
  cost[0] = {};
  uint32_t begin = 0, end = 1;  // where lines can begin
  for (size_t i = 0; i < count; ++i) {
    uint32_t reached_begin = n + 1, reached_end = 0;
    low[i] = begin + 1;
    from[i].assign(n - begin, 0);
    for (uint32_t first = begin; first < end; ++first) {
      if (cost[first] == kNone || first == n) continue;
      const Lines::From from_first = lines.from(first);
      for (uint32_t last = first + 1; last <= n && !from_first.surely_too_wide(last); ++last) {
        const BreakKind kind = lines.kind(last);
        const bool ends = kind == BreakKind::forced;
        if (kind != BreakKind::forbidden && !from_first.too_wide(last)) {
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
  for (size_t i = count; i > 0; --i) at = starts[i - 1] = from[i - 1][at - low[i - 1]];
  return starts;
}

}  // namespace huozi::layout
