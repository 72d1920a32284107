#include "layout/warichu.h"

#include <algorithm>
#include <utility>

#include "layout/share.h"

namespace huozi::layout {
namespace {

using text::BreakKind;
using text::Cluster;

// Notes of up to so many clusters are not broken.
constexpr uint32_t kShortest = 3;

constexpr Length half_up(Length length) {
  return (length + Length::from_raw(1)) / 2;
}

// A note is to what stands beside it like a picture.
Cluster box_like(const Cluster& cluster, Length em) {
  Cluster box = cluster;
  box.cls = text::CharClass::object;
  box.code_point = 0xFFFC;
  box.size = em;
  box.blank_left = box.blank_right = Length();
  return box;
}

class Modeller {
 public:
  Modeller(const InlineText& in, const text::ShapedText& shaped, BreakInput& input)
      : in_(in), clusters_(shaped.clusters), input_(input) {}

  void take(const InlineWarichu& source, Warichu& note) {
    note.em = source.em;
    note.sum.emplace_back();
    for (uint32_t k = note.first; k < note.last; ++k) {
      text::SpacingStyle spacing = spacing_of(k);
      spacing.hang = text::HangStyle::none;
      const bool begins = k == note.first;
      note.glue.push_back(begins ? Length() : input_.glue[k]);
      note.sum.push_back(note.sum.back() + note.glue.back() + clusters_[k].advance);
      note.weight.push_back(
          begins ? Length() : input_.stretch_sum[k][text::kStretchAll] - input_.stretch_sum[k - 1][text::kStretchAll]);
      note.start_trim.push_back(text::trim_at_line_start(clusters_[k], spacing));
      note.end_trim.push_back(text::trim_at_line_end(clusters_[k], spacing));
      note.may_split.push_back(input_.breaks[k] == BreakKind::allowed);
    }
  }

  // From the first note on the sums are made anew.
  void model(const std::vector<Warichu>& notes) {
    const BreakInput was = input_;
    auto note = notes.begin();
    const Warichu* before = nullptr;  // the note that ends with the cluster before
    for (uint32_t k = notes.front().first; k < clusters_.size(); ++k, before = nullptr) {
      if (note != notes.end() && k == note->last) before = &*note++;
      const bool within = note != notes.end() && k >= note->first;
      text::Glue glue = glue_of(was, k);
      if (within && k > note->first) {
        glue.natural = half_up(glue.natural);
        glue.shrink = {};
        for (Length& tier : glue.stretch) tier = tier / 2;
      } else if (k > 0 && (within || before)) {
        glue = text::glue_between(before ? box_like(clusters_[k - 1], before->em) : clusters_[k - 1],
                                  within ? box_like(clusters_[k], note->em) : clusters_[k], spacing_of(k));
        if (before) glue.natural += before->slack();
      }
      const Length advance = clusters_[k].advance;
      input_.glue[k] = glue.natural;
      input_.advance_sum[k + 1] = input_.advance_sum[k] + glue.natural + (within ? half_up(advance) : advance);
      if (within) bound(*note, k);
      if (k == 0) continue;
      for (size_t t = 0; t < glue.shrink.size(); ++t) {
        input_.shrink_sum[k][t] = input_.shrink_sum[k - 1][t] + glue.shrink[t];
      }
      for (size_t t = 0; t < glue.stretch.size(); ++t) {
        input_.stretch_sum[k][t] = input_.stretch_sum[k - 1][t] + glue.stretch[t];
      }
    }
  }

 private:
  static text::Glue glue_of(const BreakInput& input, uint32_t k) {
    text::Glue glue;
    glue.natural = input.glue[k];
    if (k == 0) return glue;
    for (size_t t = 0; t < glue.shrink.size(); ++t)
      glue.shrink[t] = input.shrink_sum[k][t] - input.shrink_sum[k - 1][t];
    for (size_t t = 0; t < glue.stretch.size(); ++t) {
      glue.stretch[t] = input.stretch_sum[k][t] - input.stretch_sum[k - 1][t];
    }
    return glue;
  }

  const text::SpacingStyle& spacing_of(uint32_t k) const {
    return in_.styles[in_.runs[clusters_[k].run].style].spacing;
  }

  void bound(const Warichu& note, uint32_t k) {
    input_.start_trim[k] = Length();
    input_.end_trim[k] = -note.slack();
    if (!input_.end_hang.empty()) input_.end_hang[k] = Length();
    // No part of a single character, above nothing.
    const bool lone = k == note.first + 1 || k + 1 == note.last || note.last - note.first <= kShortest;
    if (k > note.first && lone) input_.breaks[k] = BreakKind::forbidden;
  }

  const InlineText& in_;
  const std::vector<Cluster>& clusters_;
  BreakInput& input_;
};

// Clusters [first, last) of the text without their edges' trims, and as a row.
Length width_of(const Warichu& note, uint32_t first, uint32_t last) {
  const uint32_t begin = first - note.first;
  return note.sum[last - note.first] - note.sum[begin] - note.glue[begin];
}
Length row_width(const Warichu& note, uint32_t first, uint32_t last) {
  return width_of(note, first, last) - note.start_trim[first - note.first] - note.end_trim[last - 1 - note.first];
}

void spread_row(const Warichu& note, uint32_t first, uint32_t last, Length width, std::vector<Length>& places) {
  const uint32_t from = first - note.first, to = last - note.first;
  std::vector<Length> gaps(note.glue.begin() + from, note.glue.begin() + to);
  std::vector<Length> weights(note.weight.begin() + from, note.weight.begin() + to);
  gaps.front() = weights.front() = Length();
  const Length lack = width - row_width(note, first, last);
  const auto open = std::count_if(weights.begin(), weights.end(), [](Length w) { return w > Length(); });
  // As in a line, a few characters pulled over all of it are read as anything but a row.
  if (lack <= note.em / 2 * open) share(lack, weights, gaps, 1);
  Length x = -note.start_trim[from];
  for (uint32_t k = from; k < to; ++k) {
    x += gaps[k - from];
    places.push_back(x);
    x += note.sum[k + 1] - note.sum[k] - note.glue[k];
  }
}

}  // namespace

Length Warichu::rise(int row) const {
  const Length small = em / 2;
  const Length below = (em - ascent_of(em)) - (small - ascent_of(small));
  return row == 0 ? ascent_of(em) - ascent_of(small) : -below;
}

std::vector<Warichu> set_warichus(const InlineText& in, const text::ShapedText& shaped, BreakInput& input) {
  std::vector<Warichu> notes;
  Modeller modeller(in, shaped, input);
  for (const InlineWarichu& source : in.warichus) {
    Warichu note;
    note.first = text::cluster_at(shaped, source.begin);
    note.last = text::cluster_at(shaped, source.end);
    if (note.first == note.last) continue;
    modeller.take(source, note);
    notes.push_back(std::move(note));
  }
  if (!notes.empty()) modeller.model(notes);
  return notes;
}

WarichuPart part_of(const Warichu& note, uint32_t first, uint32_t last) {
  WarichuPart part;
  part.note = &note;
  part.begin = std::max(note.first, first);
  part.end = part.split = std::min(note.last, last);
  part.width = row_width(note, part.begin, part.end);
  if (part.end - part.begin == 1) return part;
  // As even as can be, by the rules of lines' edges; where that would be too wide, without them.
  const Length limit = half_up(width_of(note, part.begin, part.end)) + note.slack();
  bool lawful = false;
  part.split = part.begin;
  for (uint32_t k = part.begin + 1; k < part.end; ++k) {
    const Length width = std::max(row_width(note, part.begin, k), row_width(note, k, part.end));
    const bool may = note.may_split[k - note.first] && width <= limit;
    if (part.split != part.begin && (may != lawful ? lawful : width > part.width)) continue;
    lawful = may;
    part.split = k;
    part.width = width;
  }
  return part;
}

Length estimate(const WarichuPart& part, const BreakInput& input) {
  return input.advance_sum[part.end] - input.advance_sum[part.begin] - input.glue[part.begin] + part.note->slack();
}

std::vector<Length> spread(const WarichuPart& part, Length width) {
  std::vector<Length> places;
  places.reserve(part.end - part.begin);
  spread_row(*part.note, part.begin, part.split, width, places);
  if (part.split < part.end) spread_row(*part.note, part.split, part.end, width, places);
  return places;
}

}  // namespace huozi::layout
