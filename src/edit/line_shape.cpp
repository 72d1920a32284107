#include "edit/line_shape.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "edit/chinese_date.h"

namespace huozi::edit {
namespace {

constexpr size_t kShortestRunningText = 20;
constexpr size_t kLongestCredit = 40;

bool is_dash(char32_t cp) {
  return is_one_of(cp, U"\u2014\u2015\u2500\u2e3a");
}

}  // namespace

bool is_one_of(char32_t cp, std::u32string_view set) {
  return set.find(cp) != std::u32string_view::npos;
}

bool is_blank(char32_t cp) {
  return cp == U' ' || cp == U'\t' || cp == U'\n' || cp == U'\r' || cp == U'\u00a0' || cp == U'\u3000' ||
         (cp >= U'\u2000' && cp <= U'\u200b') || cp == U'\ufeff';
}

bool is_han(char32_t cp) {
  return u_hasBinaryProperty(static_cast<UChar32>(cp), UCHAR_IDEOGRAPHIC) != 0;
}

std::string_view trimmed(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    const base::Decoded first = base::decode_utf8(text, begin);
    if (!is_blank(first.code_point)) break;
    begin += first.length;
  }
  if (begin == text.size()) return text.substr(0, 0);
  size_t end = text.size();
  while (end > begin) {
    size_t last = end - 1;
    while (last > begin && end - last < 4 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    const base::Decoded decoded = base::decode_utf8(text, last);
    if (last + decoded.length != end || !is_blank(decoded.code_point)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

size_t character_count(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool contains_any(std::string_view text, std::u32string_view characters) {
  for (const auto item : base::CodePoints(text)) {
    if (is_one_of(item.code_point, characters)) return true;
  }
  return false;
}

bool has_han(std::string_view text) {
  for (const auto item : base::CodePoints(text)) {
    if (is_han(item.code_point)) return true;
  }
  return false;
}

char32_t last_mark(std::string_view text) {
  char32_t last = 0;
  for (const auto item : base::CodePoints(text)) {
    if (!is_blank(item.code_point) && !is_one_of(item.code_point, U"”’」』）》〉】〕］)]\"'")) last = item.code_point;
  }
  return last;
}

bool ends_sentence(std::string_view text) {
  return is_one_of(last_mark(text), U"。！？…；.!?;");
}

bool is_running_text(std::string_view text) {
  return ends_sentence(text) && character_count(trimmed(text)) >= kShortestRunningText;
}

bool announces(std::string_view text) {
  return is_one_of(last_mark(text), U"：:");
}

size_t dash_length(std::string_view text) {
  size_t dashes = 0;
  size_t length = 0;
  for (const auto item : base::CodePoints(text)) {
    if (is_dash(item.code_point)) {
      dashes += item.code_point == U'\u2e3a' ? 2 : 1;
    } else if (!is_blank(item.code_point)) {
      break;
    }
    length = item.offset + item.length;
  }
  return dashes >= 2 ? length : 0;
}

bool is_credit_or_date(std::string_view text) {
  const std::string_view line = trimmed(text);
  if (character_count(line) > kLongestCredit) return false;
  constexpr std::array<std::string_view, 18> kWords = {"记者", "通讯员", "责任编辑", "责编",   "编辑/",    "文/",
                                                       "图/",  "文|",    "图源",     "图自",   "图片来源", "来源",
                                                       "供图", "版权",   "授权",     "公众号", "转载",     "作者"};
  if (std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return contains(line, word); })) {
    return true;
  }
  // A date alone, or at the end of a signature.
  const std::optional<DateMatch> date = find_last_date(line);
  return date && date->end == line.size();
}

bool is_enclosed(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kPairs = {
      {{"（", "）"}, {"“", "”"}, {"【", "】"}, {"「", "」"}, {"(", ")"}, {"[", "]"}, {"\"", "\""}}};
  const std::string_view line = trimmed(text);
  return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
    if (line.size() <= pair.first.size() || !line.starts_with(pair.first) || !line.ends_with(pair.second)) return false;
    return line.find(pair.second, pair.first.size()) == line.size() - pair.second.size();
  });
}

}  // namespace huozi::edit
