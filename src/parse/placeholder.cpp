// Facts that stand for ones to come.
#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "parse/manifest_codes.h"

namespace huozi::parse {
namespace {

bool one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

// Signs that nobody writes twice in a row but for what is missing. Not 〇 and ○: 二〇〇〇年.
constexpr std::u32string_view kSigns = U"Xx×Ｘｘ＊*？?_＿□■";
// Where figures belong.
constexpr std::u32string_view kAfterFigures = U"年月日号元版次册千";

bool is_letter(char32_t c) {
  return is_latin(c) || c >= 0x3400;  // ideographs; marks of Chinese text stand below and at the full-width forms
}

bool stands_for_more(std::string_view text, bool cip) {
  for (const std::string_view word : {"待定", "待补", "待填", "待核", "TODO", "TBD"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  std::vector<char32_t> c;
  for (const auto each : base::CodePoints(text)) {
    if (each.code_point != U' ') c.push_back(each.code_point);
  }
  size_t before_dots = c.size();
  while (before_dots > 0 && c[before_dots - 1] == U'…') --before_dots;
  const bool after_word = before_dots > 0 && is_letter(c[before_dots - 1]) && c[before_dots - 1] < 0xFF00;
  if (before_dots < c.size() && !(cip && after_word)) return true;
  for (size_t i = 0; i < c.size(); ++i) {
    if (!one_of(c[i], kSigns)) continue;
    const char32_t before = i > 0 ? c[i - 1] : U' ';
    const char32_t next = i + 1 < c.size() ? c[i + 1] : U' ';
    if (one_of(next, kAfterFigures)) return true;
    if (next != c[i]) continue;
    const char32_t after = i + 2 < c.size() ? c[i + 2] : U' ';
    const bool in_word = is_latin(c[i]) && (is_latin(before) || (is_latin(after) && after != c[i]));
    if (!in_word) return true;
  }
  return false;
}

}  // namespace

bool is_placeholder(std::string_view text) {
  return stands_for_more(text, false);
}

bool is_cip_placeholder(std::string_view line) {
  return stands_for_more(line, true);
}

}  // namespace huozi::parse
