// The book's words by paragraph, with the page and line on which each stands: what the proof edition prints in its
// margins, `check` says of a finding, and `diff` compares.
// Not here: finding changes (desk/), drawing numbers beside lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/book.h"
#include "layout/page.h"
#include "source/source_file.h"

namespace huozi::layout {

struct PrintedLine {
  uint32_t page = 0;        // index of the page
  uint32_t line = 0;        // on that page, from 1: its lines of text from the top, the notes' after the body's
  uint32_t text_begin = 0;  // byte of the paragraph's text at which the line begins
};

// A block that holds words: paragraph, heading, caption, cell, item, a note's paragraph.
struct PrintedParagraph {
  std::string id;       // "3-14": the 14th such block of the book's third section, in reading order; a note's
                        // paragraphs follow the one that calls it
  std::string element;  // "p", "h1", "figcaption", ...
  bool note = false;
  document::NodeId node;
  source::Span span;
  std::string text;                // UTF-8, as the book has it: without marks of notes; of lines the words alone
  std::vector<PrintedLine> lines;  // ascending; none: the print edition does not show it
};

// In reading order. `pages`: of this book.
std::vector<PrintedParagraph> printed_text(const document::Book& book, const std::vector<Page>& pages);

}  // namespace huozi::layout
