// The colophon (排印说明): how the edition was set, as rows of facts. Not here: finding the facts (the build's), the
// look (the stylesheet's), what a book says of its publication (document/imprint_page).
#pragma once

#include <string>

#include "document/book.h"

namespace huozi::document {

// Empty texts are left out.
struct ColophonFacts {
  std::string page;       // 140mm×203mm
  std::string type_area;  // 28字×28行
  std::string type_size;  // 五号
  std::string fonts;      // families, the one that sets most first
  std::string program;    // huozi 1.0
};

// The title 排印说明 (排印說明 in Traditional Chinese) and p.imprint-entry for each fact, in a div.colophon.
Section colophon_page(const BookMetadata& metadata, const ColophonFacts& facts, size_t section_index);

}  // namespace huozi::document
