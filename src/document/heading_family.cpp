#include "document/heading_family.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace huozi::document {
namespace {

constexpr size_t kLongestNumber = 5;
constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";

bool is_one_of(char32_t cp, std::u32string_view set) {
  return set.find(cp) != std::u32string_view::npos;
}
bool is_blank(char32_t cp) {
  return is_one_of(cp, U" \t\u00a0\u3000");
}
bool is_ideographic_digit(char32_t cp) {
  return is_one_of(cp, U"零十百") || is_one_of(cp, kDigits);
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

// The beginning of a line, where its number is.
std::u32string beginning(std::string_view line) {
  std::u32string text = base::to_utf32(line.substr(0, 64));
  text.erase(0, std::min(text.find_first_not_of(U" \t\u00a0\u3000"), text.size()));
  return text;
}

// 二十三, 一百零五, 二〇二.
int64_t ideographic_value(std::u32string_view digits) {
  int64_t sum = 0, last = 0;
  for (const char32_t cp : digits) {
    if (cp == U'十' || cp == U'百') {
      const int64_t weight = cp == U'十' ? 10 : 100;
      sum += (last == 0 ? 1 : last) * weight;
      last = 0;
    } else {
      last = last * 10 + (cp == U'零' ? 0 : static_cast<int64_t>(kDigits.find(cp)));
    }
  }
  return sum + last;
}

}  // namespace

HeadingFamily family_of(std::string_view line) {
  const std::u32string owned = beginning(line);
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

std::optional<int64_t> number_in(std::string_view line) {
  if (family_of(line) == HeadingFamily::unnumbered) return std::nullopt;
  const std::u32string owned = beginning(line);
  std::u32string_view text = owned;
  if (is_one_of(at(text, 0), U"第（(")) text.remove_prefix(1);
  if (const size_t count = count_digits(text, is_ideographic_digit)) return ideographic_value(text.substr(0, count));
  int64_t value = 0;
  for (size_t i = 0; i < count_digits(text, is_arabic_digit); ++i) {
    value = value * 10 + static_cast<int64_t>(text[i] >= U'\uff10' ? text[i] - U'\uff10' : text[i] - U'0');
  }
  return value;
}

size_t decimal_number_length(std::string_view line) {
  const std::u32string text = beginning(line);
  size_t length = 0, parts = 0;
  while (const size_t digits = count_digits(std::u32string_view(text).substr(length), is_arabic_digit)) {
    length += digits;
    ++parts;
    if (at(text, length) != U'.') break;
    ++length;
  }
  return parts > 0 && (length == text.size() || is_blank(at(text, length))) ? length : 0;
}

}  // namespace huozi::document
