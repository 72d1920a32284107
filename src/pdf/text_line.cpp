#include "pdf/text_line.h"

#include <algorithm>

#include "base/utf8.h"

namespace huozi::pdf {
namespace {

using layout::GlyphRun;
using layout::Length;

// A wider blank between two glyphs makes readers guess a space; the tightest guess at 1/10 em. Thousandths of an em.
constexpr int64_t kWidestSilentGap = 80;
// Some look for spaces by the blank alone, whatever glyph stands in it, and miss one narrower than this.
constexpr int64_t kNarrowestSpace = 180;
// A blank as wide as this between runs parts a label from its matter, and the guess is right.
constexpr int64_t kNarrowestTab = 1000;

constexpr std::string_view kWideSpace = "\u3000";

// Where a glyph's advance ends, from its run's origin.
Length end_of(const GlyphRun& run, const LineGlyph& glyph, const FontUses& fonts) {
  return glyph.x + run.size.scaled(fonts.of(run).width(glyph.id), 1000);
}

// Where a run begins along its line.
Length begin_of(const GlyphRun& run) {
  if (run.clockwise) return run.origin.y;
  return run.turned ? -run.origin.y : run.origin.x;
}

// Text without a glyph stands after the line's last glyph. A space gets a glyph, which every reader understands.
void add_unset_text(TextLine& line, std::string_view text, const FontUses& fonts) {
  const size_t run_index = line.glyphs.back().run;
  const GlyphRun& run = *line.runs[run_index];
  const FontUse& font = fonts.of(run);
  for (const auto each : base::CodePoints(text)) {
    if (font.blank(each.code_point) == 0) {
      line.glyphs.back().follows = text;
      return;
    }
  }
  for (const auto each : base::CodePoints(text)) {
    const LineGlyph last = line.glyphs.back();
    line.glyphs.push_back({run_index,
                           font.blank(each.code_point),
                           end_of(run, last, fonts),
                           last.y,
                           text.substr(each.offset, each.length),
                           {}});
  }
}

void add_run(TextLine& line, size_t index, const FontUses& fonts) {
  const GlyphRun& run = *line.runs[index];
  const std::string_view text = run.text;
  size_t covered = 0;  // bytes of the text that stand with some glyph already
  for (size_t i = 0; i < run.glyphs.size(); ++i) {
    const layout::Glyph& glyph = run.glyphs[i];
    if (run.hyphen && i + 1 == run.glyphs.size()) {
      line.glyphs.push_back({index, glyph.id, glyph.x, glyph.y, kLineHyphen, {}, true});
      break;
    }
    const bool carries = !text_of(run, i).empty() && glyph.text_begin >= covered;
    if (carries && i > 0 && glyph.text_begin > covered) {
      add_unset_text(line, text.substr(covered, glyph.text_begin - covered), fonts);
      covered = glyph.text_begin;
    }
    // The first glyph takes what stands before it, too.
    const std::string_view own = carries ? text.substr(covered, glyph.text_end - covered) : std::string_view();
    line.glyphs.push_back({index, glyph.id, glyph.x, glyph.y, own, {}});
    if (carries) covered = glyph.text_end;
  }
  if (covered < text.size()) add_unset_text(line, text.substr(covered), fonts);
}

// The blank between a glyph and the next.
Length gap_between(const TextLine& line, const LineGlyph& here, const LineGlyph& next, const FontUses& fonts) {
  const GlyphRun &run = *line.runs[here.run], &next_run = *line.runs[next.run];
  return begin_of(next_run) + next.x - begin_of(run) - end_of(run, here, fonts);
}

// Whether a reader would see a space between two glyphs, or see none, against the text.
bool gap_misleads(const TextLine& line, const LineGlyph& here, const LineGlyph& next, bool spaced,
                  const FontUses& fonts) {
  const Length gap = gap_between(line, here, next, fonts);
  const Length size = std::min(line.runs[here.run]->size, line.runs[next.run]->size);
  if (spaced) return gap < size.scaled(kNarrowestSpace, 1000);
  return gap > size.scaled(kWidestSilentGap, 1000) && (here.run == next.run || gap < size.scaled(kNarrowestTab, 1000));
}

void find_spans(TextLine& line, const FontUses& fonts) {
  const std::vector<LineGlyph>& glyphs = line.glyphs;
  const auto add = [&](size_t begin, size_t end) -> TextSpan& {
    if (!line.spans.empty() && begin < line.spans.back().end) {
      line.spans.back().end = std::max(line.spans.back().end, end);
    } else {
      line.spans.push_back({begin, end, {}, {}});
    }
    return line.spans.back();
  };
  for (size_t i = 0; i < glyphs.size(); ++i) {
    const LineGlyph& glyph = glyphs[i];
    // Readers take an ideographic space alone for any other.
    const bool wide_space = glyph.text == kWideSpace;
    const bool wrong =
        wide_space || glyph.text != fonts.of(*line.runs[glyph.run]).reads_as(glyph.id) || !glyph.follows.empty();
    // An empty ActualText is taken for none by some readers: a glyph without text joins the one before it.
    if (wrong) add((glyph.text.empty() || wide_space) && i > 0 && line.slot(i - 1) == line.slot(i) ? i - 1 : i, i + 1);
    if (glyph.text == " " || !glyph.follows.empty()) continue;
    const bool spaced = i + 2 < glyphs.size() && glyphs[i + 1].text == " ";
    const size_t next = i + (spaced ? 2 : 1);
    if (next >= glyphs.size() || !gap_misleads(line, glyph, glyphs[next], spaced, fonts)) continue;
    if (line.slot(next) == line.slot(i)) {
      add(i, next + 1);
    } else {
      TextSpan& span = add(i, next);
      if (!spaced) span.blank = gap_between(line, glyph, glyphs[next], fonts);
    }
  }
  for (TextSpan& span : line.spans) {
    for (size_t i = span.begin; i < span.end; ++i) span.text.append(glyphs[i].text).append(glyphs[i].follows);
  }
}

}  // namespace

TextLine make_line(std::vector<const GlyphRun*> runs, std::vector<uint32_t> slots, const FontUses& fonts) {
  TextLine line;
  line.runs = std::move(runs);
  line.slots = std::move(slots);
  for (size_t i = 0; i < line.runs.size(); ++i) add_run(line, i, fonts);
  find_spans(line, fonts);
  return line;
}

}  // namespace huozi::pdf
