#include "text/break_opportunity.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

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
      return level != BreakLevel::loose;  // loose is basic, which has no rule for it
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

// Two ideographs: nearly all there is.
bool is_plain(const Cluster& before, const Cluster& after) {
  return before.cls == han && after.cls == han && !after.glued_before && !after.forced_break_before;
}

bool may_break(const std::vector<Cluster>& clusters, size_t i, CharClass real_before, BreakLevel level) {
  const CharClass before = clusters[i - 1].cls == note_call ? real_before : clusters[i - 1].cls;
  const Cluster& after = clusters[i];
  if (after.break_here_before) return true;
  if (level == BreakLevel::anywhere) return after.cls != note_call && after.cls != ignorable;
  if (never_starts(after.cls, level) || never_ends(before, level) || after.glued_before) return false;
  // CLREQ 3.1.5.2: numbers keep their signs and units, whatever the level; UAX #14 LB24, LB25: US$5.
  if (after.cls == suffix && (after.space_before == Length() || real_before == digit)) return false;
  if (after.cls == prefix && after.space_before == Length() && is_word(real_before)) return false;
  if (real_before == connector && is_alphanumeric(after.cls)) return false;
  if ((real_before == dash && after.cls == dash) || (real_before == ellipsis && after.cls == ellipsis)) return false;
  if (after.space_before > Length()) return true;
  if (real_before == fixed_space || after.cls == fixed_space) {
    return after.cls != fixed_space && clusters[i - 1].code_point == 0x3000;
  }
  if ((is_word(real_before) || real_before == hyphen || real_before == suffix) &&
      (is_word(after.cls) || after.cls == hyphen)) {
    return latin_break(clusters, i);
  }
  if (after.cls == hyphen) return false;
  return true;
}

bool is_number(const Cluster& c) {
  return c.cls == digit || (c.code_point >= U'０' && c.code_point <= U'９');
}

// Full-width words and numbers, and what is written with full-width marks between digits: １９９９, ３．１４, 12：30.
void keep_full_width(const std::vector<Cluster>& clusters, std::vector<BreakKind>& breaks) {
  for (size_t i = 1; i < clusters.size(); ++i) {
    if (breaks[i] != BreakKind::allowed || clusters[i].space_before > Length() || clusters[i].break_here_before)
      continue;
    const char32_t before = clusters[i - 1].code_point;
    const bool word = is_full_width(before) && is_full_width(clusters[i].code_point);
    const bool mark = (before == U'．' || before == U'：') && i >= 2 && clusters[i - 1].space_before == Length();
    if (word || (mark && is_number(clusters[i - 2]) && is_number(clusters[i]))) breaks[i] = BreakKind::forbidden;
  }
}

// The blank between a number and its unit is no place to break (GB 3101 writes one): 5 kg, 120 km/h.
void keep_units(const std::vector<Cluster>& clusters, std::vector<BreakKind>& breaks) {
  constexpr std::u32string_view kUnits =
      U" g kg mg µg μg m km cm mm µm μm nm m² km² cm² mm² m³ cm³ L l mL ml h min s ms Hz kHz MHz GHz W kW MW GW kWh V "
      U"kV "
      U"mA J kJ N kN Pa kPa MPa hPa K mol cal kcal dB KB kB MB GB TB px pt km/h m/s Mbps Gbps ";
  constexpr size_t kLongest = 5;
  for (size_t i = 1; i < clusters.size(); ++i) {
    if (breaks[i] != BreakKind::allowed || clusters[i].space_before == Length() || !is_number(clusters[i - 1]))
      continue;
    std::u32string unit = U" ";
    size_t end = i;
    while (end < clusters.size() && end - i <= kLongest && (end == i || clusters[end].space_before == Length()) &&
           (is_alphanumeric(clusters[end].cls) || clusters[end].cls == symbol)) {
      unit += clusters[end++].code_point;
    }
    if (end > i && kUnits.find(unit + U' ') != std::u32string_view::npos) breaks[i] = BreakKind::forbidden;
  }
}

void open_long_words(const std::vector<Cluster>& clusters, std::vector<BreakKind>& breaks) {
  const auto is_part = [](const Cluster& c) { return is_word(c.cls) || c.cls == hyphen || c.cls == suffix; };
  for (size_t begin = 0; begin < clusters.size();) {
    size_t end = begin;
    while (end < clusters.size() && is_part(clusters[end]) &&
           (end == begin || clusters[end].space_before == Length())) {
      ++end;
    }
    const auto open = [&](const std::vector<size_t>& places, BreakKind kind) {
      for (const size_t k : places) {
        if (breaks[k] == BreakKind::forbidden) breaks[k] = kind;
      }
    };
    const LongWord word = divide_long_word(clusters, begin, end);
    open(word.joints, BreakKind::allowed);
    open(word.elsewhere, BreakKind::last_resort);
    begin = std::max(end, begin + 1);
  }
}

}  // namespace

std::vector<BreakKind> break_opportunities(const std::vector<Cluster>& clusters, BreakLevel level) {
  std::vector<BreakKind> result(clusters.size(), BreakKind::forbidden);
  CharClass real = han;  // the class before the gap, seen through note marks (CLREQ 3.1.5.3)
  bool latin = false;
  bool full_width = false;
  for (size_t i = 0; i < clusters.size(); ++i) {
    const Cluster& cluster = clusters[i];
    if (i > 0 && is_plain(clusters[i - 1], cluster)) {
      result[i] = BreakKind::allowed;
      real = han;
      continue;
    }
    const char32_t c = cluster.code_point;
    full_width = full_width || is_full_width(c) || c == U'．' || c == U'：';
    latin = latin || !is_square(cluster.cls);
    if (i > 0) {
      if (cluster.forced_break_before) {
        result[i] = BreakKind::forced;
      } else if (may_break(clusters, i, real, level)) {
        result[i] = BreakKind::allowed;
      }
    }
    if (cluster.cls != note_call) real = cluster.cls;
  }
  if (level != BreakLevel::anywhere) {
    if (full_width) keep_full_width(clusters, result);
    if (latin) keep_units(clusters, result);
  }
  if (latin) open_long_words(clusters, result);
  return result;
}

}  // namespace huozi::text
