#include "parse/markdown_citations.h"

#include <optional>
#include <string>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace huozi::parse {

using document::CitedKey;

namespace {

constexpr size_t kLongest = 1000;  // bytes of all
constexpr size_t kLongestKey = 200;
constexpr size_t kMostKeys = 50;

bool is_letter(char32_t c) {
  return c == '_' || u_isalnum(static_cast<UChar32>(c)) != 0;
}
bool is_blank(char32_t c) {
  return c == ' ' || c == '\n' || c == 0xA0 || c == 0x3000;
}
bool is_han(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0;
}

std::string trimmed(std::string_view text) {
  size_t begin = text.size(), end = 0;
  for (const auto item : base::CodePoints(text)) {
    if (is_blank(item.code_point)) continue;
    begin = std::min<size_t>(begin, item.offset);
    end = item.offset + item.length;
  }
  std::string out(begin < end ? text.substr(begin, end - begin) : std::string_view());
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return out;
}

// Bytes of the key at the text's beginning; 0: there is none.
size_t key_length(std::string_view text) {
  size_t length = 0;
  bool ascii = true;
  for (const auto item : base::CodePoints(text)) {
    const char32_t c = item.code_point;
    if (item.offset == 0) ascii = c < 0x80;
    if (is_letter(c) && (c < 0x80 || !ascii)) {
      length = item.offset + item.length;
    } else if (item.offset == 0 || c >= 0x80 ||
               std::string_view(":.#$%&-+?<>~/").find(static_cast<char>(c)) == std::string_view::npos) {
      break;
    } else if (length < item.offset) {
      break;  // two marks in a row end it
    }
  }
  return length;
}

// [begin, end) of `words`, the part's own bytes.
std::optional<CitedKey> read_part(std::string_view words, size_t begin, size_t end) {
  const std::string_view part = words.substr(begin, end - begin);
  char32_t before = ' ';
  for (const auto item : base::CodePoints(part)) {
    std::string_view rest = part.substr(item.offset + 1);
    const bool ascii = !rest.empty() && static_cast<unsigned char>(rest.front()) < 0x80;
    const bool may_begin = is_blank(before) || before == '-' || (ascii && is_han(before));
    before = item.code_point;
    if (item.code_point != '@' || !may_begin) continue;
    CitedKey out;
    size_t length = 0;
    if (rest.starts_with('{')) {
      const size_t close = rest.find('}');
      if (close == rest.npos || close == 1) return std::nullopt;
      out.key = rest.substr(1, close - 1);
      length = close + 1;
    } else {
      length = key_length(rest);
      out.key = rest.substr(0, length);
    }
    if (length == 0 || length > kLongestKey) return std::nullopt;
    const size_t at = begin + item.offset;
    out.span = {source::kNoFile, static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1 + length)};
    std::string_view prefix = part.substr(0, item.offset);
    if (prefix.ends_with('-')) prefix.remove_suffix(1);
    out.prefix = trimmed(prefix);
    rest.remove_prefix(length);
    if (!rest.empty()) {
      const auto next = base::decode_utf8(rest, 0);
      const bool comma = next.code_point == ',' || next.code_point == 0xFF0C;
      const bool parted = comma || is_blank(next.code_point) || is_han(next.code_point);
      if (!parted) return std::nullopt;
      if (comma) rest.remove_prefix(next.length);
    }
    out.locator = trimmed(rest);
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::vector<CitedKey> read_citation(std::string_view words) {
  std::vector<CitedKey> out;
  if (words.size() > kLongest || words.find('@') == words.npos) return out;
  size_t begin = 0;
  const auto add = [&](size_t end) {
    auto part = read_part(words, begin, end);
    if (part) out.push_back(std::move(*part));
    return part.has_value() && out.size() <= kMostKeys;
  };
  for (const auto item : base::CodePoints(words)) {
    if (item.code_point != ';' && item.code_point != 0xFF1B) continue;
    if (!add(item.offset)) return {};
    begin = item.offset + item.length;
  }
  return add(words.size()) ? out : std::vector<CitedKey>();
}

}  // namespace huozi::parse
