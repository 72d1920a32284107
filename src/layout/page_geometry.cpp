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
  const Length across = std::max(page.width - page.margin.left - page.margin.right, em * 4);
  const Length down = std::max(page.height - page.margin.top - page.margin.bottom, g.pitch);
  const int64_t characters = page.characters > 0 ? page.characters : base::units_down(across, em);
  const int64_t lines = page.lines > 0 ? page.lines : std::max<int64_t>(base::units_down(down - em, g.pitch) + 1, 1);
  // What leaves the page is lost to the reader, so the page's own size has the last word.
  const int64_t most_characters = std::max<int64_t>(base::units_down(page.width, em), 1);
  const int64_t most_lines = std::max<int64_t>(base::units_down(std::max(page.height - em, Length()), g.pitch) + 1, 1);
  g.measure = em * std::min(characters, most_characters);
  g.lines = static_cast<int>(std::min(lines, most_lines));
  g.type_height = g.pitch * (g.lines - 1) + em;
  // The inner margin holds; what is left over goes to the outer one.
  const Length left = recto ? page.margin.left : page.width - page.margin.right - g.measure;
  g.left = std::clamp(left, Length(), std::max(page.width - g.measure, Length()));
  g.top = std::clamp(page.margin.top, Length(), std::max(page.height - g.type_height, Length()));
  g.cut = characters > most_characters || lines > most_lines || g.left != left || g.top != page.margin.top ||
          g.measure > page.width || g.type_height > page.height;
  return g;
}

bool type_area_is_cut(const style::Cascade& cascade, const std::string& page_name) {
  for (const bool first : {false, true}) {
    for (const bool recto : {false, true}) {
      const style::PageStyle page = cascade.page_style({page_name, first, !recto, recto, false});
      if (page_geometry(page, cascade.body(), recto).cut) return true;
    }
  }
  return false;
}

FlowGeometry flow_geometry(const PageGeometry& page) {
  return {page.measure, page.pitch, page.rows_height()};
}

}  // namespace huozi::layout
