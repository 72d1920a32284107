// P05 ranges, 2022-2025年 and 10-20人, and P04 a dash between two numbers. A stroke for times, a tilde for amounts
// (GB/T 15834-2011 4.13, GB/T 15835-2011). Only where the unit says which of the two it is.
#include <array>
#include <optional>

#include "base/utf8.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

struct Number {
  size_t begin = 0;
  size_t end = 0;
  double value = 0;
  size_t digits = 0;  // before the point
  bool whole = true;
};

constexpr size_t kLongest = 9;

// From `begin` on: digits, perhaps a point and more.
std::optional<Number> number_at(const Stretch& text, size_t begin) {
  Number out{begin, begin, 0, 0, true};
  for (; is_digit(text.at(out.end)) && out.digits <= kLongest; ++out.end, ++out.digits) {
    out.value = out.value * 10 + static_cast<double>(text.at(out.end) - U'0');
  }
  if (out.digits == 0 || out.digits > kLongest) return std::nullopt;
  if (text.at(out.end) != U'.' || !is_digit(text.at(out.end + 1))) return out;
  out.whole = false;
  double part = 0.1;
  for (++out.end; is_digit(text.at(out.end)) && out.end - begin <= 2 * kLongest; ++out.end, part /= 10) {
    out.value += part * static_cast<double>(text.at(out.end) - U'0');
  }
  return out;
}

// What ends before `end`.
std::optional<Number> number_before(const Stretch& text, size_t end) {
  size_t begin = end;
  while (begin > 0 && end - begin <= 2 * kLongest &&
         (is_digit(text.at(begin - 1)) || (text.at(begin - 1) == U'.' && begin < end))) {
    --begin;
  }
  const auto out = begin < end ? number_at(text, begin) : std::nullopt;
  return out && out->end == end ? out : std::nullopt;
}

// A range as it is written: two numbers, what stands behind each, and the sign between them.
struct Range {
  Number from;
  Number to;
  char32_t unit = kNothing;  // behind the first number
  size_t sign = 0;
  size_t sign_end = 0;
};

// A number that is part of something longer, a date or a name of a model, is no end of a range.
bool stands_free(const Stretch& text, size_t begin) {
  const char32_t before = text.before(begin);
  return !is_latin(before) && !one_of(before, U"-–—―~～./:_#@&+=\\*×一,$图表式例章节篇卷题附");
}

std::optional<Range> range_at(const Stretch& text, size_t sign, size_t sign_end) {
  Range out;
  out.sign = sign;
  out.sign_end = sign_end;
  const auto to = number_at(text, sign_end);
  if (!to || sign == 0) return std::nullopt;
  size_t end = sign;
  if (!is_digit(text.before(sign))) {
    out.unit = text.before(sign);
    --end;
  }
  const auto from = number_before(text, end);
  if (!from) return std::nullopt;
  out.from = *from;
  out.to = *to;
  return out;
}

void say(const Stretch& text, std::string_view rule, size_t begin, size_t end, const std::string& right,
         Findings& out) {
  report(out, text, rule, begin, end, {text.words(begin, end), right}, right);
}

struct Said {
  size_t end;           // of what is reported
  std::u32string sign;  // what belongs there, with the unit the first number lacks
};

bool is_year(const Number& number) {
  return number.whole && number.digits == 4 && number.value >= 1000 && number.value <= 2100;
}

bool after_han(const Stretch& text, size_t i) {
  return is_han(text.before(i)) || one_of(text.before(i), U"”》");
}

// 2022-2025年, 2022年-2025年, 3月1日-5日, 3-5月, （1900-1950）
std::optional<Said> time(const Stretch& text, const Range& range) {
  constexpr std::u32string_view kUnits = U"时日月年";
  constexpr double kLife = 150;
  const Said said{range.to.end + 1, U"—"};
  const char32_t unit = text.at(range.to.end);
  const char32_t before = text.before(range.from.begin);
  if (!range.from.whole || !range.to.whole) return std::nullopt;
  if (range.unit != kNothing) {
    const size_t first = kUnits.find(range.unit);
    const size_t second = kUnits.find(unit);
    const bool rises = range.unit != U'年' || (is_year(range.from) && is_year(range.to));
    if (first == kUnits.npos || second == kUnits.npos || second < first || !rises) return std::nullopt;
    return said;
  }
  if (range.from.value >= range.to.value) return std::nullopt;
  if (is_year(range.from) && is_year(range.to)) {
    if (unit == U'年') return said;
    if (text.text.compare(range.to.end, 2, U"学年") == 0 || text.text.compare(range.to.end, 2, U"赛季") == 0) {
      return Said{range.to.end + 2, U"—"};
    }
    const bool bracketed =
        (before == U'（' && unit == U'）') || (before == U'(' && unit == U')' && after_han(text, range.from.begin - 1));
    if (bracketed && range.to.value - range.from.value <= kLife) return Said{range.to.end, U"—"};
    return std::nullopt;
  }
  const bool months = unit == U'月' && range.to.value <= 12;
  const bool days = unit == U'日' && before == U'月' && range.to.value <= 31;
  return months || days ? std::optional(said) : std::nullopt;
}

// 10-20%, 10%-20%: both numbers bear the sign.
std::optional<Said> percent(const Stretch& text, const Range& range) {
  const char32_t unit = text.at(range.to.end);
  if (!one_of(unit, U"%‰") || (range.unit != kNothing && range.unit != unit)) return std::nullopt;
  if (range.from.value >= range.to.value) return std::nullopt;
  // A stroke between two amounts is no slip.
  const char32_t written = text.at(range.sign);
  std::u32string sign(1, written == U'—' && range.sign_end == range.sign + 1 ? written : U'～');
  if (range.unit == kNothing) sign.insert(0, 1, unit);
  return Said{range.to.end + 1, sign};
}

// 10-20人. 3-2号楼, 3-2班 and 第3-5名 are something else.
std::optional<Said> amount(const Stretch& text, const Range& range) {
  constexpr std::array<std::u32string_view, 44> kUnits = {
      U"个",   U"人",   U"名",   U"位",   U"天",   U"岁",   U"元",   U"倍",   U"次",   U"种",   U"项",
      U"只",   U"台",   U"辆",   U"件",   U"本",   U"棵",   U"杯",   U"遍",   U"折",   U"米",   U"克",
      U"吨",   U"升",   U"秒",   U"度",   U"亩",   U"周",   U"年",   U"公里", U"千米", U"厘米", U"毫米",
      U"公斤", U"千克", U"毫升", U"小时", U"分钟", U"平方", U"立方", U"℃",    U"kg",   U"km",   U"cm"};
  if (range.unit != kNothing || range.from.value >= range.to.value || one_of(text.before(range.from.begin), U"第\n")) {
    return std::nullopt;
  }
  if (range.from.begin == 0) return std::nullopt;  // 1-2人物 numbers a section
  const size_t at = range.to.end;
  for (const std::u32string_view unit : kUnits) {
    if (text.text.compare(at, unit.size(), unit) != 0) continue;
    if (is_latin(unit.front()) && is_latin(text.at(at + unit.size()))) continue;
    const bool years = unit == U"年";
    if (years && (range.to.value > 100 || one_of(text.at(at + 1), U"级級代款版"))) return std::nullopt;
    if (unit == U"人" && one_of(text.at(at + 1), U"口均类物民才")) return std::nullopt;
    if (unit == U"本" && one_of(text.at(at + 1), U"科章节")) return std::nullopt;
    return Said{at + unit.size(), U"～"};
  }
  return std::nullopt;
}

void numbers(const Stretch& text, size_t i, size_t sign_end, std::string_view rule, Findings& out) {
  const auto range = range_at(text, i, sign_end);
  if (!range || !stands_free(text, range->from.begin)) return;
  std::optional<Said> said = percent(text, *range);
  const bool right_sign = sign_end == i + 1 && one_of(text.at(i), U"～—");
  if (!said && !right_sign) said = time(text, *range);
  if (!said && !right_sign) said = amount(text, *range);
  if (!said) return;
  if (text.words(i, sign_end) == base::to_utf8(said->sign)) return;  // 10%～20%
  const std::string right =
      text.words(range->from.begin, i) + base::to_utf8(said->sign) + text.words(sign_end, said->end);
  say(text, rule, range->from.begin, said->end, right, out);
}

// 9:00-17:00
bool clock(const Stretch& text, size_t i, Findings& out) {
  const auto digits = [&](size_t at) { return is_digit(text.at(at)) && is_digit(text.at(at + 1)); };
  const auto colon = [&](size_t at) { return one_of(text.at(at), U":："); };
  if (i < 4 || !digits(i - 2) || !colon(i - 3)) return false;
  const auto from = number_before(text, i - 3);
  const auto to = number_at(text, i + 1);
  if (!from || !to || from->value > 24 || to->value > 24 || !from->whole || !to->whole) return false;
  if (!colon(to->end) || !digits(to->end + 1) || is_digit(text.at(to->end + 3)) || colon(to->end + 3)) return false;
  if (!stands_free(text, from->begin) || text.at(i - 2) > U'5' || text.at(to->end + 1) > U'5') return false;
  const size_t end = to->end + 3;
  const std::string right = text.words(from->begin, i) + "—" + text.words(i + 1, end);
  say(text, "proof.p05", from->begin, end, right, out);
  return true;
}

// 周一-周五, 星期一-星期五
bool weekdays(const Stretch& text, size_t i, Findings& out) {
  constexpr std::u32string_view kDays = U"一二三四五六日天";
  for (const std::u32string_view word : {U"周", U"星期"}) {
    const size_t length = word.size() + 1;
    if (i < length || text.text.compare(i - length, length - 1, word) != 0) continue;
    if (text.text.compare(i + 1, length - 1, word) != 0) continue;
    if (!one_of(text.before(i), kDays) || !one_of(text.at(i + length), kDays)) continue;
    const size_t end = i + 1 + length;
    say(text, "proof.p05", i - length, end, text.words(i - length, i) + "—" + text.words(i + 1, end), out);
    return true;
  }
  return false;
}

// Where a day written 1916.6.10 ends that begins here; `begin` itself: there is none.
size_t day_end(const Stretch& text, size_t begin) {
  const auto year = number_at(text, begin);
  if (!year || year->digits != 4) return begin;
  size_t end = begin + 4;
  for (int part = 0; part < 2; ++part) {
    if (text.at(end) != U'.' || !is_digit(text.at(end + 1))) return begin;
    end += is_digit(text.at(end + 2)) ? 3 : 2;
  }
  return is_digit(text.at(end)) || text.at(end) == U'.' ? begin : end;
}

// （1916.6.10-2006.6.15）
bool days_of_a_life(const Stretch& text, size_t i, Findings& out) {
  constexpr size_t kShortest = 8;  // 1916.6.1
  constexpr size_t kLongestDay = 10;
  const size_t end = day_end(text, i + 1);
  if (end == i + 1 || !one_of(text.at(end), U"）)")) return false;
  for (size_t length = kShortest; length <= kLongestDay && length < i; ++length) {
    const size_t begin = i - length;
    if (day_end(text, begin) != i || !one_of(text.before(begin), U"（(")) continue;
    say(text, "proof.p05", begin, end, text.words(begin, i) + "—" + text.words(i + 1, end), out);
    return true;
  }
  return false;
}

}  // namespace

void check_ranges(const Stretch& text, Findings& out) {
  constexpr std::u32string_view kSigns = U"-~～—";
  for (size_t i = 0; i < text.text.size(); ++i) {
    const char32_t c = text.at(i);
    const bool doubled = one_of(c, U"—-") && text.at(i + 1) == c;
    if (one_of(text.before(i), kSigns)) continue;
    if (doubled || c == U'一') {
      numbers(text, i, doubled ? i + 2 : i + 1, "proof.p04", out);
    } else if (one_of(c, kSigns)) {
      if (c == U'-' && (clock(text, i, out) || weekdays(text, i, out) || days_of_a_life(text, i, out))) continue;
      numbers(text, i, i + 1, "proof.p05", out);
    }
  }
}

}  // namespace huozi::proof
