#include <chrono>
#include <optional>

#include "base/utf8.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

// The number of at most `longest` digits that ends before `end`; `end` is moved to its beginning.
std::optional<unsigned> number_before(const Stretch& text, size_t& end, size_t longest) {
  size_t begin = end;
  while (begin > 0 && is_digit(text.at(begin - 1)) && end - begin <= longest) --begin;
  if (begin == end || end - begin > longest) return std::nullopt;
  unsigned value = 0;
  for (size_t i = begin; i < end; ++i) value = value * 10 + static_cast<unsigned>(text.at(i) - U'0');
  end = begin;
  return value;
}

// 星期三, also in brackets, right behind a day: 0 is Sunday.
std::optional<unsigned> weekday_at(const Stretch& text, size_t i) {
  if (one_of(text.at(i), U"（( ") && i < text.text.size()) ++i;
  if (text.at(i) != U'星' || text.at(i + 1) != U'期') return std::nullopt;
  const char32_t day = text.at(i + 2);
  if (day == U'天') return 0;
  const size_t found = std::u32string_view(U"日一二三四五六").find(day);
  return found == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(found));
}

void check_day(const Stretch& text, size_t at, Findings& out) {
  namespace ch = std::chrono;
  constexpr unsigned kLeapYear = 2000;
  size_t begin = at;
  const auto day = number_before(text, begin, 2);
  if (!day || text.before(begin) != U'月') return;
  --begin;
  const auto month = number_before(text, begin, 2);
  if (!month) return;
  std::optional<unsigned> year;
  if (text.before(begin) == U'年') {
    size_t from = begin - 1;
    year = number_before(text, from, 4);
    if (!year || *year < 1000) return;
    begin = from;
  }
  if (begin > 0 && one_of(text.before(begin), U"历曆.-/")) return;  // 农历2月30日
  const ch::year_month_day date{ch::year(static_cast<int>(year.value_or(kLeapYear))), ch::month(*month), ch::day(*day)};
  const std::string words = text.words(begin, at + 1);
  if (!date.ok()) {
    report(out, text, "proof.s03", begin, at + 1, {words, "no calendar has this day"});
    return;
  }
  const auto written = year ? weekday_at(text, at + 1) : std::nullopt;
  const unsigned real = ch::weekday(ch::sys_days(date)).c_encoding();
  if (!written || *written == real) return;
  const std::u32string right = U"星期" + std::u32string(1, std::u32string_view(U"日一二三四五六")[real]);
  report(out, text, "proof.s03", begin, at + 1, {words, "this day is " + base::to_utf8(right)});
}

}  // namespace

void check_dates(const Stretch& text, Findings& out) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    if (text.at(i) == U'日') check_day(text, i, out);
  }
}

}  // namespace huozi::proof
