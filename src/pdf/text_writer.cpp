#include "pdf/text_writer.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "pdf/value.h"

namespace huozi::pdf {
namespace {

constexpr int64_t kNano = 1'000'000'000;  // pen positions are counted in 1e-9 pt, so that nothing is ever rounded twice

int64_t nano(layout::Length length) {
  return length.scaled(kNano, layout::Length::kUnitsPerPoint).raw();
}

int64_t divide_rounded(int64_t value, int64_t divisor) {
  return (value >= 0 ? value + divisor / 2 : value - divisor / 2) / divisor;
}

// Decimals of TJ's thousandths, so that half its last digit stays below 0.0075 pt.
int adjustment_decimals(int64_t size) {
  return size <= 15'000 ? 0 : size <= 150'000 ? 1 : 2;
}

// The blank most neighbours of a run share, 1/10000 pt: one Tc for it is shorter than a number at every glyph.
int64_t common_gap(const layout::GlyphRun& run, const FontUse& font, int64_t size) {
  constexpr int64_t kUnit = kNano / 10'000;
  std::vector<int64_t> gaps;
  for (size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
    const int64_t advance = font.width(run.glyphs[i].id) * size * 1000;
    gaps.push_back(divide_rounded(nano(run.glyphs[i + 1].x - run.glyphs[i].x) - advance, kUnit));
  }
  std::sort(gaps.begin(), gaps.end());
  int64_t best = 0;
  size_t best_count = 3;  // at least this many, or none
  for (size_t begin = 0, end = 0; begin < gaps.size(); begin = end) {
    while (end < gaps.size() && gaps[end] == gaps[begin]) ++end;
    if (end - begin > best_count) {
      best = gaps[begin];
      best_count = end - begin;
    }
  }
  return best;
}

}  // namespace

void TextWriter::set_color(const style::Color& color) {
  if (color_ == color) return;
  color_ = color;
  out_ += inks_.fill(color);
}

void TextWriter::begin_text() {
  if (open_) return;
  marks_.end();
  out_ += "BT\n";
  open_ = true;
  line_x_ = line_y_ = 0;
  slant_ = 0;
  upright_ = true;
}

void TextWriter::end_text() {
  if (!open_) return;
  marks_.end();
  out_ += "ET\n";
  open_ = false;
}

void TextWriter::move_to(const layout::GlyphRun& run) {
  const int64_t x = milli(origin_.left + run.origin.x), y = milli(origin_.top - run.origin.y);
  const bool upright = !run.turned && !run.clockwise;
  if (run.slant == 0 && slant_ == 0 && upright && upright_) {
    append_decimal(out_, x - line_x_, 3);
    out_ += ' ';
    append_decimal(out_, y - line_y_, 3);
    out_ += " Td\n";
  } else {
    // A slant, then the quarter turn: [1 0 s 1] x [0 1 -1 0], or x [0 -1 1 0].
    out_ += upright ? "1 0 " : run.turned ? "0 1 -1 " : "0 -1 1 ";
    append_decimal(out_, run.clockwise ? -run.slant : run.slant, 3);
    out_ += upright ? " 1 " : " ";
    append_decimal(out_, x, 3);
    out_ += ' ';
    append_decimal(out_, y, 3);
    out_ += " Tm\n";
  }
  line_x_ = x;
  line_y_ = y;
  slant_ = run.slant;
  upright_ = upright;
  pen_ = 0;
}

void TextWriter::set_spacing(int64_t spacing) {
  if (spacing == spacing_) return;
  spacing_ = spacing;
  append_decimal(out_, spacing, 4);
  out_ += " Tc\n";
}

void TextWriter::set_rise(layout::Length rise) {
  if (milli(rise) == rise_) return;
  rise_ = milli(rise);
  append_decimal(out_, rise_, 3);
  out_ += " Ts\n";
}

void TextWriter::begin_run(const layout::GlyphRun& run) {
  set_color(run.color);
  const uint32_t font = fonts_.index[run.font];
  const int64_t size = milli(run.size);
  if (size <= 0) throw std::logic_error("a page shows text of no size");
  if (font != font_ || size != size_) {
    font_ = font;
    size_ = size;
    out_ += "/F" + std::to_string(font) + ' ';
    append_decimal(out_, size, 3);
    out_ += " Tf\n";
  }
  set_spacing(common_gap(run, fonts_.fonts[font], size));
  move_to(run);
}

// The glyphs of one run: strings, and numbers where the pen is not where the layout wants it.
void TextWriter::write_glyphs(const TextLine& line, size_t begin, size_t end) {
  const FontUse& font = fonts_.fonts[font_];
  const int decimals = adjustment_decimals(size_);
  const int64_t quantum = size_ * (decimals == 0 ? 1000 : decimals == 1 ? 100 : 10);  // one unit of TJ's last digit
  std::string array, codes;
  bool adjusted = false;
  const auto flush_codes = [&] {
    if (!codes.empty()) append_literal(array, codes);
    codes.clear();
  };
  const auto flush = [&] {
    flush_codes();
    if (!array.empty()) out_ += adjusted ? '[' + array + "]TJ\n" : array + "Tj\n";
    array.clear();
    adjusted = false;
  };
  for (size_t i = begin; i < end; ++i) {
    const LineGlyph& glyph = line.glyphs[i];
    if (milli(glyph.y) != rise_) {
      flush();
      set_rise(glyph.y);
    }
    // The error left is below half a unit and known exactly, so it never adds up.
    const int64_t units = divide_rounded(pen_ - nano(glyph.x), quantum);
    if (units != 0) {
      flush_codes();
      append_decimal(array, units, decimals);
      adjusted = true;
      pen_ -= units * quantum;
    }
    const uint16_t code = font.font().cid(glyph.id);
    codes += static_cast<char>(code >> 8);
    codes += static_cast<char>(code & 0xFF);
    pen_ += font.width(glyph.id) * size_ * 1000 + spacing_ * (kNano / 10'000);
  }
  flush();
}

void TextWriter::write_line(const TextLine& line, MarkedContent::Artifact kind) {
  begin_text();
  size_t span = 0;
  size_t run = SIZE_MAX;
  for (size_t i = 0; i < line.glyphs.size();) {
    const uint32_t slot = line.slot(i);
    const bool in_span = span < line.spans.size() && line.spans[span].begin <= i;
    if (!in_span) {
      marks_.begin(slot, kind);
    } else if (line.spans[span].begin == i) {
      marks_.begin_span(slot, kind, line.spans[span].text);
    }
    if (line.glyphs[i].run != run) {
      run = line.glyphs[i].run;
      begin_run(*line.runs[run]);
    }
    // As far as neither the run nor the span changes.
    size_t end = line.glyphs.size();
    if (span < line.spans.size()) end = in_span ? line.spans[span].end : line.spans[span].begin;
    size_t stop = i;
    while (stop < end && line.glyphs[stop].run == run && line.slot(stop) == slot) ++stop;
    const bool span_ends = in_span && line.spans[span].end == stop;
    if (span_ends && line.spans[span].blank > layout::Length()) {
      write_glyphs(line, i, stop - 1);
      write_wide(line, stop - 1, line.spans[span].blank);
    } else {
      write_glyphs(line, i, stop);
    }
    i = stop;
    if (span_ends) {
      marks_.end_span();
      ++span;
    }
  }
  set_rise({});
}

// A glyph with the blank behind it: readers give a span the room its glyphs advance by, and guess no space there.
void TextWriter::write_wide(const TextLine& line, size_t glyph, layout::Length blank) {
  const int64_t before = spacing_;
  set_spacing(before + blank.scaled(10'000, layout::Length::kUnitsPerPoint).raw());
  write_glyphs(line, glyph, glyph + 1);
  set_spacing(before);
}

}  // namespace huozi::pdf
