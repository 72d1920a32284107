// The line of small type in the slug of a press's file: which book, which page of it and which inks a sheet is of.
// Not here: the other marks (printer_marks), how text becomes operators (text_writer).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "layout/page.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi::pdf {

struct SlugWords {
  std::string title;     // of the book; cut with … where the sheet is narrow
  std::string kind;      // 书芯, 封面
  std::string producer;  // "huozi 0.1.0"
  std::string date;      // "2022-06-01"
  std::string language;  // of the book
  bool labels = true;    // the pages' own numbers are told, besides which of the file's they are
};

// What pages of one size have in common, in the layout's coordinates.
struct SlugLine {
  std::vector<layout::GlyphRun> words;
  // 青 品 黄 黑: each has its place, whichever of them a page has.
  std::array<std::vector<layout::GlyphRun>, 4> inks;
};

struct SlugLines {
  struct OfPage {
    size_t line = 0;                      // index into `lines`
    std::vector<layout::GlyphRun> folio;  // 第12页 14/304
  };
  std::vector<SlugLine> lines;
  std::vector<OfPage> pages;  // empty: no page has such a line
};

// Below the page, on either side of the register mark: title, kind and folio at its left, inks, date and producer at
// its right. What has no room is left out: the title first, of the right side what stands last. Nothing lies within the
// bleed or on another mark. Pages without marks have an empty line. In the body's type, 6 pt.
SlugLines set_slug_lines(const std::vector<layout::Page>& pages, const SlugWords& words, const style::Cascade& cascade,
                         text::FontLibrary& fonts);

}  // namespace huozi::pdf
