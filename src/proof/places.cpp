#include "proof/places.h"

#include "base/utf8.h"

namespace huozi::proof {
namespace {

constexpr size_t kLongestEntity = 12;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_quotation_mark(char32_t c) {
  return std::u32string_view(U"“”‘’「」『』").find(c) != std::u32string_view::npos;
}

// What the source may have beside the text: broken lines with a quotation's > before them, and escapes.
bool is_beside(char c) {
  return is_blank(c) || c == '\\' || c == '>';
}

// The length of an entity, &amp; or &#38;; 0: there is none.
size_t entity_at(std::string_view source) {
  if (!source.starts_with('&')) return 0;
  for (size_t i = 1; i < source.size() && i < kLongestEntity; ++i) {
    const char c = source[i];
    if (c == ';') return i > 1 ? i + 1 : 0;
    if (c != '#' && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) return 0;
  }
  return 0;
}

// How many bytes of `source` stand for this character: 0, none do.
size_t bytes_for(char32_t c, std::string_view written, std::string_view source) {
  if (source.empty()) return 0;
  if (c == U' ' && is_blank(source.front())) {
    size_t end = 1;
    while (end < source.size() && is_blank(source[end])) ++end;
    return end;
  }
  if (const size_t entity = entity_at(source); entity > 0) return entity;
  if (source.starts_with(written)) return written.size();
  return is_quotation_mark(c) && (source.front() == '"' || source.front() == '\'') ? 1 : 0;
}

}  // namespace

std::vector<source::Span> places_of(std::string_view text, const source::SourceFile& file, source::Span whole) {
  const std::string_view source = whole.file == file.id() ? file.slice(whole) : std::string_view();
  std::vector<source::Span> out;
  if (source == text) {
    for (const auto item : base::CodePoints(text)) {
      const uint32_t begin = whole.begin + item.offset;
      out.push_back({whole.file, begin, begin + item.length});
    }
    return out;
  }
  size_t at = 0;
  bool matches = !source.empty();
  for (const auto item : base::CodePoints(text)) {
    const std::string_view written = text.substr(item.offset, item.length);
    const size_t from = at;
    size_t length = 0;
    while (matches && (length = bytes_for(item.code_point, written, source.substr(at))) == 0) {
      matches = at < source.size() && is_beside(source[at]);
      if (matches) ++at;
    }
    // The escape belongs to its character: both would have to go.
    if (matches && at > from && source[at - 1] == '\\') {
      --at;
      ++length;
    }
    const auto begin = whole.begin + static_cast<uint32_t>(at);
    const bool same = matches && source.substr(at, length) == written;
    // A blank for a line's end has the length of one: it gets the whole, so that nobody takes it for the same.
    out.push_back(matches && (same || length != written.size())
                      ? source::Span{whole.file, begin, begin + static_cast<uint32_t>(length)}
                      : whole);
    at += length;
  }
  while (matches && at < source.size()) matches = is_beside(source[at++]);
  if (!matches) out.assign(out.size(), whole);
  return out;
}

}  // namespace huozi::proof
