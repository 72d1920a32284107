// What a section is, in words that reading systems know.
// Not here: marks for single nodes (content_writer).
#pragma once

#include <string_view>

#include "document/book.h"

namespace huozi::epub {

// EPUB 3 Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1; either may be empty.
struct Semantics {
  std::string_view type;
  std::string_view role;
};

// By its role, and for articles of front and back matter by their titles: 前言, 后记 ... `title` in plain text.
Semantics semantics_of(const document::Section& section, std::string_view title);

}  // namespace huozi::epub
