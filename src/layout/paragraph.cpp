#include "layout/paragraph.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "layout/code_line.h"
#include "layout/decoration.h"
#include "layout/hyphens.h"
#include "layout/inline_frame.h"
#include "layout/line_breaker.h"
#include "layout/line_setter.h"
#include "layout/line_variants.h"
#include "layout/paragraph_input.h"
#include "layout/ruby.h"
#include "layout/warichu.h"

namespace huozi::layout {
namespace {

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

}  // namespace

std::vector<SetLine> set_paragraph(const InlineText& in, const ParagraphShape& shape, uint32_t style_base,
                                   text::Shaper& shaper, source::Diagnostics& diagnostics,
                                   std::vector<SetVariant>* variants) {
  if (in.text.empty()) return {};
  text::ShapedText shaped = shape_text(in, shaper);
  if (in.cell > Length()) fit_cells(shaped, in.cell);
  report_missing(in, shaped, diagnostics);
  if (shaped.clusters.empty()) return {};
  const std::vector<SetRuby> rubies = set_rubies(in, shaped, shaper);
  BreakInput input = make_break_input(in, shaped, shape.align == style::TextAlign::center);
  const std::vector<Warichu> warichus = set_warichus(in, shaped, input);
  const std::vector<LineHyphen> hyphens = open_hyphens(in, shaped, shaper.library(), input);
  bind_rubies(rubies, input);
  bind_references(in, shaped, input);
  bind_names(in, shaped, input);
  make_room_for_frames(in, shaped, input);
  BreakRequest request;
  request.measure = shape.measure;
  request.first_indent = shape.first_indent;
  request.each_line = shape.each_line;
  request.ragged = shape.align != style::TextAlign::justify && !shape.balance;
  request.em = in.styles.front().size;
  if (shape.balance) {
    add_sense(in, shaped, input);
  } else {
    add_preferences(shaped, input);
    open_last_resorts(input);
  }
  const std::vector<uint32_t> starts = in.cell > Length() ? break_code(shaped, input, request, in.cell)
                                       : shape.balance    ? break_title(input, request)
                                                          : break_lines(input, request);

  const auto range_of = [&](const std::vector<uint32_t>& begins, size_t i) {
    LineRange range;
    range.first = begins[i];
    range.last = i + 1 < begins.size() ? begins[i + 1] : static_cast<uint32_t>(shaped.clusters.size());
    range.measure = shape.measure;
    const bool indented = i == 0 || (shape.each_line && input.breaks[range.first] == text::BreakKind::forced);
    range.indent = indented ? shape.first_indent : Length();
    const bool ends = i + 1 == begins.size() || input.breaks[range.last] == text::BreakKind::forced;
    range.align = ends ? shape.align_last : shape.align;
    range.spread = ends && range.align == style::TextAlign::justify;
    return range;
  };
  const auto set_lines = [&](const std::vector<uint32_t>& begins) {
    LineSetter setter(in, shaped, input, rubies, warichus, hyphens, style_base);
    std::vector<SetLine> lines;
    lines.reserve(begins.size());
    for (size_t i = 0; i < begins.size(); ++i) lines.push_back(setter.set(range_of(begins, i)));
    return lines;
  };
  std::vector<SetLine> lines = set_lines(starts);
  bool overfull = false;  // each is said once a paragraph
  bool broken = false;
  std::optional<source::Span> torn;
  for (size_t i = 0; i < starts.size(); ++i) {
    const LineRange range = range_of(starts, i);
    if (!broken && i > 0 && in.cell == Length() && input.breaks[range.first] == text::BreakKind::forbidden) {
      // CLREQ 3.1.4: where nothing else fits, the rules give way for one line.
      broken = true;
      diagnostics.report("layout.forbidden-break", in.runs[shaped.clusters[range.first].run].span);
    }
    const Length hang = input.end_hang.empty() ? Length() : input.end_hang[range.last - 1];
    if (!overfull && lines[i].width > shape.measure + std::max(request.em / 2, hang)) {
      overfull = true;
      diagnostics.report("layout.overfull", in.runs[shaped.clusters[range.first].run].span);
    }
    if (!torn && lines[i].torn) torn = in.runs[shaped.clusters[range.first].run].span;
  }
  if (variants && !shape.balance && in.cell == Length()) {
    for (const LineVariant& variant : line_variants(input, request, starts)) {
      variants->push_back({set_lines(variant.starts), variant.cost});
    }
  }
  if (torn && !broken) diagnostics.report("layout.short-line", *torn);
  return lines;
}

ContentWidths content_widths(const InlineText& in, Length first_indent, text::Shaper& shaper) {
  ContentWidths widths;
  if (in.text.empty()) return widths;
  const text::ShapedText shaped = shape_text(in, shaper);
  BreakInput input = make_break_input(in, shaped);
  set_warichus(in, shaped, input);
  make_room_for_frames(in, shaped, input);
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

void make_label(SetLine& line) {
  for (RowItem& item : line.items) {
    if (auto* run = std::get_if<GlyphRun>(&item)) run->label = true;
  }
}

}  // namespace huozi::layout
