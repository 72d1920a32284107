#include "layout/page_geometry.h"

#include <algorithm>

namespace huozi::layout {
namespace {

using PageContext = style::Cascade::PageContext;

PageContext context_of(const std::string& name, bool first, bool recto) {
  return {name, first, !recto, recto, false};
}

// A type area in one direction of a page. CLREQ 2.3.4: it stands in the middle, or as far from the inner edge or head
// as was said; where only the margin on the other side was, by that.
struct Axis {
  Length page, type_area;
  bool given;  // by -huozi-type-area: only then `auto` has a meaning

  // The inner or upper margin.
  Length before(Length inner, bool inner_auto, Length outer, bool outer_auto) const {
    if (!given || !inner_auto) return inner;
    const Length rest = page - type_area;
    return outer_auto ? rest / 2 : rest - outer;
  }
};

PageGeometry geometry_of(const style::Cascade& cascade, const PageContext& context) {
  return page_geometry(cascade.page_style(context), cascade.body(), context.right);
}

}  // namespace

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
  // The inner margin (订口) holds; what is left over goes to the outer one.
  const Axis across_page{page.width, g.measure, page.characters > 0};
  const Length left =
      recto
          ? across_page.before(page.margin.left, page.margin_auto.left, page.margin.right, page.margin_auto.right)
          : page.width - g.measure -
                across_page.before(page.margin.right, page.margin_auto.right, page.margin.left, page.margin_auto.left);
  const Axis down_page{page.height, g.type_height, page.lines > 0};
  const Length top =
      down_page.before(page.margin.top, page.margin_auto.top, page.margin.bottom, page.margin_auto.bottom);
  g.left = std::clamp(left, Length(), std::max(page.width - g.measure, Length()));
  g.top = std::clamp(top, Length(), std::max(page.height - g.type_height, Length()));
  g.cut = characters > most_characters || lines > most_lines || g.left != left || g.top != top ||
          g.measure > page.width || g.type_height > page.height;
  return g;
}

FlowGeometry flow_geometry(const style::Cascade& cascade, const std::string& page_name) {
  const PageGeometry recto = geometry_of(cascade, context_of(page_name, false, true));
  const PageGeometry verso = geometry_of(cascade, context_of(page_name, false, false));
  return {recto.measure, recto.pitch, std::min(recto.rows_height(), verso.rows_height()), recto.measure};
}

PageGeometry section_page(const style::Cascade& cascade, const style::Cascade::PageContext& context) {
  const PageGeometry own = geometry_of(cascade, context);
  const std::string name(context.name);
  const Length measure = flow_geometry(cascade, name).measure;
  if (own.measure == measure) return own;
  style::PageStyle style = cascade.page_style(context);
  const style::PageStyle usual = cascade.page_style(context_of(name, false, context.right));
  style.margin.left = usual.margin.left;
  style.margin.right = usual.margin.right;
  style.margin_auto.left = usual.margin_auto.left;
  style.margin_auto.right = usual.margin_auto.right;
  style.characters = static_cast<int>(base::units_down(measure, cascade.body().font_size));
  return page_geometry(style, cascade.body(), context.right);
}

std::vector<std::string> pages_of_other_measure(const style::Cascade& cascade, const std::string& page_name) {
  const auto measure = [&](bool first, bool recto) {
    return geometry_of(cascade, context_of(page_name, first, recto)).measure;
  };
  std::vector<std::string> pages;
  if (measure(true, true) != measure(false, true) || measure(true, false) != measure(false, false)) {
    pages.emplace_back(":first");
  }
  if (measure(false, false) != measure(false, true)) pages.emplace_back(":left");
  return pages;
}

bool type_area_is_cut(const style::Cascade& cascade, const std::string& page_name) {
  for (const bool first : {false, true}) {
    for (const bool recto : {false, true}) {
      if (section_page(cascade, context_of(page_name, first, recto)).cut) return true;
    }
  }
  return false;
}

}  // namespace huozi::layout
