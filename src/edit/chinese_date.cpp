#include "edit/chinese_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"

namespace huozi::edit {
namespace {

using Items = std::vector<base::CodePoints::Item>;

int ascii_digit(char32_t cp) {
  if (cp >= U'0' && cp <= U'9') return static_cast<int>(cp - U'0');
  if (cp >= U'\uff10' && cp <= U'\uff19') return static_cast<int>(cp - U'\uff10');
  return -1;
}

// 〇 is often typed ○ or O in scraped text; only the ideographs proper are read.
int ideographic_digit(char32_t cp) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  const size_t found = kDigits.find(cp);
  if (cp == U'零') return 0;
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

bool is_digit(char32_t cp) {
  return ascii_digit(cp) >= 0 || ideographic_digit(cp) >= 0;
}

struct Reader {
  const Items& items;
  size_t at;

  char32_t peek() const { return at < items.size() ? items[at].code_point : 0; }
  bool take(char32_t cp) {
    if (peek() != cp) return false;
    ++at;
    return true;
  }

  // Four digits.
  std::optional<int> year() {
    int value = 0;
    for (int i = 0; i < 4; ++i, ++at) {
      const char32_t cp = peek();
      const int digit = std::max(ascii_digit(cp), ideographic_digit(cp));
      if (digit < 0) return std::nullopt;
      value = value * 10 + digit;
    }
    return value;
  }

  // 1 to 99: 7, 07, 七, 十, 十一, 二十, 二十一.
  std::optional<int> small_number() {
    if (ascii_digit(peek()) >= 0) {
      int value = 0;
      for (int i = 0; i < 2 && ascii_digit(peek()) >= 0; ++i, ++at) value = value * 10 + ascii_digit(peek());
      return value;
    }
    int tens = 0;
    int ones = ideographic_digit(peek());
    if (ones >= 0) ++at;
    if (take(U'十')) {
      tens = ones < 0 ? 1 : ones;
      ones = ideographic_digit(peek());
      if (ones >= 0) {
        ++at;
      } else {
        ones = 0;
      }
    }
    if (ones < 0) return std::nullopt;
    return tens * 10 + ones;
  }
};

bool is_valid(int year, int month, int day) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[static_cast<size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<DateMatch> date_at(const Items& items, size_t start) {
  Reader reader{items, start};
  const std::optional<int> year = reader.year();
  if (!year || *year == 0 || !reader.take(U'年')) return std::nullopt;
  const auto match = [&](size_t end, std::string iso) {
    const auto last = items[end - 1];
    return DateMatch{items[start].offset, last.offset + last.length, std::move(iso)};
  };
  const size_t after_year = reader.at;
  const std::optional<int> month = reader.small_number();
  if (!month || !reader.take(U'月')) {
    constexpr std::u32string_view kStops = U"，。、；）)》,;";
    const bool alone = after_year == items.size() || kStops.find(items[after_year].code_point) != kStops.npos;
    if (!alone) return std::nullopt;
    return match(after_year, fmt::format("{:04}", *year));
  }
  const size_t after_month = reader.at;
  const std::optional<int> day = reader.small_number();
  if (day && (reader.take(U'日') || reader.take(U'号'))) {
    if (!is_valid(*year, *month, *day)) return std::nullopt;
    return match(reader.at, fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
  }
  if (!is_valid(*year, *month, 1)) return std::nullopt;
  return match(after_month, fmt::format("{:04}-{:02}", *year, *month));
}

std::vector<DateMatch> all_dates(std::string_view text) {
  Items items;
  for (const auto item : base::CodePoints(text)) items.push_back(item);
  std::vector<DateMatch> found;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!is_digit(items[i].code_point) || (i > 0 && is_digit(items[i - 1].code_point))) continue;
    if (auto match = date_at(items, i)) found.push_back(std::move(*match));
  }
  return found;
}

}  // namespace

std::optional<DateMatch> find_date(std::string_view text) {
  std::vector<DateMatch> found = all_dates(text);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::optional<DateMatch> find_last_date(std::string_view text) {
  std::vector<DateMatch> found = all_dates(text);
  if (found.empty()) return std::nullopt;
  return std::move(found.back());
}

}  // namespace huozi::edit
