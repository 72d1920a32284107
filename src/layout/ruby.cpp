#include "layout/ruby.h"

#include <algorithm>

#include "base/utf8.h"

namespace huozi::layout {
namespace {

using text::CharClass;
using text::Cluster;

// From the base's em square up to the annotation's baseline, thousandths of its em. Letters reach lower than the em
// square of ideographs: a little more than its part below the baseline.
constexpr int kLift = 180;

bool is_latin(std::string_view annotation) {
  return text::is_alphanumeric(text::char_class(base::decode_utf8(annotation, 0).code_point));
}

// CLREQ 3.3.4.1: over a neighbour without an annotation, by half an em of the annotation; the neighbour is shared with
// what may stand on its other side.
Length overhang_over(const Cluster& neighbour, Length ruby_size) {
  if (neighbour.cls == CharClass::object || neighbour.cls == CharClass::note_call) return Length();
  return std::min(ruby_size / 2, neighbour.advance / 2);
}

// `extra` shared out around the clusters of the base alike, half of a share on either side of each.
void widen(text::ShapedText& shaped, const SetRuby& ruby, Length extra) {
  const int64_t count = ruby.last - ruby.first;
  Length given;
  for (uint32_t k = ruby.first; k < ruby.last; ++k) {
    const Length due = extra.scaled(k - ruby.first + 1, count);
    const Length part = due - given;
    given = due;
    Cluster& cluster = shaped.clusters[k];
    cluster.advance += part;
    for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) shaped.glyphs[g].x += part / 2;
  }
}

Length width_of(const InlineText& in, const text::ShapedText& shaped, uint32_t first, uint32_t last) {
  Length width;
  for (uint32_t k = first; k < last; ++k) {
    const Cluster& cluster = shaped.clusters[k];
    width += cluster.advance;
    if (k > first) {
      width +=
          text::glue_between(shaped.clusters[k - 1], cluster, in.styles[in.runs[cluster.run].style].spacing).natural;
    }
  }
  return width;
}

}  // namespace

std::vector<SetRuby> set_rubies(const InlineText& in, text::ShapedText& shaped, text::Shaper& shaper) {
  std::vector<SetRuby> rubies;
  const auto& clusters = shaped.clusters;
  for (size_t i = 0; i < in.rubies.size(); ++i) {
    const InlineRuby& pair = in.rubies[i];
    SetRuby ruby;
    ruby.first = text::cluster_at(shaped, pair.begin);
    ruby.last = text::cluster_at(shaped, pair.end);
    if (ruby.first == ruby.last) continue;
    const TextStyle& style = in.styles[pair.style];
    ruby.annotation = set_plain(pair.text, style, shaper, pair.node);

    const bool joined_before = i > 0 && in.rubies[i - 1].end == pair.begin;
    const bool joined_after = i + 1 < in.rubies.size() && in.rubies[i + 1].begin == pair.end;
    // CLREQ 3.3.4.1: spelt sounds side by side stand apart.
    const Length apart = is_latin(pair.text) ? style.size / 4 : Length();
    Length needed = ruby.annotation.width;
    if (joined_before) needed += apart / 2;
    if (joined_after) needed += apart / 2;
    const Length excess = needed - width_of(in, shaped, ruby.first, ruby.last);
    if (excess > Length()) {
      const bool line_before = ruby.first == 0 || clusters[ruby.first].forced_break_before;
      const bool line_after = ruby.last == clusters.size() || clusters[ruby.last].forced_break_before;
      if (!joined_before && !line_before) {
        ruby.before = std::min(excess / 2, overhang_over(clusters[ruby.first - 1], style.size));
      }
      if (!joined_after && !line_after) {
        ruby.after = std::min(excess / 2, overhang_over(clusters[ruby.last], style.size));
      }
      widen(shaped, ruby, excess - ruby.before - ruby.after);
    }
    rubies.push_back(std::move(ruby));
  }
  return rubies;
}

void bind_rubies(const std::vector<SetRuby>& rubies, BreakInput& input) {
  for (const SetRuby& ruby : rubies) {
    for (uint32_t k = ruby.first + 1; k < ruby.last; ++k) input.breaks[k] = text::BreakKind::forbidden;
    input.start_trim[ruby.first] -= ruby.before;
    input.end_trim[ruby.last - 1] -= ruby.after;
  }
}

Length height_of(const PlainText& annotation) {
  const Length size = annotation.runs.empty() ? Length() : annotation.runs.front().size;
  return size.scaled(kLift, 1000) + ascent_of(size);
}

void place_ruby(const SetRuby& ruby, Length from, Length to, Length size, Length raise, std::vector<RowItem>& items) {
  const Length left = from - ruby.before;
  const Length x = left + (to + ruby.after - left - ruby.annotation.width) / 2;
  for (GlyphRun run : ruby.annotation.runs) {
    const Length rise = raise + ascent_of(size) + run.size.scaled(kLift, 1000);
    run.origin.x += x;
    run.origin.y -= rise;
    run.line_end = false;
    items.emplace_back(std::move(run));
  }
}

}  // namespace huozi::layout
