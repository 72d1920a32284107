#include "layout/paragraph_input.h"

#include <algorithm>

#include "text/break_preference.h"
#include "text/word_boundary.h"

namespace huozi::layout {

text::ShapedText shape_text(const InlineText& in, text::Shaper& shaper) {
  std::vector<text::ShapeRun> runs;
  runs.reserve(in.runs.size());
  for (const InlineRun& run : in.runs) {
    const TextStyle& style = in.styles[run.style];
    runs.push_back({run.begin, run.end, style.fonts, style.size, style.language, style.tabular, style.dot_stops});
  }
  std::vector<Length> advances;
  std::vector<bool> calls;
  for (const InlineObject& object : in.objects) {
    using Kind = InlineObject::Kind;
    advances.push_back(object.width);
    // 同① is one word: its mark never begins a line, as a call never does.
    calls.push_back(object.kind == Kind::note_call || object.kind == Kind::repeated_mark);
  }
  return shaper.shape(in.text, runs, advances, calls, in.styles.front().keep_spaces);
}

namespace {

// Two ideographs of one run.
bool is_plain(const text::Cluster& a, const text::Cluster& b) {
  constexpr auto kHan = text::CharClass::han;
  return a.cls == kHan && b.cls == kHan && a.run == b.run && b.space_before == Length() && !b.forced_break_before;
}

bool is_object(const text::Cluster& cluster) {
  return cluster.cls == text::CharClass::object || cluster.cls == text::CharClass::note_call;
}

// The clusters as their neighbours take them: the box of a page reference among words holds digits.
std::vector<text::Cluster> with_numbers(const InlineText& in, std::vector<text::Cluster> clusters) {
  size_t object = 0;
  for (text::Cluster& cluster : clusters) {
    if (!is_object(cluster) || object == in.objects.size()) continue;
    if (in.objects[object++].in_text) cluster.cls = text::CharClass::digit;
  }
  return clusters;
}

}  // namespace

BreakInput make_break_input(const InlineText& in, const text::ShapedText& shaped, bool centred) {
  const bool numbers = std::any_of(in.objects.begin(), in.objects.end(), [](const auto& each) { return each.in_text; });
  const std::vector<text::Cluster> numbered =
      numbers ? with_numbers(in, shaped.clusters) : std::vector<text::Cluster>();
  const auto& clusters = numbers ? numbered : shaped.clusters;
  const size_t n = clusters.size();
  BreakInput out;
  out.advance_sum.resize(n + 1);
  out.glue.resize(n);
  out.shrink_sum.resize(n);
  out.stretch_sum.resize(n);
  out.start_trim.resize(n);
  out.end_trim.resize(n);
  out.weighty.resize(n);
  out.breaks = text::break_opportunities(clusters, in.styles.front().break_level);
  const auto style_of = [&](const text::Cluster& c) -> const TextStyle& { return in.styles[in.runs[c.run].style]; };
  Length spaced;  // letter spacing of the run before
  for (size_t k = 0; k < n; ++k) {
    const text::Cluster& cluster = clusters[k];
    if (k > 0 && is_plain(clusters[k - 1], cluster)) {
      // As glue_between has it, and without a trim: nearly all there is.
      out.shrink_sum[k] = out.shrink_sum[k - 1];
      const auto& before = out.stretch_sum[k - 1];
      static_assert(text::kStretchTiers == 4 && text::kStretchCharacters == 2 && text::kStretchAll == 3);
      out.stretch_sum[k] = {before[0], before[1], before[2] + cluster.size / 4, before[3] + cluster.size};
      out.glue[k] = spaced;
      out.advance_sum[k + 1] = out.advance_sum[k] + spaced + cluster.advance;
      out.weighty[k] = true;
      continue;
    }
    text::SpacingStyle spacing = style_of(cluster).spacing;
    spaced = spacing.letter_spacing;
    // CSS Text 4 8.2, 9.4: between two elements what holds both decides, not the element of either.
    const bool boundary = k > 0 && in.runs[clusters[k - 1].run].style != in.runs[cluster.run].style;
    if (boundary) {
      spacing.autospace = in.styles.front().spacing.autospace;
      spacing.letter_spacing = in.styles.front().spacing.letter_spacing;
    }
    text::Glue glue;
    if (k > 0) {
      // A note mark is as if it were not there for the pair around it (CLREQ 3.1.5.3, 3.1.6).
      glue = text::glue_between(clusters[k - 1], cluster, spacing);
      for (size_t t = 0; t < glue.shrink.size(); ++t) out.shrink_sum[k][t] = out.shrink_sum[k - 1][t] + glue.shrink[t];
      for (size_t t = 0; t < glue.stretch.size(); ++t) {
        out.stretch_sum[k][t] = out.stretch_sum[k - 1][t] + glue.stretch[t];
      }
    }
    out.glue[k] = glue.natural;
    out.advance_sum[k + 1] = out.advance_sum[k] + glue.natural + cluster.advance;
    // CLREQ 3.1.6.3
    const bool begins = !centred && (k == 0 || out.breaks[k] == text::BreakKind::forced);
    out.start_trim[k] =
        begins ? text::trim_at_paragraph_start(cluster, spacing) : text::trim_at_line_start(cluster, spacing);
    out.end_trim[k] = text::trim_at_line_end(cluster, spacing);
    if (spacing.hang == text::HangStyle::allow_end) {
      out.end_hang.resize(n);
      out.end_hang[k] = text::hang_at_line_end(cluster, spacing);
    }
    out.weighty[k] = !text::is_mark(cluster.cls) && cluster.cls != text::CharClass::note_call &&
                     cluster.cls != text::CharClass::object;
  }
  return out;
}

void bind_references(const InlineText& in, const text::ShapedText& shaped, BreakInput& input) {
  size_t object = 0;
  for (size_t k = 0; k < shaped.clusters.size(); ++k) {
    if (!is_object(shaped.clusters[k])) continue;
    if (object == in.objects.size()) return;
    const InlineObject& o = in.objects[object++];
    if (!o.in_text && o.kind != InlineObject::Kind::leader) continue;
    input.breaks[k] = text::BreakKind::forbidden;
    if (k + 1 < input.breaks.size()) input.breaks[k + 1] = text::BreakKind::forbidden;
  }
}

void add_preferences(const text::ShapedText& shaped, BreakInput& input) {
  for (const text::UnwelcomeBreak& each : text::unwelcome_breaks(shaped.clusters)) {
    input.make_reluctant(each.before, each.gap * each.gap);
  }
}

void open_last_resorts(BreakInput& input) {
  constexpr uint32_t kLastResort = 15'000;
  for (size_t k = 0; k < input.size(); ++k) {
    if (input.breaks[k] != text::BreakKind::last_resort) continue;
    input.breaks[k] = text::BreakKind::allowed;
    input.make_reluctant(k, kLastResort);
  }
}

void add_sense(const InlineText& in, const text::ShapedText& shaped, BreakInput& input) {
  const std::vector<uint32_t> words = text::word_boundaries(in.text, in.styles.front().language);
  const auto& clusters = shaped.clusters;
  input.sense.resize(clusters.size());
  for (size_t k = 1; k < clusters.size(); ++k) {
    const bool after_mark = text::is_closing_mark(clusters[k - 1].cls) || clusters[k - 1].cls == text::CharClass::dash;
    if (after_mark || clusters[k].space_before > Length()) continue;
    const bool word = std::binary_search(words.begin(), words.end(), clusters[k].text_begin);
    input.sense[k] = word ? 1 : 2;
  }
}

}  // namespace huozi::layout
