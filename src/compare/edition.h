// An edition of a book as its reader has it: paragraphs with the pages and lines they stand on.
// Not here: where they come from (layout/printed_text, a report), what changed (compare/changes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::compare {

// A place where a line begins. Ascending by text_begin within a paragraph.
struct Line {
  uint32_t page = 0;        // index into Edition::pages
  uint32_t line = 0;        // on that page, from 1; 0: a picture, beside lines
  uint32_t text_begin = 0;  // byte of the paragraph's text
};

struct Paragraph {
  std::string id;       // "3-14", unique in its edition
  std::string element;  // "p", "h1", "td" ...; "img": a picture, whose text is its file's name and its alternative
  std::string part;     // of which generated part of the book ("contents", "index" ...); empty: of its text
  bool note = false;
  std::string text;         // UTF-8
  std::vector<Line> lines;  // empty: no page shows it
  std::string digest = {};  // of a picture's file; empty: not known
};

constexpr std::string_view kPicture = "img";

// Of a section or in its text.
inline bool is_heading(const Paragraph& paragraph) {
  return paragraph.element.size() == 2 && paragraph.element[0] == 'h' && paragraph.element[1] >= '1' &&
         paragraph.element[1] <= '6';
}

struct Page {
  std::string label;   // its folio
  std::string digest;  // of all it shows and where: two pages with the same look alike
};

struct Edition {
  std::string name;  // as messages call it
  std::vector<Page> pages;
  std::vector<Paragraph> paragraphs;  // in reading order
};

// A stretch of bytes.
struct Range {
  uint32_t begin = 0, end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

}  // namespace huozi::compare
