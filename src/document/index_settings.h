// What book.yaml says of the index: how it is sorted, and terms to be found in the text.
// Not here: finding them, entries, pages (index/).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source/source_file.h"

namespace huozi::document {

constexpr size_t kLongestIndexTerm = 256;  // bytes

enum class IndexSort { by_language, pinyin, stroke };  // by_language: stroke in Traditional Chinese, else pinyin

struct IndexTerm {
  std::string term;
  source::Span span;
  std::string reading;      // of its heading: chang zheng
  std::string entry;        // another heading: 主词!子词
  std::string see;          // the heading that has the pages; the term itself is not looked for
  bool first_only = false;  // its first place in the book alone
};

struct IndexSettings {
  IndexSort sort = IndexSort::by_language;
  std::vector<IndexTerm> terms;
};

}  // namespace huozi::document
