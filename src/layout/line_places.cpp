#include "layout/line_places.h"

namespace huozi::layout {

using text::BreakKind;

LinePlaces::LinePlaces(const BreakInput& input, const BreakRequest& request, Which which)
    : in_(input), request_(request) {
  const size_t n = input.size();
  places_.resize(n + 1);
  places_[0].kind = BreakKind::forced;
  size_t count = 1;
  size_t begin = 0;      // of a stretch without gaps that can grow
  Length longest_stiff;  // such a stretch by itself, spread as it may be
  for (size_t k = 1; k <= n; ++k) {
    const Length trim = in_.end_trim[k - 1];
    most_trim_ = std::max(most_trim_, trim + (in_.end_hang.empty() ? Length() : in_.end_hang[k - 1]));
    least_trim_ = std::min(least_trim_, trim);
    const auto& stretch = in_.stretch_sum[k - 1];
    if (k == n || in_.stretch_sum[k][text::kStretchAll] > stretch[text::kStretchAll]) {
      if (k > begin + 1) {
        const Length widest = in_.advance_sum[k] - in_.advance_sum[begin] - in_.glue[begin];
        longest_stiff = std::max(longest_stiff, widest + stiff_limit(k - begin, request.em));
      }
      begin = k;
    }
    const BreakKind kind = k < n ? in_.breaks[k] : BreakKind::forced;
    if (which == Which::allowed && kind != BreakKind::allowed && kind != BreakKind::forced) continue;
    Place& place = places_[count++];
    for (const Length tier : in_.shrink_sum[k - 1]) place.shrink += tier;
    place.width = in_.advance_sum[k] - trim;
    place.blanks = stretch[text::kStretchWordSpace] + stretch[text::kStretchAutospace];
    place.characters = stretch[text::kStretchCharacters];
    place.reach =
        (in_.advance_sum[k] + place.blanks).raw() * 1000 + stretch[text::kStretchAll].raw() * (kWidestGap + 1);
    place.at = static_cast<uint32_t>(k);
    place.kind = kind;
    if (k < in_.reluctance.size()) place.reluctance = in_.reluctance[k];
    const BreakInput::Hyphenation hyphen = in_.hyphen_before(k);
    place.hyphen = hyphen != BreakInput::kNoHyphen;
    if (place.hyphen) place.reluctance += kHyphenDemerits;
    if (hyphen == BreakInput::kLastWord) place.reluctance += kHyphenLastWord;
  }
  places_.resize(count);
  const Length least_room = request.measure - std::max(request.first_indent, Length());
  if (longest_stiff - least_trim_ > least_room - most_trim_) note_gaps();
}

Length LinePlaces::room(size_t first) const {
  Length measure = request_.measure;
  const bool indented = first == 0 || (request_.each_line && in_.breaks[first] == BreakKind::forced);
  if (indented) measure -= request_.first_indent;
  return measure + in_.start_trim[first];
}

void LinePlaces::note_gaps() {
  const size_t n = in_.size();
  next_gap_.assign(n + 1, static_cast<uint32_t>(n));
  for (size_t k = n; k-- > 1;) {
    const bool gap = in_.stretch_sum[k][text::kStretchAll] > in_.stretch_sum[k - 1][text::kStretchAll];
    next_gap_[k - 1] = gap ? static_cast<uint32_t>(k) : next_gap_[k];
  }
}

LinePlaces::From::From(const LinePlaces& lines, uint32_t start)
    : lines_(lines),
      start_(start),
      first_(lines.places_[start].at),
      after_hyphen_(lines.places_[start].hyphen),
      room_(lines.room(first_)),
      begin_(lines.in_.advance_sum[first_] + lines.in_.glue[first_]) {
  const auto& stretch = lines.in_.stretch_sum[first_];
  for (const Length tier : lines.in_.shrink_sum[first_]) shrink_ += tier;
  blanks_ = stretch[text::kStretchWordSpace] + stretch[text::kStretchAutospace];
  characters_ = stretch[text::kStretchCharacters];
  least_reach_ =
      (room_ + lines.least_trim_ + begin_ + blanks_).raw() * 1000 + stretch[text::kStretchAll].raw() * (kWidestGap + 1);
}

uint32_t LinePlaces::From::shortest(uint32_t end, uint32_t hint) const {
  uint32_t last = std::clamp(hint, start_ + 1, end);
  while (last > start_ + 1 && !too_narrow(last - 1)) --last;
  while (last < end && too_narrow(last)) ++last;
  // A line without gaps is left short; there are few, so look at all of them.
  if (lines_.next_gap_.empty()) return last;
  const uint32_t stiff = std::min(lines_.next_gap_[first_], lines_.cluster(end));
  if (stiff >= lines_.cluster(last)) return last;
  const Length widest = lines_.in_.width(first_, stiff) + stiff_limit(stiff - first_, lines_.request_.em);
  return widest + lines_.most_trim_ > room_ ? start_ + 1 : last;
}

LineCost LinePlaces::From::cost(uint32_t last, bool ends) const {
  const Place& end = lines_.places_[last];
  const Length rest = fill(last);
  const Length em = lines_.request_.em;
  LineCost cost;
  if (lines_.request_.ragged && !ends && rest >= Length()) {
    cost.demerits = ragged_demerits(rest, em);
  } else {
    cost = line_cost(lines_.in_, first_, end.at, rest, ends, em);
  }
  cost.demerits += place_demerits(end);
  if (too_wide(last)) cost.torn += kOverfull;
  if (!ends && end.kind == BreakKind::forbidden) cost.torn += kTornWord;
  return cost;
}

}  // namespace huozi::layout
