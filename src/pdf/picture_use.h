// Which pictures the pages show, and how large at most. Not here: how many pixels they have (picture_report, image).
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"

namespace huozi::pdf {

struct PictureUse {
  std::string file;                          // as layout::ImageItem::file
  const layout::ImageItem* item = nullptr;   // where it is widest
  const layout::Page* page = nullptr;        // likewise
  layout::Length width, height;              // there, as the picture stands upright
  layout::Length least_width, least_height;  // where it is smallest
};

// Each file once, in the order of first use. The pages outlive the result.
std::vector<PictureUse> picture_uses(const std::vector<layout::Page>& pages);

}  // namespace huozi::pdf
