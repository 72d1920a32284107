#include "parse/manifest_codes.h"

#include <algorithm>
#include <string>
#include <vector>

namespace huozi::parse {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool all(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

// RFC 5646 §2.1.1: scripts are written in title case, regions in capitals, everything else in lower case.
std::string usual_case(std::string_view part, bool first, bool after_singleton) {
  std::string out(part);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  if (first || after_singleton || !all(part, is_letter)) return out;
  if (part.size() == 2) std::transform(out.begin(), out.end(), out.begin(), to_upper);
  if (part.size() == 4) out[0] = to_upper(out[0]);
  return out;
}

}  // namespace

std::optional<std::string> language_tag(std::string_view text) {
  std::string out;
  bool first = true, singleton = false;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('-', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const bool shaped = !part.empty() && part.size() <= 8 &&
                        all(part, [](char c) { return is_letter(c) || is_digit(c); }) &&
                        (!first || (part.size() >= 2 && all(part, is_letter)));
    if (!shaped || (end == text.size() && part.size() == 1)) return std::nullopt;
    if (!first) out += '-';
    out += usual_case(part, first, singleton);
    singleton = singleton || part.size() == 1;
    first = false;
    at = end + 1;
  }
  return out;
}

std::optional<Isbn> read_isbn(std::string_view text) {
  Isbn isbn;
  for (const char c : text) {
    if (is_digit(c)) {
      isbn.digits += c;
    } else if (c != '-' && c != ' ') {
      return std::nullopt;
    }
  }
  if (isbn.digits.size() != 13 || !(isbn.digits.starts_with("978") || isbn.digits.starts_with("979"))) {
    return std::nullopt;
  }
  int sum = 0;
  for (size_t i = 0; i < 12; ++i) sum += (isbn.digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  isbn.check_digit = static_cast<char>('0' + (10 - sum % 10) % 10);
  return isbn;
}

std::optional<SheetFormatCode> read_sheet_format(std::string_view text) {
  std::vector<int> numbers;
  std::string between;  // what stands between the figures, without blanks and units
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end > at) {
      if (end - at > 5) return std::nullopt;
      numbers.push_back(std::stoi(std::string(text.substr(at, end - at))));
      between += 'n';
      at = end;
      continue;
    }
    bool known = false;
    for (const std::string_view sign : {"毫米", "mm", " ", "　", "，", ","}) {
      if (!text.substr(at).starts_with(sign)) continue;
      at += sign.size();
      known = true;
      break;
    }
    for (const std::string_view sign : {"×", "x", "X", "*"}) {
      if (known || !text.substr(at).starts_with(sign)) continue;
      between += 'x';
      at += sign.size();
      known = true;
    }
    if (!known && text[at] == '/') {
      between += '/';
      ++at;
      known = true;
    }
    if (!known) return std::nullopt;
  }
  if (between != "nxnn/n" || numbers[2] != 1) return std::nullopt;
  const auto shaped = [](int value, int least, int most) { return value >= least && value <= most; };
  if (!shaped(numbers[0], 200, 3000) || !shaped(numbers[1], 200, 3000) || !shaped(numbers[3], 2, 256)) {
    return std::nullopt;
  }
  return SheetFormatCode{numbers[0], numbers[1], numbers[3]};
}

bool is_relator_code(std::string_view text) {
  return text.size() == 3 && all(text, is_lower);
}

bool is_inside_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\0') != std::string_view::npos) return false;
  int depth = 0;
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    if (name == "..") {
      if (--depth < 0) return false;
    } else if (!name.empty() && name != ".") {
      ++depth;
    }
    at = end + 1;
  }
  return true;
}

}  // namespace huozi::parse
