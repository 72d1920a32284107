#include "base/utf8.h"
#include "proof/rules.h"
#include "proof/word_finder.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十";

size_t digits_from(const Stretch& text, size_t i) {
  while (is_digit(text.at(i))) ++i;
  return i;
}

size_t numerals_from(const Stretch& text, size_t i) {
  while (i < text.text.size() && one_of(text.at(i), kNumerals)) ++i;
  return i;
}

unsigned value(const Stretch& text, size_t begin, size_t end) {
  unsigned out = 0;
  for (size_t i = begin; i < end && i < begin + 4; ++i) out = out * 10 + static_cast<unsigned>(text.at(i) - U'0');
  return out;
}

bool is_month(const Stretch& text, size_t begin) {
  const size_t end = digits_from(text, begin);
  return end > begin && end - begin <= 2 && text.at(end) == U'月' && value(text, begin, end) >= 1 &&
         value(text, begin, end) <= 12;
}

// 22年3月, '22年. Not: 民国22年3月, 共22年3月, 22年3个月.
void short_year(const Stretch& text, size_t i, Findings& out) {
  if (!is_digit(text.at(i)) || is_latin(text.before(i)) || digits_from(text, i) != i + 2 || text.at(i + 2) != U'年')
    return;
  size_t begin = i;
  const char32_t before = text.before(i);
  if (one_of(before, U"'’‘") && i > 0) {
    begin = i - 1;
    if (begin > 0 && !one_of(text.before(begin), U" ，。、；：（(“")) return;
    // A sentence in quotation marks that begins so.
    if (before == U'‘' && text.text.find(U'’', i) != std::u32string::npos) return;
    if (before == U'\'' && text.text.find(U'\'', i) != std::u32string::npos) return;
  } else if (!is_month(text, i + 3) || (i > 0 && !one_of(before, U"，。、；：（(于自从至到以和与及“【"))) {
    return;
  }
  // The reigns and the first century: 永乐，22年3月 stands alone seldom, but it stands among its like.
  for (const std::u32string_view era : {U"公元", U"民国", U"昭和", U"大正", U"明治", U"平成", U"令和", U"民國"}) {
    if (text.text.find(era) != std::u32string::npos) return;
  }
  const std::u32string right = (text.at(i) <= U'3' ? U"20" : U"19") + text.text.substr(i, 3);
  report(out, text, "proof.n01", begin, i + 3, {text.words(begin, i + 3), base::to_utf8(right)});
}

// 3月十五日, 十月15日. Lunar days have no digits, and 初.
void mixture(const Stretch& text, size_t i, Findings& out) {
  if (text.at(i) != U'月' || i == 0) return;
  const size_t digits = digits_from(text, i + 1);
  const size_t numerals = numerals_from(text, i + 1);
  size_t begin = i;
  const bool day_in_digits = digits > i + 1 && digits <= i + 3 && text.at(digits) == U'日';
  const bool day_in_words = numerals > i + 1 && numerals <= i + 4 && text.at(numerals) == U'日';
  if (day_in_digits && one_of(text.before(i), kNumerals)) {
    while (begin > 0 && one_of(text.before(begin), kNumerals)) --begin;
    if (i - begin > 2 || one_of(text.before(begin), U"历曆个")) return;
    report(out, text, "proof.n01", begin, digits + 1,
           {text.words(begin, digits + 1), "one kind of numeral throughout"});
  } else if (day_in_words && is_digit(text.before(i))) {
    while (begin > 0 && is_digit(text.before(begin))) --begin;
    if (i - begin > 2) return;
    report(out, text, "proof.n01", begin, numerals + 1,
           {text.words(begin, numerals + 1), "one kind of numeral throughout"});
  }
}

constexpr std::u32string_view kFalseDigits = U"OolO〇○";
constexpr std::u32string_view kCounted = U"年月日人个名元岁万亿倍％%";

// 2O22年, l5日, 2〇22年: letters and circles for digits.
void false_digits(const Stretch& text, size_t i, Findings& out) {
  const auto part = [&](size_t at) {
    return at < text.text.size() && (is_digit(text.at(at)) || one_of(text.at(at), kFalseDigits));
  };
  if (!part(i) || is_latin(text.before(i)) || (i > 0 && (part(i - 1) || one_of(text.before(i), U".-/_·:：")))) return;
  size_t end = i;
  size_t real = 0;
  std::u32string right;
  for (; part(end); ++end) {
    const char32_t c = text.at(end);
    real += is_digit(c) ? 1 : 0;
    right += is_digit(c) ? c : c == U'l' ? U'1' : U'0';
  }
  const size_t length = end - i;
  if (real == 0 || real == length || length > 8 || right.front() == U'0') return;
  const char32_t unit = text.at(end);
  if (!one_of(unit, kCounted)) return;
  // 5l is a measure, O2 oxygen, 1〇 a list's number.
  if (!one_of(unit, U"年月日") && (text.at(end - 1) == U'l' || length < 3)) return;
  if (unit == U'年' && length != 4) return;
  report(out, text, "proof.c03", i, end, {text.words(i, end), base::to_utf8(right)}, base::to_utf8(right));
}

}  // namespace

void check_years(const Stretch& text, Findings& out) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    short_year(text, i, out);
    mixture(text, i, out);
    false_digits(text, i, out);
  }
}

}  // namespace huozi::proof
