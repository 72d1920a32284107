// An imposed file: the pages of a PDF file on the sheets of a plan, with marks for the print shop. Not here: what
// stands where (impose/), reading pages (placed_pages).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "impose/plan.h"
#include "pdf/placed_pages.h"
#include "text/font.h"

namespace huozi::pdf {

struct ImposedOptions {
  std::string producer;              // "huozi 0.1.0"
  int64_t source_date_epoch = 0;     // seconds since 1970 UTC: the file's dates
  std::string title;                 // of a file that has none
  Length width, height;              // of the sheet, at least the plan's; the block of pages stands in its middle
  const text::Font* font = nullptr;  // of the words on the sheet; null: there are none
};

// The matrix that puts a page's trimmed corner where a cell has it: a b c d are 0, 1 or -1.
struct Placement {
  int a = 1, b = 0, c = 0, d = 1;
  Length e, f;

  Box on_sheet(const Box& on_page) const;
  Box on_page(const Box& on_sheet) const;
};
// `left` and `bottom`: of the trimmed page on the sheet, as it is shown.
Placement place(const PageBoxes& page, bool turned, Length left, Length bottom);

// The bytes; the same input gives the same. Each page is clipped where its neighbour's room begins: at the spine where
// it is trimmed (or in the middle of the gutter), elsewhere with as much of its bleed as is cut off. It claims PDF/X-4
// or PDF/X-1a when the pages' file does. Two pages a sheet, front and back, or one.
// REQUIRES: `plan` is for all of the pages, which have one size.
// ERRORS: nothing, and impose.damaged reported.
std::optional<std::string> write_imposed(PlacedPages& pages, const impose::Plan& plan, const ImposedOptions& options,
                                         source::Diagnostics& diagnostics);

}  // namespace huozi::pdf
