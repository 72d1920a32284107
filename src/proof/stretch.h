// The characters of one stretch of text (a paragraph, a heading, a caption), each with its place in the source.
// Not here: verse and code, which are left alone: a code span, picture, note or ruby is one U+FFFC.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/book.h"

namespace huozi::proof {

constexpr char32_t kObject = 0xFFFC;
constexpr char32_t kNothing = 0;  // what stands before the first character and behind the last

struct Stretch {
  std::u32string text;
  std::vector<source::Span> spans;  // one a character; the whole node's where the source does not write it as it is
  bool beside_verse = false;        // verse was left out before it or behind it
  std::vector<bool> apart;          // one a character: of a proper noun, or of a passage with a language of its own

  char32_t at(size_t i) const { return i < text.size() ? text[i] : kNothing; }
  char32_t before(size_t i) const { return i > 0 ? text[i - 1] : kNothing; }
  source::Span span(size_t begin, size_t end) const;    // REQUIRES: begin < end <= text.size()
  std::string words(size_t begin, size_t end) const;    // as a message shows them: … for what is no text
  std::string excerpt(size_t begin, size_t end) const;  // the same, the middle of a long one left out
  // Whether the source writes these characters as they are, one behind the other: what a fix may replace.
  bool exact(size_t begin, size_t end) const;
};

Stretch stretch_of(const document::Inlines& nodes, const source::SourceFile& file, bool apart_as_a_whole = false);

// All of a document but those within verse, in reading order.
std::vector<Stretch> stretches_of(const document::Document& document, const source::SourceFile& file);

bool is_han(char32_t c);
bool is_digit(char32_t c);          // 0-9
bool is_latin(char32_t c);          // A-Z a-z 0-9
bool is_chinese_digit(char32_t c);  // 〇 一 ... 九
bool one_of(char32_t c, std::u32string_view set);

}  // namespace huozi::proof
