#include "edit/source_text.h"

#include <algorithm>
#include <string>
#include <utility>

namespace huozi::edit {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Parter {
 public:
  explicit Parter(std::string_view source) : source_(source) {}

  // The end of the markup that begins at `at`, or `at` when none does.
  size_t markup_end(size_t at) {
    switch (source_[at]) {
      case '<':
        return tag_end(at);
      case '{':
        return closed(at, "}", kLongestAttributes);
      case '(':
        return at > 0 && source_[at - 1] == ']' ? target_end(at) : at;
      case '[':
        return label_end(at);
      case '`':
      case '~':
      case ':':
        return info_end(at);
      default:
        return at;
    }
  }

 private:
  static constexpr size_t kLongestAttributes = 2000;
  static constexpr size_t kLongestTarget = 4000;
  static constexpr size_t kLongestLabel = 1000;

  // After `closing`, when it comes before a blank line and within `limit` bytes; otherwise `at`.
  size_t closed(size_t at, std::string_view closing, size_t limit) const {
    const std::string_view window = source_.substr(at, limit);
    const size_t found = window.find(closing, 1);
    if (found == std::string_view::npos || window.substr(0, found).find("\n\n") != std::string_view::npos) return at;
    return at + found + closing.size();
  }

  // HTML 13.2.5: a letter, / ! or ? makes a tag or a comment; a > in a quoted value does not end the tag.
  size_t tag_end(size_t at) {
    if (source_.substr(at, 4) == "<!--") {
      const size_t end = source_.find("-->", at + 4);
      return end == std::string_view::npos ? source_.size() : end + 3;
    }
    const char next = at + 1 < source_.size() ? source_[at + 1] : ' ';
    if (!is_letter(next) && next != '/' && next != '!' && next != '?') return at;
    char quote = 0;
    for (size_t i = at + 1; i < source_.size(); ++i) {
      const char c = source_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && source_[i - 1] == '=') {
        quote = c;
      }
    }
    return source_.size();
  }

  size_t target_end(size_t at) const {
    int depth = 0;
    const size_t limit = std::min(source_.size(), at + kLongestTarget);
    for (size_t i = at; i < limit && source_[i] != '\n'; ++i) {
      if (source_[i] == '\\') {
        ++i;
      } else if (source_[i] == '(') {
        ++depth;
      } else if (source_[i] == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return at;
  }

  // [^label], the [label] after a ], [label]: target.
  size_t label_end(size_t at) const {
    const size_t end = closed(at, "]", kLongestLabel);
    if (end == at) return at;
    const bool definition = end < source_.size() && source_[end] == ':';
    if (source_.substr(at, 2) == "[^") return end;
    if (at > 0 && source_[at - 1] == ']') return end;
    if (!definition || !begins_line(at)) return at;
    return std::min(source_.find('\n', end), source_.size());
  }

  // The rest of a fence's line: ```language, ::: class.
  size_t info_end(size_t at) const {
    const std::string fence(3, source_[at]);
    if (source_.substr(at, 3) != fence || !begins_line(at)) return at;
    return std::min(source_.find('\n', at), source_.size());
  }

  // Nothing but blanks and marks of quotations before it on its line.
  bool begins_line(size_t at) const {
    while (at > 0 && std::string_view(" \t>").find(source_[at - 1]) != std::string_view::npos) --at;
    return at == 0 || source_[at - 1] == '\n';
  }

  std::string_view source_;
};

// Where the value of an <img> tag's alt stands in it: [begin, end), both 0 when there is none.
std::pair<size_t, size_t> alternative_in(std::string_view tag) {
  std::string name(tag.substr(0, 4));
  for (char& c : name) c = is_letter(c) ? static_cast<char>(c | 0x20) : c;
  if (name != "<img") return {0, 0};
  for (size_t at = tag.find("alt="); at != std::string_view::npos; at = tag.find("alt=", at + 1)) {
    if (std::string_view(" \t\n\r\"'/").find(tag[at - 1]) == std::string_view::npos) continue;
    const size_t begin = at + 4;
    const char quote = begin < tag.size() ? tag[begin] : ' ';
    const bool quoted = quote == '"' || quote == '\'';
    const size_t end = quoted ? tag.find(quote, begin + 1) : tag.find_first_of(" \t\n\r>", begin);
    return {begin, end == std::string_view::npos ? tag.size() : end};
  }
  return {0, 0};
}

}  // namespace

void part_source(std::string_view source, const std::function<void(std::string_view)>& text,
                 const std::function<void(std::string_view)>& markup) {
  Parter parter(source);
  size_t begin = 0;  // of the text not yet handed over
  for (size_t i = 0; i < source.size();) {
    const size_t end = parter.markup_end(i);
    if (end == i) {
      ++i;
      continue;
    }
    text(source.substr(begin, i - begin));
    const std::string_view piece = source.substr(i, end - i);
    const auto [from, to] = alternative_in(piece);
    markup(piece.substr(0, from));
    text(piece.substr(from, to - from));
    markup(piece.substr(to));
    begin = i = end;
  }
  text(source.substr(begin));
}

}  // namespace huozi::edit
