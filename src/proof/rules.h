// The rules of proofreading over one stretch of text. Each says nothing where it is not sure. Inside proof/ only.
#pragma once

#include "proof/finding.h"
#include "proof/stretch.h"

namespace huozi::proof {

// Adds a finding at these characters. `right` is what should stand there; it becomes the finding's fix where the source
// writes the characters as they are. REQUIRES: begin < end <= text.text.size().
void report(Findings& out, const Stretch& text, std::string_view rule, size_t begin, size_t end,
            std::vector<std::string> arguments, std::optional<std::string> right = {});

// P02 half-width marks beside ideographs, P03 ellipses, P09 doubled marks, P10 blanks before marks (GB/T 15834-2011).
void check_marks(const Stretch& text, Findings& out);

// P01 brackets and quotation marks without a partner. The paragraphs of an article, in order: a quotation may run on.
void check_pairs(const std::vector<Stretch>& texts, Findings& out);

// P08 quotation marks within quotation marks of the same kind, and brackets and titles the same.
void check_nesting(const Stretch& text, Findings& out);

// P04 what is typed in place of a dash. `traditional`: of a text in Traditional characters, where ── is usual.
void check_dashes(const Stretch& text, bool traditional, Findings& out);

// P05 ranges, and P04 a dash for one. For simplified text.
void check_ranges(const Stretch& text, Findings& out);

// P06 、 between quotations, P07 the stop at a quotation's end, P11 straight quotation marks.
void check_quotations(const Stretch& text, bool traditional, Findings& out);

// P12 blanks between ideographs and Latin words: one finding for each article that differs from the book.
// REQUIRES: one of `out` for each article.
void check_spacing(const std::vector<std::vector<Stretch>>& articles, std::vector<Findings>& out);

// C01 four or more ideographs that stand twice in a row.
void check_repeats(const Stretch& text, Findings& out);

// N01 years of two digits, and dates in two kinds of numerals; C03 letters and circles for digits.
void check_years(const Stretch& text, Findings& out);

// N01 years and months, N02 approximate twice, N03 digits in set phrases, N04 full-width forms (GB/T 15835-2011).
void check_numbers(const Stretch& text, Findings& out);

// C05 characters that stand for none: U+FFFD and the private use areas.
void check_characters(const Stretch& text, Findings& out);

// S03 days no calendar has, and days whose weekday is another. Gregorian, years of four digits.
void check_dates(const Stretch& text, Findings& out);

}  // namespace huozi::proof
