// Note marks as they are drawn: ①, [3], *, and circles round the numbers that have no character, or none in the font.
// Markers of lists have the same circles. Not here: which number a note has (document/numbering, layout/page_maker),
// what its mark is made of (the stylesheet).
#pragma once

#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "layout/page.h"
#include "layout/text_style.h"
#include "style/stylesheet.h"
#include "text/shaper.h"

namespace huozi::layout {

struct SetMark {  // from the mark's left end, on its own baseline, which `raise` has moved already
  std::vector<GlyphRun> runs;
  std::vector<PathItem> circles;  // round runs of digits, which are what is copied
  Length width;
};

// Not thread safe.
class NoteMarks {
 public:
  NoteMarks(const style::Cascade& cascade, text::Shaper& shaper) : cascade_(cascade), shaper_(shaper) {}

  // `content`: texts and the note's counter.
  SetMark set(const style::Content& content, int64_t number, TextStyle style, NodeId node);
  // Whether a number is drawn as a circle round its digits: of that style, and no character there to set.
  bool draws_circle(std::string_view counter_style, int64_t number, const TextStyle& style) const;
  // The width of the widest of the numbers from one to `last`. REQUIRES: `content` stays where it is.
  Length widest(const style::Content& content, int64_t last, const TextStyle& style);

 private:
  bool has_glyph(const TextStyle& style, char32_t character) const;
  void add_text(SetMark& mark, std::string_view text, const TextStyle& style, NodeId node);
  void add_circle(SetMark& mark, std::string_view digits, const TextStyle& style, NodeId node);

  const style::Cascade& cascade_;
  text::Shaper& shaper_;
  std::map<std::tuple<const style::Content*, int64_t, const std::vector<text::FontId>*, Length, Length>, Length>
      widest_;
};

}  // namespace huozi::layout
