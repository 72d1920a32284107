// An ISBN's bar code with its white ground, put on a panel: bars in black ink alone, figures below, the number above,
// the price at the foot. Sizes after GS1 General Specifications 5.2 and GB/T 12906. Inside cover/ only.
// Not here: where on the cover it stands (spread).
#pragma once

#include <string>

#include "cover/ean13.h"
#include "cover/panel.h"

namespace huozi::cover {

struct Barcode {
  Modules modules{};
  std::string digits;  // 13
  std::string isbn;    // as it is written, with its hyphens
  std::string price;   // with its label; may be empty
};

// At 100 % a module is 0.33 mm and the bars are 22.85 mm high; 80 to 100 % may be printed.
constexpr int kLargestCode = 100, kSmallestCode = 80;

// Of the white ground: 11 modules before the bars and 7 behind them, which nothing may stand in.
layout::Length barcode_width(int per_cent);
layout::Length barcode_height(int per_cent, bool priced);

void put_barcode(Panel& panel, const Barcode& code, layout::Point at, int per_cent);

}  // namespace huozi::cover
