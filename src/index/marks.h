// Marks for the index that authors write: [词]{.index entry="主词!子词" reading="…" see="…"}, spans of the class
// `index`. Not here: terms that book.yaml lists (index/terms), pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/book.h"

namespace huozi::index {

using Path = std::vector<std::string>;  // a heading and what stands below it: 主词, 子词

// "主词!子词", blanks round the parts left out. Empty parts are left out too.
Path path_of(std::string_view entry);

struct Mark {
  Path entry;
  Path readings;  // of its parts, as far as they are given
  Path see;       // empty: the mark is a place
  document::NodeId node;
  document::Span span;
};

// In reading order; `Mark::entry` is empty where the mark names nothing.
std::vector<Mark> find_marks(const document::Book& book);

// A paragraph of nothing but marks without words would be an empty line: they stand at the beginning of the next
// paragraph or heading beside it instead, else at the end of the one before. Where there is none, it stays.
void settle_marks(document::Book& book);

}  // namespace huozi::index
