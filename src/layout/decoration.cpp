#include "layout/decoration.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "layout/inline_frame.h"
#include "layout/mark_shape.h"

namespace huozi::layout {
namespace {

using style::TextDecoration;
using text::CharClass;
using text::Cluster;

// Thousandths of an em, from the baseline down. Between the em square, which ends at 120, and the ruby of a next line
// at a pitch of 1.6 em there is room from 140 to 300 (CLREQ 3.1.8: close to the characters they belong to).
constexpr int kEmSquareEnd = 120;
constexpr int kBelow = 225;         // middle of an underline below the em square
constexpr int kNearBaseline = 135;  // ... of one among Latin letters
constexpr int kThrough = -380;      // the middle of an ideograph
constexpr int kThick = 50;
constexpr int kWaveHeight = 140, kWavePen = 40, kHalfWave = 145;
constexpr int kLevel = 160;     // from one underline to one around it
constexpr int kDrawnIn = 70;    // an underline's ends: twice as much between two names is an eighth of an em and more
constexpr int kMarkTop = 155;   // upper edge of a mark below the text
constexpr int kMarkGap = 55;    // between an underline and the marks below it
constexpr int kMarkAbove = 35;  // between the em square or an annotation and a mark over it
constexpr int kMostLevels = 2;
constexpr int kLongestName = 16;  // em; what is longer is no name
// CLREQ 3.1.8: a name is not parted, at the price of gaps of an eighth of an em.
constexpr uint32_t kPartedName = 20'000;

bool is_underline(TextDecoration decoration) {
  return decoration == TextDecoration::underline || decoration == TextDecoration::wavy;
}

// CSS Text Decoration 4 3.1 leaves out marks and blanks. Chinese practice leaves out Latin words and figures too.
bool takes_mark(CharClass cls) {
  return cls == CharClass::han || cls == CharClass::iteration;
}

std::vector<bool> bare_clusters(const InlineText& in, const text::ShapedText& shaped) {
  if (in.objects.empty()) return {};
  std::vector<bool> bare(shaped.clusters.size());
  size_t object = 0;
  for (size_t k = 0; k < bare.size(); ++k) {
    const CharClass cls = shaped.clusters[k].cls;
    if (cls != CharClass::object && cls != CharClass::note_call) continue;
    if (object == in.objects.size()) break;
    const InlineObject::Kind kind = in.objects[object++].kind;
    bare[k] = kind != InlineObject::Kind::image && kind != InlineObject::Kind::reference;
  }
  return bare;
}

}  // namespace

Decorator::Decorator(const InlineText& text, const text::ShapedText& shaped, const std::vector<SetRuby>& rubies)
    : in_(text), shaped_(shaped), rubies_(rubies) {
  for (const TextStyle& style : in_.styles) has_marks_ |= style.emphasis.mark != style::EmphasisMark::none;
  if (in_.styles.front().decoration != TextDecoration::none) {
    strokes_.push_back({0, static_cast<uint32_t>(shaped_.clusters.size()), 0, {}, {}, {}});
  }
  for (const InlineDecoration& each : in_.decorations) {
    const uint32_t first = text::cluster_at(shaped_, each.begin);
    const uint32_t last = text::cluster_at(shaped_, each.end);
    if (first == last) continue;
    const TextStyle& style = in_.styles[each.style];
    if (style.framed) strokes_.push_back({first, last, each.style, each.node, {}, {}, true});
    if (style.decoration != TextDecoration::none) strokes_.push_back({first, last, each.style, each.node, {}, {}});
  }
  if (strokes_.empty()) return;
  bare_ = bare_clusters(in_, shaped_);
  measure_strokes();
}

// An underline of another kind around one stands below it; of the same kind they are one.
void Decorator::measure_strokes() {
  const size_t count = strokes_.size();
  constexpr size_t kNone = SIZE_MAX;
  std::vector<size_t> around(count, kNone);
  std::vector<size_t> open;
  for (size_t i = 0; i < count; ++i) {
    if (strokes_[i].frame || !is_underline(in_.styles[strokes_[i].style].decoration)) continue;
    while (!open.empty() && strokes_[open.back()].last <= strokes_[i].first) open.pop_back();
    if (!open.empty()) around[i] = open.back();
    open.push_back(i);
  }
  std::vector<int> levels(count);
  for (size_t i = count; i-- > 0;) {
    strokes_[i] = place_stroke(strokes_[i], std::min(levels[i], kMostLevels));
    if (around[i] == kNone) continue;
    const bool other = in_.styles[strokes_[i].style].decoration != in_.styles[strokes_[around[i]].style].decoration;
    levels[around[i]] = std::max(levels[around[i]], levels[i] + (other ? 1 : 0));
  }
}

// At one height over all its lines, below the largest characters that stand on its baseline.
Decorator::Stroke Decorator::place_stroke(Stroke stroke, int level) const {
  const TextStyle& style = in_.styles[stroke.style];
  const Length em = style.size;
  stroke.height = em.scaled(style.decoration == TextDecoration::wavy ? kWaveHeight : kThick, 1000);
  Length middle = em.scaled(kThrough, 1000);
  if (is_underline(style.decoration)) {
    Length largest = em;
    for (uint32_t k = stroke.first; k < stroke.last; ++k) {
      const TextStyle& own = style_of(k);
      if (own.raise == style.raise) largest = std::max(largest, own.size);
    }
    middle = largest.scaled(kEmSquareEnd, 1000) +
             em.scaled((style.underline_below ? kBelow : kNearBaseline) - kEmSquareEnd + level * kLevel, 1000);
  }
  stroke.top = middle - stroke.height / 2 - style.raise;
  return stroke;
}

void Decorator::decorate(uint32_t first, const std::vector<Length>& places, SetLine& line) {
  if (strokes_.empty() && !has_marks_) return;
  Line beside{first, places, {}, {}, std::nullopt};
  add_strokes(beside);
  if (has_marks_) add_marks(beside);
  line.items.insert(line.items.begin(), std::move_iterator(beside.below.begin()),
                    std::move_iterator(beside.below.end()));
  line.items.insert(line.items.end(), std::move_iterator(beside.through.begin()),
                    std::move_iterator(beside.through.end()));
}

void Decorator::add_strokes(Line& line) {
  const auto end = line.first + static_cast<uint32_t>(line.places.size());
  std::erase_if(open_, [&](uint32_t i) { return strokes_[i].last <= line.first; });
  while (next_ < strokes_.size() && strokes_[next_].first < end) open_.push_back(static_cast<uint32_t>(next_++));
  for (const uint32_t i : open_) {
    const Stroke& stroke = strokes_[i];
    if (stroke.frame) {
      add_frame(stroke, line);
      continue;
    }
    const uint32_t last = std::min(stroke.last, end);
    for (uint32_t k = std::max(stroke.first, line.first); k < last;) {
      uint32_t stop = k;
      while (stop < last && (bare_.empty() || !bare_[stop])) ++stop;
      if (stop > k) add_stroke(stroke, k, stop, line);
      k = stop + 1;
    }
  }
}

void Decorator::add_frame(const Stroke& stroke, Line& line) const {
  const auto end = line.first + static_cast<uint32_t>(line.places.size());
  const uint32_t first = std::max(stroke.first, line.first);
  const uint32_t last = std::min(stroke.last, end);
  const Cluster& back = shaped_.clusters[last - 1];
  FramePart part;
  part.from = line.places[first - line.first] + blank_before(first);
  part.to = line.places[last - 1 - line.first] + back.advance - blank_after(last - 1);
  part.begins = first == stroke.first;
  part.ends = last == stroke.last;
  layout::add_frame(in_.styles[stroke.style], part, stroke.node, line.below);
}

// From the first ink to the last: no gap that belongs to the neighbours, and all that stands within.
void Decorator::add_stroke(const Stroke& stroke, uint32_t first, uint32_t last, Line& line) const {
  const TextStyle& style = in_.styles[stroke.style];
  const Cluster& end = shaped_.clusters[last - 1];
  Length from = line.places[first - line.first] + blank_before(first);
  Length to = line.places[last - 1 - line.first] + end.advance - blank_after(last - 1);
  if (style.decoration == TextDecoration::line_through) {
    if (from < to)
      line.through.emplace_back(RuleItem{{from, stroke.top, to - from, stroke.height}, style.color, stroke.node});
    return;
  }
  // CLREQ 3.1.8: names beside each other have a line each, and one can see it.
  const Length drawn_in = std::min(style.size.scaled(kDrawnIn, 1000), (to - from) / 4);
  from += drawn_in;
  to -= drawn_in;
  const Length pen = style.size.scaled(kWavePen, 1000);
  const bool wavy = style.decoration == TextDecoration::wavy;
  if (to - from <= (wavy ? pen : Length())) return;
  if (wavy) {
    PathItem path;
    path.origin = {from + pen / 2, stroke.top + stroke.height / 2};
    path.steps = wave(to - from - pen, std::max(style.size.scaled(kHalfWave, 1000), Length::ratio(1, 4)),
                      (stroke.height - pen) / 2);
    path.places = {Length()};
    path.pen = pen;
    path.color = style.color;
    path.node = stroke.node;
    line.below.emplace_back(std::move(path));
  } else {
    line.below.emplace_back(RuleItem{{from, stroke.top, to - from, stroke.height}, style.color, stroke.node});
  }
  // CLREQ 3.1.8: first the line, then the mark. All the line's marks keep one row.
  for (uint32_t k = first; has_marks_ && k < last; ++k) {
    if (!is_marked(k) || style_of(k).emphasis.over) continue;
    line.lowest_stroke = std::max(line.lowest_stroke.value_or(stroke.top), stroke.top + stroke.height);
    break;
  }
}

void Decorator::add_marks(Line& line) const {
  uint32_t style_index = 0;
  PathItem path;
  const auto flush = [&] {
    if (!path.places.empty()) line.below.emplace_back(std::move(path));
    path = PathItem();
  };
  for (uint32_t i = 0; i < line.places.size(); ++i) {
    const uint32_t k = line.first + i;
    if (!is_marked(k)) continue;
    const Cluster& cluster = shaped_.clusters[k];
    const InlineRun& run = in_.runs[cluster.run];
    const Length width = has_zhuyin(k) ? cluster.size : cluster.advance;
    const Point middle{line.places[i] + width / 2, mark_middle(k, line)};
    if (path.places.empty() || style_index != run.style || path.origin.y != middle.y) {
      flush();
      style_index = run.style;
      path.origin = middle;
      path.steps = mark_shape(style_of(k).emphasis, style_of(k).size);
      path.color = style_of(k).emphasis.color;
      path.node = run.node;
    }
    path.places.push_back(middle.x - path.origin.x);
  }
  flush();
}

const TextStyle& Decorator::style_of(uint32_t cluster) const {
  return in_.styles[in_.runs[shaped_.clusters[cluster].run].style];
}

bool Decorator::is_marked(uint32_t cluster) const {
  return style_of(cluster).emphasis.mark != style::EmphasisMark::none && takes_mark(shaped_.clusters[cluster].cls);
}

bool Decorator::has_zhuyin(uint32_t cluster) const {
  const SetRuby* const ruby = ruby_of(rubies_, cluster);
  return ruby && ruby->position == style::RubyPosition::inter_character;
}

// What a cluster's advance has besides its ink: a mark's blank half; half of what an annotation above widened it by.
Length Decorator::blank_before(uint32_t cluster) const {
  const Cluster& c = shaped_.clusters[cluster];
  if (text::is_mark(c.cls)) return c.blank_left;
  if (!takes_mark(c.cls) || has_zhuyin(cluster)) return Length();
  return std::max((c.advance - c.size) / 2, Length());
}
Length Decorator::blank_after(uint32_t cluster) const {
  const Cluster& c = shaped_.clusters[cluster];
  return text::is_mark(c.cls) ? c.blank_right : blank_before(cluster);
}

// The height of the mark's middle, from the baseline down.
Length Decorator::mark_middle(uint32_t cluster, const Line& line) const {
  const TextStyle& style = style_of(cluster);
  const Length half = mark_height(style.emphasis, style.size) / 2;
  // CSS Text Decoration 4 3.4: on the side of an annotation the mark stands beyond it.
  const SetRuby* const ruby = ruby_of(rubies_, cluster);
  if (!style.emphasis.over) {
    Length top = style.size.scaled(kMarkTop, 1000) - style.raise;
    if (ruby && ruby->position == style::RubyPosition::under) top += height_of(ruby->annotation);
    if (line.lowest_stroke) top = std::max(top, *line.lowest_stroke + style.size.scaled(kMarkGap, 1000));
    return top + half;
  }
  Length rise = style.raise + ascent_of(style.size);
  if (ruby && ruby->position == style::RubyPosition::over) rise += height_of(ruby->annotation);
  return -rise - style.size.scaled(kMarkAbove, 1000) - half;
}

void bind_names(const InlineText& in, const text::ShapedText& shaped, BreakInput& input) {
  for (const InlineDecoration& each : in.decorations) {
    const TextStyle& style = in.styles[each.style];
    const uint32_t first = text::cluster_at(shaped, each.begin);
    const uint32_t last = text::cluster_at(shaped, each.end);
    if ((!is_underline(style.decoration) && !style.framed) || first == last) continue;
    if (input.width(first, last) > style.size * kLongestName) continue;
    for (size_t k = first + 1; k < last; ++k) input.make_reluctant(k, kPartedName);
  }
}

}  // namespace huozi::layout
