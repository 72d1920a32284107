// The pages of several places as a list: 3, 5–7. Pure functions. Not here: whose pages they are.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/folio.h"

namespace huozi::index {

struct PageRange {
  document::NodeId first;  // the first place on its first page
  std::string label;       // 3, 5–7
};

// Ascending, front matter's first. Each page counts once, pages that follow each other in their series are one range.
// Places that stand on no page are left out.
std::vector<PageRange> page_ranges(std::span<const document::NodeId> places, const document::Folios& folios);
// The same, each page by itself.
std::vector<PageRange> pages(std::span<const document::NodeId> places, const document::Folios& folios);

}  // namespace huozi::index
