// The rules of proofreading over one stretch of text. Each says nothing where it is not sure. Inside proof/ only.
#pragma once

#include "proof/stretch.h"

namespace huozi::proof {

// P02 half-width marks beside ideographs, P03 ellipses, P09 doubled marks, P10 blanks before marks (GB/T 15834-2011).
void check_marks(const Stretch& text, source::Diagnostics& out);

// N01 years and months, N02 approximate twice, N03 digits in set phrases, N04 full-width forms (GB/T 15835-2011).
void check_numbers(const Stretch& text, source::Diagnostics& out);

// C05 characters that stand for none: U+FFFD and the private use areas.
void check_characters(const Stretch& text, source::Diagnostics& out);

// S03 days no calendar has, and days whose weekday is another. Gregorian, years of four digits.
void check_dates(const Stretch& text, source::Diagnostics& out);

}  // namespace huozi::proof
