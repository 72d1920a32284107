// What stands beside the text of a line: 专名号 and 书名号甲式 (underlines), 着重号 (marks of emphasis), the line
// through text that is struck out, frames (layout/inline_frame). CSS Text Decoration 3, CLREQ 3.1.8. They never change
// a line's height, and here nothing moves text. Not here: which text they belong to (layout/inline_text), their
// outlines (layout/mark_shape).
#pragma once

#include <optional>
#include <vector>

#include "layout/inline_text.h"
#include "layout/line_breaker.h"
#include "layout/paragraph.h"
#include "layout/ruby.h"
#include "text/shaper.h"

namespace huozi::layout {

// The values it is made of outlive it.
class Decorator {
 public:
  Decorator(const InlineText& text, const text::ShapedText& shaped, const std::vector<SetRuby>& rubies);

  // Adds what belongs to the clusters from `first` on, which begin at `places`: underlines and marks before the line's
  // items, lines through the text behind them. REQUIRES: the paragraph's lines come in order.
  void decorate(uint32_t first, const std::vector<Length>& places, SetLine& line);

 private:
  struct Stroke {  // a line beside clusters [first, last)
    uint32_t first = 0, last = 0;
    uint32_t style = 0;
    document::NodeId node;
    Length top;  // from the baseline down, to its upper edge
    Length height;
    bool frame = false;  // round them
  };
  struct Line {
    uint32_t first = 0;
    const std::vector<Length>& places;
    std::vector<RowItem> below, through;
    std::optional<Length> lowest_stroke;  // lower edge of the underlines that have marks below them
  };

  void measure_strokes();
  Stroke place_stroke(Stroke stroke, int level) const;
  void add_strokes(Line& line);
  void add_frame(const Stroke& stroke, Line& line) const;
  void add_stroke(const Stroke& stroke, uint32_t first, uint32_t last, Line& line) const;
  void add_marks(Line& line) const;
  const TextStyle& style_of(uint32_t cluster) const;
  bool is_marked(uint32_t cluster) const;
  bool has_zhuyin(uint32_t cluster) const;
  Length blank_before(uint32_t cluster) const;
  Length blank_after(uint32_t cluster) const;
  Length mark_middle(uint32_t cluster, const Line& line) const;

  const InlineText& in_;
  const text::ShapedText& shaped_;
  const std::vector<SetRuby>& rubies_;
  std::vector<Stroke> strokes_;  // outer before inner
  std::vector<uint32_t> open_;   // of strokes_: those that may reach into the next line
  size_t next_ = 0;              // of strokes_
  std::vector<bool> bare_;       // by cluster: note marks and leaders, which no line touches; empty: none
  bool has_marks_ = false;
};

// Breaks within underlined and framed names are made unwelcome. CLREQ 3.1.8.
void bind_names(const InlineText& in, const text::ShapedText& shaped, BreakInput& input);

}  // namespace huozi::layout
