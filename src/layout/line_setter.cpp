#include "layout/line_setter.h"

#include <algorithm>

#include "layout/share.h"

namespace huozi::layout {
// The glue before each cluster of the line, fitted; `x` is where the line begins.
std::vector<Length> LineSetter::fit(const LineRange& range, Length& x, SetLine& line) const {
  const size_t count = range.last - range.first;
  std::vector<Length> gaps(count);
  for (size_t k = 1; k < count; ++k) gaps[k] = input_.glue[range.first + k];
  x = range.indent;
  Length room = range.measure - range.indent;
  x -= input_.start_trim[range.first];
  room += input_.start_trim[range.first];
  Length need = room - input_.width(range.first, range.last);
  for (size_t i = next_warichu_; i < warichus_.size() && warichus_[i].first < range.last; ++i) {
    // Their own width in place of the lines' estimate; gaps within are what the part is spread by.
    const WarichuPart part = part_of(warichus_[i], range.first, range.last);
    need += estimate(part, input_) - part.width;
    for (uint32_t k = part.begin + 1; k < part.end; ++k) gaps[k - range.first] = Length();
    if (part.end < range.last) gaps[part.end - range.first] -= warichus_[i].slack();
  }

  std::vector<Length> weights(count);
  const auto take_tier = [&](const auto& sums, size_t tier) {
    Length total;
    for (size_t k = 1; k < count; ++k) {
      const size_t at = range.first + k;
      weights[k] = sums[at][tier] - sums[at - 1][tier];
      total += weights[k];
    }
    return total;
  };
  if (need < Length()) {
    need = -need;
    for (size_t t = 0; t < text::kShrinkTiers && need > Length(); ++t) {
      const Length used = std::min(need, take_tier(input_.shrink_sum, t));
      share(used, weights, gaps, -1);
      need -= used;
    }
    return gaps;
  }
  switch (range.align) {
    case style::TextAlign::start:
      break;
    case style::TextAlign::end:
      x += need;
      break;
    case style::TextAlign::center:
      x += need / 2;
      break;
    case style::TextAlign::justify:
      // A few characters pulled over the whole measure are read as anything but a line.
      line.torn = !range.spread && gap_of(need, input_.stretch_tiers(range.first, range.last), count,
                                          in_.styles.front().size) > kHopelessGap;
      line.short_of_measure =
          line.torn || (need > Length() && take_tier(input_.stretch_sum, text::kStretchAll) <= Length());
      if (line.short_of_measure) break;
      for (size_t t = 0; t < text::kStretchTiers && need > Length(); ++t) {
        const Length limit = take_tier(input_.stretch_sum, t);
        const Length used = t == text::kStretchAll ? need : std::min(need, limit);
        share(used, weights, gaps, 1);
        need -= used;
      }
  }
  return gaps;
}

SetLine LineSetter::set(const LineRange& range) {
  SetLine line;
  // A leader takes what the line has left, in place of justification.
  LineRange fitted = range;
  leader_ = Length();
  uint32_t object = next_object_;
  for (uint32_t k = range.first; k < range.last; ++k) {
    const text::CharClass cls = shaped_.clusters[k].cls;
    if (cls != text::CharClass::object && cls != text::CharClass::note_call) continue;
    const InlineObject& o = in_.objects[object++];
    if (o.kind == InlineObject::Kind::leader) {
      leader_ = std::max(range.measure - range.indent - input_.width(range.first, range.last), Length());
      fitted.align = style::TextAlign::start;
    }
  }
  Length x;
  Length base_x;
  bool ended_in_warichu = false;
  const std::vector<Length> gaps = fit(fitted, x, line);
  std::vector<Length> places(gaps.size());
  for (uint32_t k = range.first; k < range.last; ++k) {
    const text::Cluster& cluster = shaped_.clusters[k];
    x += gaps[k - range.first];
    if (next_warichu_ < warichus_.size() && k >= warichus_[next_warichu_].first) {
      const WarichuPart part = part_of(warichus_[next_warichu_], range.first, range.last);
      x += place_warichu(part, x, gaps, range.first, places, line);
      k = part.end - 1;
      ended_in_warichu = part.end == range.last;
      if (part.end == part.note->last) ++next_warichu_;
      continue;
    }
    places[k - range.first] = x;
    const SetRuby* const ruby = next_ruby_ < rubies_.size() ? &rubies_[next_ruby_] : nullptr;
    if (ruby && (k == ruby->first || k == range.first)) base_x = x;
    if (cluster.cls == text::CharClass::object || cluster.cls == text::CharClass::note_call) {
      flush(line);
      const bool is_leader = in_.objects[next_object_].kind == InlineObject::Kind::leader;
      place_object(in_.runs[cluster.run], x, line);
      if (is_leader) x += leader_;
    } else {
      place(k, x, line);
    }
    x += cluster.advance;
    // A base that had to be broken has its annotation over its first part.
    if (ruby && k >= ruby->first && (k + 1 == ruby->last || k + 1 == range.last)) {
      flush(line);
      place_ruby(*ruby, base_x, x, cluster.size, in_.styles[in_.runs[cluster.run].style].raise, line.items);
      ++next_ruby_;
    }
  }
  place_hyphen(range, x);
  // The blank at which the line was broken belongs to it.
  const bool blank = range.last < shaped_.clusters.size() && shaped_.clusters[range.last].space_before > Length();
  if (blank && !run_.glyphs.empty()) run_.text += ' ';
  flush(line);
  line.width = ended_in_warichu ? x : x - input_.end_trim[range.last - 1];
  for (size_t i = line.items.size(); i > 0; --i) {
    if (auto* run = std::get_if<GlyphRun>(&line.items[i - 1])) {
      run->line_end = true;
      break;
    }
  }
  for (RowItem& item : line.items) {
    auto* reference = std::get_if<ReferenceItem>(&item);
    if (!reference) continue;
    const bool pushed = fitted.align == style::TextAlign::justify && !line.short_of_measure;
    reference->align = pushed || fitted.align != style::TextAlign::justify ? fitted.align : style::TextAlign::start;
    reference->before = reference->origin.x - places.front();
    reference->after = line.width - reference->origin.x;
  }
  decorator_.decorate(range.first, places, line);
  add_anchors(range, line);
  return line;
}

// What begins behind the last character belongs to the last line.
void LineSetter::add_anchors(const LineRange& range, SetLine& line) {
  const bool last = range.last == shaped_.clusters.size();
  const uint32_t end = last ? UINT32_MAX : shaped_.clusters[range.last].text_begin;
  for (; next_anchor_ < in_.anchors.size() && in_.anchors[next_anchor_].begin < end; ++next_anchor_) {
    line.anchors.push_back(in_.anchors[next_anchor_].node);
  }
}

// Both rows from `x` on; returns the part's width. `gaps`, `places`: of the line that begins with cluster `first`.
Length LineSetter::place_warichu(const WarichuPart& part, Length x, const std::vector<Length>& gaps, uint32_t first,
                                 std::vector<Length>& places, SetLine& line) {
  Length width = part.width;
  for (uint32_t k = part.begin + 1; k < part.end; ++k) width += gaps[k - first];
  const std::vector<Length> within = spread(part, width);
  for (uint32_t k = part.begin; k < part.end; ++k) {
    rise_ = part.note->rise(k < part.split ? 0 : 1);
    places[k - first] = x + within[k - part.begin];
    place(k, places[k - first], line);
  }
  rise_ = Length();
  return width;
}

void LineSetter::place(uint32_t index, Length x, SetLine& line) {
  const text::Cluster& cluster = shaped_.clusters[index];
  if (run_index_ != cluster.run || run_.font != cluster.font || run_rise_ != rise_ || run_.glyphs.empty()) {
    if (!run_.glyphs.empty() && cluster.space_before > Length()) {
      // The blank between two runs belongs to the first.
      run_.text += ' ';
    }
    flush(line);
    begin_run(cluster, x);
  }
  append_text(cluster);
  const Length offset = x - run_.origin.x;
  bool first = true;
  for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
    const text::ShapedGlyph& shaped = shaped_.glyphs[g];
    Glyph glyph;
    glyph.id = shaped.id;
    glyph.x = offset + shaped.x;
    glyph.y = shaped.y;
    glyph.text_begin = (first ? cluster.text_begin : cluster.text_end) - run_text_begin_;
    glyph.text_end = cluster.text_end - run_text_begin_;
    run_.glyphs.push_back(glyph);
    first = false;
  }
  run_end_x_ = x + cluster.advance;
}

void LineSetter::begin_run(const text::Cluster& cluster, Length x) {
  const InlineRun& source = in_.runs[cluster.run];
  const TextStyle& style = in_.styles[source.style];
  run_ = GlyphRun();
  run_index_ = cluster.run;
  run_.font = cluster.font;
  run_.size = cluster.type_size;
  run_.color = style.color;
  run_rise_ = rise_;
  run_.origin = {x, -style.raise - rise_};
  run_.node = source.node;
  run_.text_offset = source.node_offset + cluster.text_begin - source.begin;
  run_.lang = style.language;
  run_text_begin_ = run_text_end_ = cluster.text_begin;
}

// White space between clusters of a run stands in its text too; soft hyphens, which nobody sees, do not.
void LineSetter::append_text(const text::Cluster& cluster) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  std::string text = in_.text.substr(run_text_end_, cluster.text_end - run_text_end_);
  for (size_t at = 0; cluster.soft_hyphen_before && (at = text.find(kSoftHyphen)) != text.npos;) {
    text.erase(at, kSoftHyphen.size());
    run_text_begin_ += static_cast<uint32_t>(kSoftHyphen.size());
  }
  run_.text += text;
  run_text_end_ = cluster.text_end;
}

void LineSetter::place_hyphen(const LineRange& range, Length x) {
  const auto found = std::lower_bound(hyphens_.begin(), hyphens_.end(), range.last,
                                      [](const LineHyphen& hyphen, uint32_t last) { return hyphen.before < last; });
  if (found == hyphens_.end() || found->before != range.last) return;
  const text::Cluster& cluster = shaped_.clusters[range.last - 1];
  if (run_.glyphs.empty()) begin_run(cluster, x);  // what stands before it has a ruby annotation
  const auto end = static_cast<uint32_t>(run_.text.size());
  run_.glyphs.push_back({found->glyph, x - run_.origin.x, Length(), end, end});
  run_.hyphen = true;
  run_end_x_ = x + found->advance;
}

void LineSetter::flush(SetLine& line) {
  if (run_.glyphs.empty()) return;
  add_link(in_.runs[run_index_], run_.origin.x, run_end_x_, line);
  line.items.emplace_back(std::move(run_));
  run_ = GlyphRun();
  run_index_ = UINT32_MAX;
}

// The active area of a link, over the run as it stands.
void LineSetter::add_link(const InlineRun& run, Length from, Length to, SetLine& line) const {
  if (run.link < 0) return;
  const Length size = in_.styles[run.style].size;
  line.items.emplace_back(
      link_area(in_.links[static_cast<size_t>(run.link)], {from, -ascent_of(size) - run_rise_, to - from, size}));
}

void LineSetter::place_object(const InlineRun& run, Length x, SetLine& line) {
  const InlineObject& object = in_.objects[next_object_];
  const TextStyle& style = in_.styles[object.style];
  const Point origin{x, -style.raise};
  using MarkKind = MarkItem::Kind;
  switch (object.kind) {
    case InlineObject::Kind::note_call:
      line.items.emplace_back(
          MarkItem{object.note_index, MarkKind::call, origin, object.width, style_base_ + object.style, object.node});
      line.objects.push_back(next_object_);
      break;
    case InlineObject::Kind::note_marker:
      line.items.emplace_back(
          MarkItem{object.note_index, MarkKind::marker, origin, object.width, style_base_ + object.style, object.node});
      break;
    case InlineObject::Kind::repeated_mark:
      line.items.emplace_back(MarkItem{object.note_index, MarkKind::repeated, origin, object.width,
                                       style_base_ + object.style, object.node});
      break;
    case InlineObject::Kind::image: {
      // One that stands for a character has its place in the em square, others stand on the baseline.
      const Length top = object.height > style.size ? -object.height : -ascent_of(object.height);
      const Rect box{x, top, object.width, object.height};
      line.items.emplace_back(ImageItem{box, object.image->file, object.image->alternative, object.node});
      if (run.link >= 0) line.items.emplace_back(link_area(in_.links[static_cast<size_t>(run.link)], box));
      line.height = std::max(line.height, object.height);
      break;
    }
    case InlineObject::Kind::reference: {
      ReferenceItem reference;
      reference.target = object.target;
      reference.origin = origin;
      reference.width = object.width;
      reference.style = style_base_ + object.style;
      reference.node = object.node;
      reference.in_text = object.in_text;
      reference.note_number = object.note_number;
      reference.size = style.size;
      line.items.emplace_back(reference);
      break;
    }
    case InlineObject::Kind::leader:
      line.items.emplace_back(LeaderItem{origin, object.width + leader_, style_base_ + object.style});
      break;
  }
  ++next_object_;
}

}  // namespace huozi::layout
