#include "text/break_opportunity.h"

#include <algorithm>
#include <iterator>

#include "text/long_word.h"

namespace huozi::text {
namespace {

using enum CharClass;

// GB/T 15834 5.1, CLREQ 3.1.4: what may not begin a line at this level.
bool never_starts(CharClass c, BreakLevel level) {
  switch (c) {
    case closing:
    case comma:
    case stop:
    case interpunct:
    case connector:
    case latin_closing:
    case note_call:
    case ignorable:
      return true;
    case solidus:
      return level != BreakLevel::loose;
    case dash:
    case ellipsis:
    case iteration:
      return level == BreakLevel::strict;
    default:
      return false;
  }
}

bool never_ends(CharClass c, BreakLevel level) {
  switch (c) {
    case opening:
    case latin_opening:
    case prefix:
      return true;
    case solidus:
      return level != BreakLevel::loose;
    default:
      return false;
  }
}

bool is_word(CharClass c) {
  return is_alphanumeric(c) || c == symbol || c == latin_closing || c == latin_opening;
}

// Within Latin text before cluster i: after the hyphen of a compound, with two letters at least on either side, so that
// e-mail, X-ray, COVID-19 and -option stay whole. UAX #14 LB13, LB20a, LB21, LB25, LB30.
bool latin_break(const std::vector<Cluster>& clusters, size_t i) {
  constexpr CharClass kCompound[] = {letter, letter, hyphen, letter, letter};
  if (i < 3 || i + 2 > clusters.size()) return false;
  for (size_t k = 0; k < std::size(kCompound); ++k) {
    const Cluster& c = clusters[i - 3 + k];
    if (c.cls != kCompound[k] || (k > 0 && c.space_before > Length())) return false;
  }
  return true;
}

bool may_break(const std::vector<Cluster>& clusters, size_t i, CharClass real_before, BreakLevel level) {
  Cluster before = clusters[i - 1];
  if (before.cls == note_call) before.cls = real_before;
  const Cluster& after = clusters[i];
  if (after.break_here_before) return true;
  if (level == BreakLevel::anywhere) return after.cls != note_call && after.cls != ignorable;
  if (never_starts(after.cls, level) || never_ends(before.cls, level)) return false;
  // CLREQ 3.1.5.2: numbers keep their signs and units, whatever the level.
  if (after.cls == suffix && after.space_before == Length()) return false;
  if (real_before == connector && is_alphanumeric(after.cls)) return false;
  if ((real_before == dash && after.cls == dash) || (real_before == ellipsis && after.cls == ellipsis)) return false;
  if (after.space_before > Length()) return true;
  if (real_before == fixed_space || after.cls == fixed_space) {
    return after.cls != fixed_space && before.code_point == 0x3000;
  }
  if ((is_word(real_before) || real_before == hyphen || real_before == suffix) &&
      (is_word(after.cls) || after.cls == hyphen)) {
    return latin_break(clusters, i);
  }
  if (after.cls == hyphen) return false;
  return true;
}

void open_long_words(const std::vector<Cluster>& clusters, std::vector<BreakKind>& breaks) {
  const auto is_part = [](const Cluster& c) { return is_word(c.cls) || c.cls == hyphen || c.cls == suffix; };
  for (size_t begin = 0; begin < clusters.size();) {
    size_t end = begin;
    while (end < clusters.size() && is_part(clusters[end]) &&
           (end == begin || clusters[end].space_before == Length())) {
      ++end;
    }
    for (const size_t k : joints_of_long_word(clusters, begin, end)) {
      if (breaks[k] == BreakKind::forbidden) breaks[k] = BreakKind::allowed;
    }
    begin = std::max(end, begin + 1);
  }
}

}  // namespace

std::vector<BreakKind> break_opportunities(const std::vector<Cluster>& clusters, BreakLevel level) {
  std::vector<BreakKind> result(clusters.size(), BreakKind::forbidden);
  CharClass real = han;  // the class before the gap, seen through note marks (CLREQ 3.1.5.3)
  for (size_t i = 0; i < clusters.size(); ++i) {
    if (i > 0) {
      if (clusters[i].forced_break_before) {
        result[i] = BreakKind::forced;
      } else if (may_break(clusters, i, real, level)) {
        result[i] = BreakKind::allowed;
      }
    }
    if (clusters[i].cls != note_call) real = clusters[i].cls;
  }
  open_long_words(clusters, result);
  return result;
}

}  // namespace huozi::text
