// Running heads and folios: the margin boxes of a page (CSS Paged Media 3 §5), filled from its strings and counters.
#pragma once

#include <map>
#include <string>

#include "layout/page.h"
#include "layout/page_geometry.h"
#include "style/stylesheet.h"
#include "text/shaper.h"

namespace huozi::layout {

struct MarginContext {
  const std::map<std::string, std::string>& strings;  // string-set values in force on this page
  int64_t page_number = 1;
  int64_t page_count = 1;
  std::string_view language;
};

void add_margin_boxes(Page& page, const style::PageStyle& style, const PageGeometry& geometry,
                      const MarginContext& context, const style::Cascade& cascade, text::Shaper& shaper);

// The counter style of the page's folio: that of the first counter(page) among its boxes; empty if it has none.
std::string folio_style(const style::PageStyle& style);

}  // namespace huozi::layout
