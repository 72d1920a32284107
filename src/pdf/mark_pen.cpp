#include "pdf/mark_pen.h"

#include "pdf/value.h"

namespace huozi::pdf {
namespace {

constexpr Length kPen = Length::ratio(1, 4);
constexpr Length kCircle = tenths_of_mm(20);  // from the middle

}  // namespace

void MarkPen::number(Length length) {
  append_decimal(out_, milli(length), 3);
  out_ += ' ';
}

void MarkPen::point(Length x, Length y) {
  number(left_ + x);
  number(top_ - y);
}

void MarkPen::line(Length x1, Length y1, Length x2, Length y2) {
  point(x1, y1);
  out_ += "m ";
  point(x2, y2);
  out_ += "l S\n";
}

void MarkPen::target(Length x, Length y) {
  line(x - kCross, y, x + kCross, y);
  line(x, y - kCross, x, y + kCross);
  const Length r = kCircle, k = r.scaled(5523, 10000);  // four curves that are a circle to a thousandth
  point(x + r, y);
  out_ += "m ";
  curve(x + r, y + k, x + k, y + r, x, y + r);
  curve(x - k, y + r, x - r, y + k, x - r, y);
  curve(x - r, y - k, x - k, y - r, x, y - r);
  curve(x + k, y - r, x + r, y - k, x + r, y);
  out_ += "s\n";
}

void MarkPen::bar(Length x, Length y, Length width, Length height) {
  out_ += "/PA cs 1 scn ";
  point(x, y);
  number(width);
  number(height);
  out_ += "re f\n";
}

std::string MarkPen::finish() const {
  if (out_.empty()) return {};
  std::string pen;
  append_decimal(pen, milli(kPen), 3);
  return "/Artifact<</Type/Page>>BDC q /PA CS 1 SCN 0 J " + pen + " w\n" + out_ + "Q EMC\n";
}

void MarkPen::curve(Length x1, Length y1, Length x2, Length y2, Length x3, Length y3) {
  point(x1, y1);
  point(x2, y2);
  point(x3, y3);
  out_ += "c ";
}

}  // namespace huozi::pdf
