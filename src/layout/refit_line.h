// A line whose page reference turned out narrower or wider than the room reserved for it: the number has its natural
// width, and the rest of the line makes up for the difference. Not here: which number it is (layout/page_maker).
#pragma once

#include <span>

#include "layout/galley.h"

namespace huozi::layout {

// The line's items moved; a pure function of x. A justified line spreads or closes up evenly, by a hair for each
// character; any other keeps its side, or its middle.
class LineRefit {
 public:
  // `width`: of the number as it is set. `reference` stands on the page.
  LineRefit(const ReferenceItem& reference, Length width);

  Length map(Length x) const;
  // Items of the page that stand in the line; others stay, such as those of a table cell beside it.
  void move(std::span<Item> items) const;
  // Another reference in the line, before this one.
  void move(ReferenceItem& reference) const;

 private:
  bool holds(Point at) const;
  void move(GlyphRun& run) const;
  void move(PathItem& path) const;
  void move(RuleItem& rule) const;
  void move(ImageItem& image) const;
  void move(LinkItem& link) const;
  void stretch(Rect& rect) const;

  Length left_, right_, em_, top_, bottom_;  // of the line
  Length place_;                             // where the number begins
  Length spare_;                             // of its box
  style::TextAlign align_;
};

}  // namespace huozi::layout
