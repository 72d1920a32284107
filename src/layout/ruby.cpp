#include "layout/ruby.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "layout/zhuyin.h"

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
// what may stand on its other side. `blank`: what a mark has free on this side; no annotation stands over its ink.
Length overhang_over(const Cluster& neighbour, Length blank, Length ruby_size) {
  switch (neighbour.cls) {
    case CharClass::object:
    case CharClass::note_call:
    case CharClass::interpunct:
    case CharClass::dash:
    case CharClass::ellipsis:
    case CharClass::connector:
    case CharClass::solidus:
    case CharClass::latin_opening:
    case CharClass::latin_closing:
    case CharClass::hyphen:
      return Length();
    case CharClass::opening:
    case CharClass::closing:
    case CharClass::comma:
    case CharClass::stop:
      return std::clamp(blank, Length(), ruby_size / 2);
    default:
      return std::min(ruby_size / 2, neighbour.advance / 2);
  }
}

// CLREQ 3.3.4.3: the words of one annotation stand half an em apart.
void part_words(PlainText& annotation, Length size, const text::FontLibrary& fonts) {
  Length moved;
  Length end;  // of the glyph before
  bool blank = false;
  for (GlyphRun& run : annotation.runs) {
    const Length origin = run.origin.x;
    const text::Font& font = fonts.font(run.font);
    for (Glyph& glyph : run.glyphs) {
      blank = blank || (glyph.text_begin > 0 && run.text[glyph.text_begin - 1] == ' ');
      const Length x = origin + glyph.x;
      if (blank) moved += std::max(size / 2 - (x - end), Length());
      end = x + font.scale(font.advance(glyph.id), run.size);
      glyph.x = x + moved - origin;
      blank = false;
    }
    blank = run.text.ends_with(' ');
  }
  annotation.width += moved;
}

// Adds `before` and `after` to the base, shared out around its clusters alike, half of a share on either side of each,
// and the base moved to the middle between the two as far as it goes.
void widen(text::ShapedText& shaped, SetRuby& ruby, Length before, Length after) {
  const int64_t count = ruby.last - ruby.first;
  const Length extra = before + after;
  const Length edge = extra / (2 * count);
  ruby.shift = (before - after) / 2;
  const Length shift = std::clamp(ruby.shift, -edge, edge);
  ruby.free_before = edge + shift;
  ruby.free_after = edge - shift;
  Length given;
  for (uint32_t k = ruby.first; k < ruby.last; ++k) {
    const Length due = extra.scaled(k - ruby.first + 1, count);
    const Length part = due - given;
    given = due;
    Cluster& cluster = shaped.clusters[k];
    cluster.advance += part;
    for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) shaped.glyphs[g].x += part / 2 + shift;
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

Length glue_before(const InlineText& in, const text::ShapedText& shaped, uint32_t k) {
  const Cluster& after = shaped.clusters[k];
  return text::glue_between(shaped.clusters[k - 1], after, in.styles[in.runs[after.run].style].spacing).natural;
}

// How far two annotations side by side keep apart, besides what stands between their bases. CLREQ 3.3.4.1, 3.3.4.3:
// spelt sounds a quarter of an em, spelt words half an em.
Length apart(const InlineRuby& a, const InlineRuby& b, bool words, Length size, Length between) {
  if (!is_latin(a.text) && !is_latin(b.text)) return Length();
  return std::max((words ? size / 2 : size / 4) - std::max(between, Length()), Length());
}

// Takes from what the gaps may shrink by.
void hold_gaps(const std::vector<std::pair<size_t, Length>>& held, BreakInput& input) {
  if (held.empty()) return;
  std::array<Length, text::kShrinkTiers> taken{};
  size_t next = 0;
  for (size_t k = held.front().first; k < input.size(); ++k) {
    auto& sum = input.shrink_sum[k];
    Length rest;
    for (; next < held.size() && held[next].first == k; ++next) rest += held[next].second;
    for (size_t t = sum.size(); t-- > 0;) {
      const Length cut = std::min(sum[t] - taken[t] - input.shrink_sum[k - 1][t], rest);
      taken[t] += cut;
      rest -= cut;
      sum[t] -= taken[t];
    }
  }
}

}  // namespace

std::vector<SetRuby> set_rubies(const InlineText& in, text::ShapedText& shaped, text::Shaper& shaper) {
  std::vector<SetRuby> rubies;
  std::vector<const InlineRuby*> pairs;  // of `rubies`
  auto& clusters = shaped.clusters;
  for (const InlineRuby& pair : in.rubies) {
    SetRuby ruby;
    ruby.first = text::cluster_at(shaped, pair.begin);
    ruby.last = text::cluster_at(shaped, pair.end);
    if (ruby.first == ruby.last) continue;
    rubies.push_back(std::move(ruby));
    pairs.push_back(&pair);
  }
  for (size_t i = 0; i < rubies.size(); ++i) {
    const InlineRuby& pair = *pairs[i];
    SetRuby& ruby = rubies[i];
    const TextStyle& style = in.styles[pair.style];
    Cluster& base = clusters[ruby.first];
    if (pair.position == style::RubyPosition::inter_character && ruby.last - ruby.first == 1 &&
        base.cls == CharClass::han && is_zhuyin(pair.text)) {
      ruby.position = pair.position;
      ruby.annotation = set_zhuyin(pair.text, style, base.size, shaper, pair.node);
      base.advance += ruby.annotation.width;
      continue;
    }
    if (pair.position == style::RubyPosition::under) ruby.position = pair.position;
    ruby.annotation = set_plain(pair.text, style, shaper, pair.node);
    part_words(ruby.annotation, style.size, shaper.library());

    const bool line_before = ruby.first == 0 || base.forced_break_before;
    const bool line_after = ruby.last == clusters.size() || clusters[ruby.last].forced_break_before;
    const bool joined_before = !line_before && i > 0 && rubies[i - 1].last == ruby.first;
    const bool joined_after = !line_after && i + 1 < rubies.size() && rubies[i + 1].first == ruby.last;
    const auto part = [&](size_t a) {
      const bool words = rubies[a].last - rubies[a].first > 1 || rubies[a + 1].last - rubies[a + 1].first > 1;
      return apart(*pairs[a], *pairs[a + 1], words, style.size, glue_before(in, shaped, rubies[a].last)) / 2;
    };
    if (joined_before) ruby.before = -part(i - 1);
    if (joined_after) ruby.after = -part(i);
    // What the annotation has more than the base on either side.
    const Length more = (ruby.annotation.width - width_of(in, shaped, ruby.first, ruby.last)) / 2;
    if (more > Length() && !joined_before && !line_before) {
      const Cluster& before = clusters[ruby.first - 1];
      const Length blank = before.blank_right + std::min(glue_before(in, shaped, ruby.first), Length());
      ruby.before = std::min(more, overhang_over(before, blank, style.size));
    }
    if (more > Length() && !joined_after && !line_after) {
      const Cluster& after = clusters[ruby.last];
      const Length blank = after.blank_left + std::min(glue_before(in, shaped, ruby.last), Length());
      ruby.after = std::min(more, overhang_over(after, blank, style.size));
    }
    const Length before = std::max(more - ruby.before, Length());
    const Length after = std::max(more - ruby.after, Length());
    if (before + after > Length()) widen(shaped, ruby, before, after);
  }
  return rubies;
}

void bind_rubies(const std::vector<SetRuby>& rubies, BreakInput& input) {
  std::vector<std::pair<size_t, Length>> held;
  for (const SetRuby& ruby : rubies) {
    for (uint32_t k = ruby.first + 1; k < ruby.last; ++k) input.breaks[k] = text::BreakKind::forbidden;
    input.start_trim[ruby.first] -= std::max(ruby.before, -ruby.free_before);
    input.end_trim[ruby.last - 1] -= std::max(ruby.after, -ruby.free_after);
    if (ruby.before > Length()) held.emplace_back(ruby.first, ruby.before);
    if (ruby.after > Length()) held.emplace_back(ruby.last, ruby.after);
  }
  hold_gaps(held, input);
}

const SetRuby* ruby_of(const std::vector<SetRuby>& rubies, uint32_t cluster) {
  const auto after =
      std::partition_point(rubies.begin(), rubies.end(), [&](const SetRuby& ruby) { return ruby.first <= cluster; });
  if (after == rubies.begin() || cluster >= std::prev(after)->last) return nullptr;
  return &*std::prev(after);
}

Length height_of(const PlainText& annotation) {
  const Length size = annotation.runs.empty() ? Length() : annotation.runs.front().size;
  return size.scaled(kLift, 1000) + ascent_of(size);
}

void place_ruby(const SetRuby& ruby, Length from, Length to, Length size, Length raise, std::vector<RowItem>& items) {
  const bool beside = ruby.position == style::RubyPosition::inter_character;
  const Length x = beside ? from + size : (from + to - ruby.annotation.width) / 2 + ruby.shift;
  for (GlyphRun run : ruby.annotation.runs) {
    Length rise = raise;
    if (ruby.position == style::RubyPosition::over) rise += ascent_of(size) + run.size.scaled(kLift, 1000);
    if (ruby.position == style::RubyPosition::under) rise -= size - ascent_of(size) + ascent_of(run.size);
    run.origin.x += x;
    run.origin.y -= rise;
    run.line_end = false;
    items.emplace_back(std::move(run));
  }
}

}  // namespace huozi::layout
