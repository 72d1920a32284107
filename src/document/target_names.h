// What a place in the book is called where something leads to it: 第三章　标题, 图1-1. Not here: links and references
// themselves (document/link_names, document/page_references).
#pragma once

#include <map>
#include <string>

#include "document/book.h"

namespace huozi::document {

struct TargetName {
  std::string text;        // never empty
  bool is_number = false;  // of a figure or table alone: 图1-1
};

// Of sections and headings their titles with their numbers; of figures and tables their numbers, without these their
// captions.
std::map<NodeId, TargetName> target_names(const Book& book);

}  // namespace huozi::document
