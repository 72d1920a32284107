#include "parse/text_alignment.h"

#include <algorithm>

#include "base/utf8.h"
#include "parse/legible.h"

namespace huozi::parse {
namespace {

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The length of `&name;` or `&#...;` at the beginning of `text`, or 0.
size_t entity_length(std::string_view text) {
  constexpr size_t kLongest = 40;
  size_t i = 1;
  if (i < text.size() && text[i] == '#') ++i;
  while (i < std::min(text.size(), kLongest) && is_ascii_alphanumeric(text[i])) ++i;
  return i > 1 && i < text.size() && text[i] == ';' ? i + 1 : 0;
}

}  // namespace

std::optional<std::vector<AlignedPiece>> align_text(std::string_view literal, std::string_view source, size_t begin,
                                                    size_t limit, Markup markup) {
  limit = std::min(limit, source.size());
  std::vector<AlignedPiece> pieces;
  size_t s = begin;
  const auto add = [&](size_t at, size_t length, size_t from, size_t to) {
    if (!pieces.empty() && length == to - from) {
      AlignedPiece& last = pieces.back();
      if (last.end == from && last.text.size() == last.end - last.begin) {
        last.text = literal.substr(at - last.text.size(), last.text.size() + length);
        last.end = to;
        return;
      }
    }
    pieces.push_back({literal.substr(at, length), from, to});
  };
  for (size_t i = 0; i < literal.size();) {
    if (s >= limit) return std::nullopt;
    if (markup == Markup::markdown && source[s] == '\\' && s + 1 < limit && is_ascii_punctuation(source[s + 1]) &&
        source[s + 1] == literal[i]) {
      ++s;
      add(i, 1, s, s + 1);
      ++i, ++s;
      continue;
    }
    const size_t entity = source[s] == '&' ? entity_length(source.substr(s, limit - s)) : 0;
    if (entity > 0 && literal.substr(i, entity) != source.substr(s, entity)) {
      // An entity stands for one character; the few that stand for two are not followed.
      const size_t length = base::decode_utf8(literal, i).length;
      add(i, length, s, s + entity);
      i += length, s += entity;
      continue;
    }
    if (source[s] == literal[i]) {
      // With all that is the same behind it and can begin no markup.
      size_t same = 1;
      while (s + same < limit && i + same < literal.size() && source[s + same] == literal[i + same] &&
             source[s + same] != '\\' && source[s + same] != '&') {
        ++same;
      }
      add(i, same, s, s + same);
      i += same, s += same;
      continue;
    }
    if (source[s] == '\r' && literal[i] == '\n') {
      const size_t length = s + 1 < limit && source[s + 1] == '\n' ? 2 : 1;
      add(i, 1, s, s + length);
      ++i, s += length;
      continue;
    }
    // The HTML parser shows U+FFFD for what no text may hold; of that only illegible bytes are to be seen.
    constexpr std::string_view kShown = "\xEF\xBF\xBD";
    const base::Decoded hidden = base::decode_utf8(source, s);
    if (literal.substr(i).starts_with(kShown) && (is_invisible(hidden.code_point) || hidden.code_point == kIllegible)) {
      if (hidden.code_point == kIllegible) add(i, kShown.size(), s, s + hidden.length);
      i += kShown.size(), s += hidden.length;
      continue;
    }
    // A stray end tag that the HTML parser dropped.
    const size_t close = markup == Markup::html && source[s] == '<' ? source.find('>', s) : std::string_view::npos;
    if (close == std::string_view::npos || close >= limit) return std::nullopt;
    s = close + 1;
  }
  return pieces;
}

}  // namespace huozi::parse
