#include "edit/heading_family.h"

#include <string>

#include "base/utf8.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestNumber = 5;

bool is_ideographic_digit(char32_t cp) {
  return is_one_of(cp, U"〇零一二三四五六七八九十百");
}
bool is_arabic_digit(char32_t cp) {
  return (cp >= U'0' && cp <= U'9') || (cp >= U'\uff10' && cp <= U'\uff19');
}

template <typename IsDigit>
size_t count_digits(std::u32string_view text, IsDigit is_digit) {
  size_t count = 0;
  while (count < text.size() && count < kLongestNumber && is_digit(text[count])) ++count;
  return count;
}

char32_t at(std::u32string_view text, size_t i) {
  return i < text.size() ? text[i] : U'\0';
}

}  // namespace

HeadingFamily family_of(std::string_view line) {
  const std::u32string owned = base::to_utf32(trimmed(line).substr(0, 64));
  std::u32string_view text = owned;
  if (at(text, 0) == U'第') {
    text.remove_prefix(1);
    size_t digits = count_digits(text, is_ideographic_digit);
    if (digits == 0) digits = count_digits(text, is_arabic_digit);
    const char32_t unit = digits > 0 ? at(text, digits) : U'\0';
    if (unit == U'编' || unit == U'篇' || unit == U'編' || (unit == U'部' && at(text, digits + 1) == U'分')) {
      return HeadingFamily::part;
    }
    if (unit == U'章') return HeadingFamily::chapter;
    if (unit == U'节' || unit == U'節') return HeadingFamily::section;
    return HeadingFamily::unnumbered;
  }
  const bool bracket = is_one_of(at(text, 0), U"（(");
  if (bracket) text.remove_prefix(1);
  const size_t ideographic = count_digits(text, is_ideographic_digit);
  const size_t arabic = ideographic > 0 ? 0 : count_digits(text, is_arabic_digit);
  const char32_t next = at(text, ideographic + arabic);
  if (bracket) {
    if (!is_one_of(next, U"）)")) return HeadingFamily::unnumbered;
    if (ideographic > 0) return HeadingFamily::bracketed;
    return arabic > 0 ? HeadingFamily::bracketed_arabic : HeadingFamily::unnumbered;
  }
  if (ideographic > 0 && is_one_of(next, U"、．.")) return HeadingFamily::ideographic;
  // 3.6万字 is a figure, not a number with its dot.
  const bool decimal = next == U'.' && is_arabic_digit(at(text, arabic + 1));
  if (arabic > 0 && arabic < 4 && is_one_of(next, U"、．.") && !decimal) return HeadingFamily::arabic;
  return HeadingFamily::unnumbered;
}

}  // namespace huozi::edit
