#include "layout/page_geometry.h"

#include <algorithm>

namespace huozi::layout {

PageGeometry page_geometry(const style::PageStyle& page, const style::ComputedStyle& body, bool recto) {
  PageGeometry g;
  const Length em = body.font_size;
  g.width = page.width;
  g.height = page.height;
  g.pitch = std::max(body.line_height, em);
  g.half_leading = (g.pitch - em) / 2;
  g.top = page.margin.top;
  const Length across = std::max(page.width - page.margin.left - page.margin.right, em * 4);
  const Length down = std::max(page.height - page.margin.top - page.margin.bottom, g.pitch);
  const int64_t characters = page.characters > 0 ? page.characters : base::units_down(across, em);
  g.measure = em * characters;
  g.lines = page.lines > 0 ? page.lines
                           : static_cast<int>(std::max<int64_t>(base::units_down(down - em, g.pitch) + 1, 1));
  g.type_height = g.pitch * (g.lines - 1) + em;
  // The inner margin holds; what is left over goes to the outer one.
  g.left = recto ? page.margin.left : page.width - page.margin.right - g.measure;
  return g;
}

FlowGeometry flow_geometry(const PageGeometry& page) { return {page.measure, page.pitch, page.rows_height()}; }

}  // namespace huozi::layout
