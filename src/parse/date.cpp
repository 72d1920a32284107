#include "parse/date.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/ascii.h"

namespace huozi::parse {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
using base::lower;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Reads from the front of a text; every step says whether it could.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool literal(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool number(size_t least, size_t most, int& value) {
    size_t count = 0;
    value = 0;
    while (count < rest_.size() && count < most && is_digit(rest_[count])) value = value * 10 + (rest_[count++] - '0');
    if (count < least || (count < rest_.size() && is_digit(rest_[count]))) return false;
    rest_.remove_prefix(count);
    return true;
  }
  // English month names, shortened or whole, in any case.
  bool month(int& value) {
    size_t length = 0;
    while (length < rest_.size() && lower(rest_[length]) >= 'a' && lower(rest_[length]) <= 'z') ++length;
    for (size_t i = 0; length >= 3 && i < kMonths.size(); ++i) {
      const std::array<char, 3> name = {lower(rest_[0]), lower(rest_[1]), lower(rest_[2])};
      if (std::string_view(name.data(), name.size()) != kMonths[i]) continue;
      value = static_cast<int>(i) + 1;
      rest_.remove_prefix(length);
      return true;
    }
    return false;
  }
  bool blanks() {
    const size_t before = rest_.size();
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t')) rest_.remove_prefix(1);
    return rest_.size() != before;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

int days_in(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<std::string> checked(int year, int month, int day) {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

// A time begins with two digits and a colon; its zone and fractions do not matter here.
bool time_follows(Scanner scan) {
  int hour = 0;
  return scan.number(1, 2, hour) && hour < 25 && scan.literal(":");
}

std::optional<std::string> iso(std::string_view text) {
  Scanner scan(text);
  int year = 0, month = 0, day = 0;
  if (!scan.number(4, 4, year) || !scan.literal("-") || !scan.number(2, 2, month) || !scan.literal("-") ||
      !scan.number(2, 2, day)) {
    return std::nullopt;
  }
  if (!scan.rest().empty()) {
    const bool separated = scan.literal("T") || scan.literal("t") || scan.blanks();
    if (!separated || !time_follows(scan)) return std::nullopt;
  }
  return checked(year, month, day);
}

// RFC 822 §5.1, with the four-digit year of RFC 1123.
std::optional<std::string> rfc822(std::string_view text) {
  if (const auto comma = text.find(','); comma != std::string_view::npos) text = trim(text.substr(comma + 1));
  Scanner scan(text);
  int year = 0, month = 0, day = 0;
  if (!scan.number(1, 2, day) || !scan.blanks() || !scan.month(month) || !scan.blanks() || !scan.number(4, 4, year)) {
    return std::nullopt;
  }
  if (!scan.rest().empty() && !(scan.blanks() && time_follows(scan))) return std::nullopt;
  return checked(year, month, day);
}

std::optional<std::string> chinese(std::string_view text) {
  Scanner scan(text);
  int year = 0, month = 0, day = 0;
  if (!scan.number(4, 4, year) || !scan.literal("年") || !scan.number(1, 2, month) || !scan.literal("月") ||
      !scan.number(1, 2, day) || !scan.literal("日")) {
    return std::nullopt;
  }
  scan.blanks();
  if (!scan.rest().empty() && !time_follows(scan)) return std::nullopt;
  return checked(year, month, day);
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
  text = trim(text);
  for (const auto form : {iso, rfc822, chinese}) {
    if (auto date = form(text)) return date;
  }
  return std::nullopt;
}

std::optional<int64_t> parse_epoch(std::string_view text) {
  constexpr int64_t kEndOf9999 = 253'402'300'799;
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool all = error == std::errc() && end == text.data() + text.size() && text.front() != '-';
  return all && seconds <= kEndOf9999 ? std::optional(seconds) : std::nullopt;
}

bool is_iso_date(std::string_view text) {
  return text.size() == 10 && iso(text).has_value();
}

}  // namespace huozi::parse
