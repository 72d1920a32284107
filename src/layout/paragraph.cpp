#include "layout/paragraph.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "layout/code_line.h"
#include "layout/hyphens.h"
#include "layout/line_breaker.h"
#include "layout/line_setter.h"
#include "layout/ruby.h"
#include "text/word_boundary.h"

namespace huozi::layout {
namespace {

text::ShapedText shape_text(const InlineText& in, text::Shaper& shaper) {
  std::vector<text::ShapeRun> runs;
  runs.reserve(in.runs.size());
  for (const InlineRun& run : in.runs) {
    const TextStyle& style = in.styles[run.style];
    runs.push_back({run.begin, run.end, style.fonts, style.size, style.language});
  }
  std::vector<Length> advances;
  std::vector<bool> calls;
  for (const InlineObject& object : in.objects) {
    advances.push_back(object.width);
    calls.push_back(object.kind == InlineObject::Kind::note_call);
  }
  return shaper.shape(in.text, runs, advances, calls, in.styles.front().keep_spaces);
}

void report_missing(const InlineText& in, const text::ShapedText& shaped, source::Diagnostics& diagnostics) {
  for (const uint32_t offset : shaped.missing) {
    const auto run = std::find_if(in.runs.begin(), in.runs.end(), [&](const InlineRun& r) { return offset < r.end; });
    if (run == in.runs.end()) continue;
    const base::Decoded c = base::decode_utf8(in.text, offset);
    source::Span span = run->span;
    // Exact when the text stands in the source byte for byte.
    if (span.end - span.begin == run->end - run->begin) {
      span.begin += offset - run->begin;
      span.end = span.begin + c.length;
    }
    diagnostics.report(
        "fonts.missing-character", span,
        {fmt::format("U+{:04X} {}", static_cast<uint32_t>(c.code_point), in.text.substr(offset, c.length))});
  }
}

BreakInput make_input(const InlineText& in, const text::ShapedText& shaped) {
  const auto& clusters = shaped.clusters;
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
  for (size_t k = 0; k < n; ++k) {
    const text::Cluster& cluster = clusters[k];
    text::SpacingStyle spacing = style_of(cluster).spacing;
    // CSS Text 4 9.4: between two elements what holds both decides, not the element of either.
    const bool boundary = k > 0 && in.runs[clusters[k - 1].run].style != in.runs[cluster.run].style;
    if (boundary) spacing.autospace = in.styles.front().spacing.autospace;
    text::Glue glue;
    if (k > 0) {
      // A note mark is as if it were not there for the pair around it (CLREQ 3.1.5.3, 3.1.6).
      glue = text::glue_between(clusters[k - 1], cluster, spacing);
      out.shrink_sum[k] = out.shrink_sum[k - 1];
      out.stretch_sum[k] = out.stretch_sum[k - 1];
      for (size_t t = 0; t < glue.shrink.size(); ++t) out.shrink_sum[k][t] += glue.shrink[t];
      for (size_t t = 0; t < glue.stretch.size(); ++t) out.stretch_sum[k][t] += glue.stretch[t];
    }
    out.glue[k] = glue.natural;
    out.advance_sum[k + 1] = out.advance_sum[k] + glue.natural + cluster.advance;
    out.start_trim[k] = text::trim_at_line_start(cluster, spacing);
    out.end_trim[k] = text::trim_at_line_end(cluster, spacing);
    out.weighty[k] = !text::is_mark(cluster.cls) && cluster.cls != text::CharClass::note_call &&
                     cluster.cls != text::CharClass::object;
  }
  return out;
}

// （第12页）: the number and the words around it stay together.
void bind_references(const InlineText& in, const text::ShapedText& shaped, BreakInput& input) {
  size_t object = 0;
  for (size_t k = 0; k < shaped.clusters.size(); ++k) {
    const text::CharClass cls = shaped.clusters[k].cls;
    if (cls != text::CharClass::object && cls != text::CharClass::note_call) continue;
    if (object == in.objects.size()) return;
    if (!in.objects[object++].in_text) continue;
    input.breaks[k] = text::BreakKind::forbidden;
    if (k + 1 < input.breaks.size()) input.breaks[k + 1] = text::BreakKind::forbidden;
  }
}

// Where a title breaks by sense: after marks and blanks, then between words.
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

}  // namespace

std::vector<SetLine> set_paragraph(const InlineText& in, const ParagraphShape& shape, uint32_t style_base,
                                   text::Shaper& shaper, source::Diagnostics& diagnostics) {
  if (in.text.empty()) return {};
  text::ShapedText shaped = shape_text(in, shaper);
  if (in.cell > Length()) fit_cells(shaped, in.cell);
  report_missing(in, shaped, diagnostics);
  if (shaped.clusters.empty()) return {};
  const std::vector<SetRuby> rubies = set_rubies(in, shaped, shaper);
  BreakInput input = make_input(in, shaped);
  const std::vector<LineHyphen> hyphens = open_hyphens(in, shaped, shaper.library(), input);
  bind_rubies(rubies, input);
  bind_references(in, shaped, input);
  BreakRequest request;
  request.measure = shape.measure;
  request.first_indent = shape.first_indent;
  request.each_line = shape.each_line;
  request.em = in.styles.front().size;
  if (shape.balance) add_sense(in, shaped, input);
  const std::vector<uint32_t> starts = in.cell > Length() ? break_code(shaped, input, request, in.cell)
                                       : shape.balance    ? break_title(input, request)
                                                          : break_lines(input, request);

  LineSetter setter(in, shaped, input, rubies, hyphens, style_base);
  std::vector<SetLine> lines;
  lines.reserve(starts.size());
  bool overfull = false;  // said once a paragraph
  for (size_t i = 0; i < starts.size(); ++i) {
    LineRange range;
    range.first = starts[i];
    range.last = i + 1 < starts.size() ? starts[i + 1] : static_cast<uint32_t>(shaped.clusters.size());
    range.measure = shape.measure;
    const bool indented = i == 0 || (shape.each_line && input.breaks[range.first] == text::BreakKind::forced);
    range.indent = indented ? shape.first_indent : Length();
    range.trim_start = i > 0;
    const bool ends = i + 1 == starts.size() || input.breaks[range.last] == text::BreakKind::forced;
    range.align = ends && shape.align == style::TextAlign::justify ? shape.align_last : shape.align;
    lines.push_back(setter.set(range));
    if (!overfull && lines.back().width > shape.measure + request.em / 2) {
      overfull = true;
      diagnostics.report("layout.overfull", in.runs[shaped.clusters[range.first].run].span);
    }
  }
  return lines;
}

ContentWidths content_widths(const InlineText& in, Length first_indent, text::Shaper& shaper) {
  ContentWidths widths;
  if (in.text.empty()) return widths;
  const text::ShapedText shaped = shape_text(in, shaper);
  const BreakInput input = make_input(in, shaped);
  const size_t n = input.size();
  const auto extend = [&](Length& width, size_t first, size_t last) {
    const Length edge = first == 0 ? std::max(first_indent, Length()) : -input.start_trim[first];
    width = std::max(width, edge + input.width(first, last));
  };
  size_t piece = 0;
  size_t line = 0;
  for (size_t k = 1; k <= n; ++k) {
    const text::BreakKind kind = k == n ? text::BreakKind::forced : input.breaks[k];
    if (kind != text::BreakKind::allowed && kind != text::BreakKind::forced) continue;
    extend(widths.least, std::exchange(piece, k), k);
    if (kind == text::BreakKind::forced) extend(widths.greatest, std::exchange(line, k), k);
  }
  return widths;
}

}  // namespace huozi::layout
