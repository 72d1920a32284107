// What printer's marks are drawn with: hairlines on all plates, register targets, bars. Not here: where they stand
// (printer_marks, sheet_marks).
#pragma once

#include <string>

#include "base/length.h"

namespace huozi::pdf {

using base::Length;

// Points are said from a corner of what is marked, x to the right, y downwards.
class MarkPen {
 public:
  // Where that corner stands in the PDF's coordinates.
  MarkPen(Length left, Length top) : left_(left), top_(top) {}

  void line(Length x1, Length y1, Length x2, Length y2);
  // A register mark about a point, 7 mm wide.
  void target(Length x, Length y);
  // A filled rectangle; `y` is its lower edge.
  void bar(Length x, Length y, Length width, Length height);

  // The content stream, an artifact of the sheet; empty when nothing was drawn. It names the colour space PA
  // (mark_color_spaces), in which lines and bars are on all plates.
  std::string finish() const;

 protected:
  void number(Length length);
  void point(Length x, Length y);

  const Length left_, top_;
  std::string out_;

 private:
  void curve(Length x1, Length y1, Length x2, Length y2, Length x3, Length y3);
};

constexpr Length tenths_of_mm(int64_t tenths) {
  return Length::ratio(tenths * 72, 254);
}

// How far a register mark reaches from its middle.
constexpr Length kCross = tenths_of_mm(35);

}  // namespace huozi::pdf
