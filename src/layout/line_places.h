// Where the lines of a paragraph may begin and end, and what each line costs: what the searches of layout/line_breaker
// read. Not here: which lines are taken.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "layout/break_input.h"
#include "layout/line_breaker.h"
#include "layout/line_cost.h"

namespace huozi::layout {

// Places are numbered in order: place 0 is the paragraph's beginning, the last one its end. Side by side in memory is
// what a line that ends at a place needs to be told from the sums up to there: a search does little else than read.
class LinePlaces {
 public:
  enum class Which { allowed, all };  // those where a line may end, or before every cluster: [k] is then before k

  LinePlaces(const BreakInput& input, const BreakRequest& request, Which which);

  uint32_t last() const { return static_cast<uint32_t>(places_.size() - 1); }
  uint32_t cluster(uint32_t place) const { return places_[place].at; }
  text::BreakKind kind(uint32_t place) const { return places_[place].kind; }

  struct Place {
    Length width;  // to the line's end, its end trim taken away
    Length shrink, blanks, characters;
    int64_t reach = 0;  // in thousandths: how wide it may be without torn gaps, its end trim not taken away
    uint32_t reluctance = 0;
    uint32_t at = 0;  // the cluster that a line beginning here begins with
    text::BreakKind kind = text::BreakKind::forbidden;
    bool hyphen = false;
  };

  // Lines that begin at one place. `end`: where the part that they belong to ends.
  class From {
   public:
    From(const LinePlaces& lines, uint32_t start);

    // Cannot fill its room without torn gaps, whatever its end trim. True of a line with gaps, it is true of all
    // shorter ones with gaps.
    bool too_narrow(uint32_t last) const { return lines_.places_[last].reach < least_reach_; }

    bool fits(uint32_t last) const { return fill(last) >= Length(); }

    // Too wide, squeezed as it may be; `surely`: so is everything longer.
    bool too_wide(uint32_t last) const { return -fill(last) > shrink(last) + lines_.hang(last); }
    bool surely_too_wide(uint32_t last) const {
      return -fill(last) + lines_.trim(last) - lines_.most_trim_ > shrink(last);
    }

    // Where the shortest line may end that a search for whole lines must look at; `hint`: the answer for a start
    // before.
    uint32_t shortest(uint32_t end, uint32_t hint) const;

    // Offers the lines that end at `last` and after, before `end`, as long as they are no wider than their room and
    // spread, if at all, between characters alone, which nearly all do; what cost() says of them, in a loop that does
    // little else than read. `best`, `from`: the least demerits of a way to each place, and where its last line begins.
    // Returns where it stopped.
    uint32_t offer_plain(uint32_t last, uint32_t end, int64_t* best, uint32_t* from) const {
      const Place* const places = lines_.places_.data();
      const int64_t begun = best[start_];
      const Length widest = room_ + begin_;
      const Length blanks = blanks_;
      const Length before = characters_;
      for (; last < end; ++last) {
        const Place& line = places[last];
        const Length rest = widest - line.width;
        if (rest < Length()) break;
        const Length need = rest - (line.blanks - blanks);
        const Length characters = line.characters - before;
        if (characters <= Length()) break;
        if (need > Length() && surely_worse(need, characters, best[last] - begun)) continue;
        if (line.blanks != blanks || rest >= characters) break;
        const int64_t total = begun + characters_demerits(rest, characters) + place_demerits(line);
        if (total >= best[last]) continue;
        best[last] = total;
        from[last] = start_;
      }
      return last;
    }

    // What cost() says of a line that must be squeezed and can be.
    int64_t squeezed_cost(uint32_t last) const {
      const Place& line = lines_.places_[last];
      return kLineDemerits + place_demerits(line) +
             squeeze_demerits(lines_.in_.shrink_sum[first_], lines_.in_.shrink_sum[line.at - 1], lines_.hang(last),
                              -fill(last), lines_.request_.em);
    }

    LineCost cost(uint32_t last, bool ends) const;

   private:
    // Whether the gaps between characters, grown by `need` of the `characters` they may, cost `limit` or more by
    // themselves. Most lines are found too loose by it, and it does not divide.
    static bool surely_worse(Length need, Length characters, int64_t limit) {
      const int64_t most = characters.raw() / 1024 + 1;
      const int64_t gap = need.raw() / 1024 * kWidestGap;
      return gap * gap >= std::min(limit, kWidestGap * kWidestGap * 4) * most * most;
    }

    Length fill(uint32_t last) const { return room_ + begin_ - lines_.places_[last].width; }
    Length shrink(uint32_t last) const { return lines_.places_[last].shrink - shrink_; }
    int64_t place_demerits(const Place& end) const {
      return end.reluctance + (after_hyphen_ && end.hyphen ? kHyphenLadder : 0);
    }

    const LinePlaces& lines_;
    uint32_t start_;
    uint32_t first_;  // cluster
    bool after_hyphen_;
    Length room_;
    Length begin_;
    Length shrink_, blanks_, characters_;  // up to the first cluster
    int64_t least_reach_;
  };

  From from(uint32_t start) const { return {*this, start}; }

 private:
  Length room(size_t first) const;
  Length trim(uint32_t last) const { return in_.end_trim[places_[last].at - 1]; }
  // How far the last mark of a line may stand out.
  Length hang(uint32_t last) const { return in_.end_hang.empty() ? Length() : in_.end_hang[places_[last].at - 1]; }
  void note_gaps();

  const BreakInput& in_;
  const BreakRequest& request_;
  std::vector<Place> places_;
  std::vector<uint32_t> next_gap_;  // [k]: the first cluster after k with a gap before it that can grow. Empty where no
                                    // stretch without such gaps could be a line of its own.
  Length most_trim_, least_trim_;
};

}  // namespace huozi::layout
