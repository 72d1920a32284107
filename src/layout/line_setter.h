// One line: its glue fitted to the measure, its clusters placed and gathered into glyph runs.
#pragma once

#include "layout/decoration.h"
#include "layout/hyphens.h"
#include "layout/inline_text.h"
#include "layout/line_breaker.h"
#include "layout/paragraph.h"
#include "layout/ruby.h"
#include "layout/warichu.h"
#include "text/shaper.h"

namespace huozi::layout {

struct LineRange {
  uint32_t first = 0, last = 0;  // clusters
  Length measure;
  Length indent;
  style::TextAlign align = style::TextAlign::justify;
  bool spread = false;  // justified however wide its gaps become (text-align-last: justify)
};

class LineSetter {
 public:
  LineSetter(const InlineText& text, const text::ShapedText& shaped, const BreakInput& input,
             const std::vector<SetRuby>& rubies, const std::vector<Warichu>& warichus,
             const std::vector<LineHyphen>& hyphens, uint32_t style_base)
      : in_(text),
        shaped_(shaped),
        input_(input),
        rubies_(rubies),
        warichus_(warichus),
        hyphens_(hyphens),
        style_base_(style_base),
        decorator_(text, shaped, rubies) {}

  SetLine set(const LineRange& range);

 private:
  std::vector<Length> fit(const LineRange& range, Length& x, SetLine& line) const;
  Length place_warichu(const WarichuPart& part, Length x, const std::vector<Length>& gaps, uint32_t first,
                       std::vector<Length>& places, SetLine& line);
  void place(uint32_t index, Length x, SetLine& line);
  void place_object(const InlineRun& run, Length x, SetLine& line);
  void begin_run(const text::Cluster& cluster, Length x);
  void append_text(const text::Cluster& cluster);
  void place_hyphen(const LineRange& range, Length x);
  void flush(SetLine& line);
  void add_anchors(const LineRange& range, SetLine& line);
  void add_link(const InlineRun& run, Length from, Length to, SetLine& line) const;

  const InlineText& in_;
  const text::ShapedText& shaped_;
  const BreakInput& input_;
  const std::vector<SetRuby>& rubies_;
  const std::vector<Warichu>& warichus_;
  const std::vector<LineHyphen>& hyphens_;
  uint32_t style_base_;
  Decorator decorator_;
  size_t next_ruby_ = 0;
  size_t next_warichu_ = 0;
  uint32_t next_object_ = 0;  // objects come in the order of the text
  size_t next_anchor_ = 0;
  Length leader_;  // width of the line's leader
  Length rise_;    // of the row of a warichu at work, above the baseline
  // the run being gathered
  GlyphRun run_;
  uint32_t run_index_ = UINT32_MAX;
  uint32_t run_text_end_ = 0;
  uint32_t run_text_begin_ = 0;
  Length run_end_x_;
  Length run_rise_;
};

}  // namespace huozi::layout
