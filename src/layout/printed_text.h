// The book's words by paragraph, with the page and line on which each stands: what the proof edition prints in its
// margins, `check` says of a finding, and `diff` compares.
// Not here: finding changes (desk/), drawing numbers beside lines, where a line stands on its page (layout/page_lines).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/book.h"
#include "layout/page.h"
#include "source/source_file.h"

namespace huozi::layout {

struct PrintedLine {
  uint32_t page = 0;        // index of the page
  uint32_t line = 0;        // on that page, from 1: its lines of text from the top, the notes' after the body's
  uint32_t text_begin = 0;  // byte of the paragraph's text at which the line begins; of a brief note (同上) 0, of its
                            // second line the text's end
};

// A stretch of a paragraph's text, and where it comes from.
struct TextPiece {
  uint32_t begin = 0, end = 0;  // bytes of the paragraph's text
  document::NodeId node;
  source::Span span;
};

// A block that holds words: paragraph, heading, caption, cell, item, a note's paragraph.
struct PrintedParagraph {
  std::string id;       // "3-14": the 14th such block of the book's third section, in reading order; a note's
                        // paragraphs follow the one that calls it
  std::string element;  // "p", "h1", "figcaption", "li", "td", ...: an item's or a cell's only paragraph is that
  bool note = false;
  document::NodeId node;
  source::Span span;
  std::string text;  // UTF-8, as the book has it: without marks of notes, numbers and what refers to pages; of ruby the
                     // base; a forced line break is one blank
  std::vector<TextPiece> pieces;   // of the text, in order; code is one
  std::vector<PrintedLine> lines;  // ascending; none: the print edition does not show it
};

// In reading order. `pages`: of this book.
std::vector<PrintedParagraph> printed_text(const document::Book& book, const std::vector<Page>& pages);

// Where what stands at a byte of a source file stands in print.
struct PrintedPlace {
  const PrintedParagraph* paragraph = nullptr;
  const PrintedLine* line = nullptr;
  uint32_t text_offset = 0;  // in the paragraph's text
};

class PrintedPlaces {
 public:
  // REQUIRES: `paragraphs` outlives it.
  explicit PrintedPlaces(const std::vector<PrintedParagraph>& paragraphs);

  // Exact where the text stands in the source byte for byte, otherwise where its stretch begins. Between the stretches
  // of a paragraph (at a mark of strong words, a note's call): the end of the one before. Nothing: not in the text of
  // an article, or not printed.
  std::optional<PrintedPlace> place_of(source::FileId file, uint32_t offset) const;

 private:
  struct Entry {
    source::Span span;
    uint32_t paragraph = 0, text_begin = 0, text_size = 0;
  };
  std::optional<PrintedPlace> place_at(uint32_t paragraph, uint32_t text_offset) const;

  const std::vector<PrintedParagraph>& paragraphs_;
  std::vector<Entry> pieces_;  // by file, then by place
  std::vector<Entry> blocks_;  // likewise
};

}  // namespace huozi::layout
