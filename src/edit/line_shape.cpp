#include "edit/line_shape.h"

#include <algorithm>
#include <array>
#include <cstring>

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
  if (cp >= 0x4E00 && cp <= 0x9FFF) return true;                    // nearly all that are asked about,
  if (cp < 0x3006 || (cp >= 0xFB00 && cp <= 0xFFFF)) return false;  // and nearly all others
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
  // Bytes that continue a character are left out: eight at a time, a sum for each of the eight.
  constexpr uint64_t kOnes = 0x0101010101010101;
  size_t continuing = 0, at = 0;
  while (text.size() - at >= 8) {
    const size_t words = std::min<size_t>((text.size() - at) / 8, 255);
    uint64_t sums = 0;
    for (size_t i = 0; i < words; ++i, at += 8) {
      uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      sums += word >> 7 & ~(word >> 6) & kOnes;
    }
    for (; sums != 0; sums >>= 8) continuing += sums & 0xFF;
  }
  for (; at < text.size(); ++at) continuing += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 ? 1 : 0;
  return text.size() - continuing;
}

bool contains(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  // By the part's last byte: the first of a Chinese character is that of every third one.
  const size_t before = part.size() - 1;
  for (size_t at = before; at < text.size(); ++at) {
    at = text.find(part.back(), at);
    if (at == std::string_view::npos) return false;
    if (std::memcmp(text.data() + at - before, part.data(), before) == 0) return true;
  }
  return false;
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
  for (size_t end = text.size(); end > 0;) {
    size_t begin = end - 1;
    while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    base::Decoded last = base::decode_utf8(text, begin);
    if (begin + last.length != end) {  // an ill-formed byte
      begin = end - 1;
      last = {};
    }
    const char32_t cp = last.code_point;
    if (!is_blank(cp) && !is_one_of(cp, U"”’」』）》〉】〕］)]\"'")) return cp;
    end = begin;
  }
  return 0;
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
