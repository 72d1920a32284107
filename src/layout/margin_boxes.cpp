#include "layout/margin_boxes.h"

#include <algorithm>

#include "layout/plain_run.h"

namespace huozi::layout {
namespace {

std::string content_text(const style::ComputedStyle& style, const MarginContext& context,
                         const style::Cascade& cascade) {
  std::string out;
  for (const style::ContentItem& item : style.content) {
    switch (item.kind) {
      case style::ContentItem::Kind::text:
        out += item.value;
        break;
      case style::ContentItem::Kind::string: {
        const auto found = context.strings.find(item.value);
        if (found != context.strings.end()) out += found->second;
        break;
      }
      case style::ContentItem::Kind::counter:
        out += cascade.counter_text(item.style.empty() ? "decimal" : item.style,
                                    item.value == "pages" ? context.page_count : context.page_number);
        break;
      default:
        break;
    }
  }
  return out;
}

enum class Edge { start, center, end };

// css-page-3 5.1: top-left holds its text to the left, top-center in the middle, top-right to the right.
Edge edge_of(std::string_view name) {
  if (name.find("center") != std::string_view::npos) return Edge::center;
  return name.find("right") != std::string_view::npos ? Edge::end : Edge::start;
}

}  // namespace

void add_margin_boxes(Page& page, const style::PageStyle& style, const PageGeometry& g, const MarginContext& context,
                      const style::Cascade& cascade, text::Shaper& shaper) {
  for (const style::MarginBox& box : style.margin_boxes) {
    const bool top = box.name.starts_with("top");
    if (!top && !box.name.starts_with("bottom")) continue;
    const std::string text = content_text(box.style, context, cascade);
    if (text.empty()) continue;
    const TextStyle look = make_text_style(box.style, context.language, shaper.library());
    const PlainText set = set_plain(text, look, shaper, {}, g.measure);
    const style::Sides<Length>& margin = box.style.margin;
    const style::Sides<Length>& padding = box.style.padding;
    const Length line = box.style.line_height;
    const Length area = top ? g.top : g.height - g.top - g.type_height;

    // The box stands off the type area by its margin; without one it is centred in the page's margin.
    Length line_top;
    Length rule_y;
    Length rule_width;
    if (top) {
      const Length off = margin.bottom + box.style.border.bottom.width + padding.bottom;
      line_top = off > Length() ? g.top - off - line : (area - line) / 2;
      rule_width = box.style.border.bottom.style == style::BorderStyle::none ? Length() : box.style.border.bottom.width;
      rule_y = g.top - margin.bottom - rule_width;
    } else {
      const Length foot = g.top + g.type_height;
      const Length off = margin.top + box.style.border.top.width + padding.top;
      line_top = off > Length() ? foot + off : foot + (area - line) / 2;
      rule_width = box.style.border.top.style == style::BorderStyle::none ? Length() : box.style.border.top.width;
      rule_y = foot + margin.top;
    }
    Length x = g.left + margin.left + padding.left;
    const Length width = g.measure - margin.left - padding.left - margin.right - padding.right;
    switch (edge_of(box.name)) {
      case Edge::start:
        break;
      case Edge::center:
        x += (width - set.width) / 2;
        break;
      case Edge::end:
        x += width - set.width;
        break;
    }
    const Length baseline = line_top + (line - look.size) / 2 + ascent_of(look.size);
    for (GlyphRun run : set.runs) {
      run.origin.x += x;
      run.origin.y += baseline;
      page.items.push_back({Region::margin, std::move(run)});
    }
    if (rule_width > Length()) {
      const style::Color color = top ? box.style.border.bottom.color : box.style.border.top.color;
      page.items.push_back({Region::margin, RuleItem{{g.left, rule_y, g.measure, rule_width}, color, {}}});
    }
  }
}

std::string folio_style(const style::PageStyle& style) {
  for (const style::MarginBox& box : style.margin_boxes) {
    for (const style::ContentItem& item : box.style.content) {
      if (item.kind == style::ContentItem::Kind::counter && item.value == "page") {
        return item.style.empty() ? "decimal" : item.style;
      }
    }
  }
  return {};
}

}  // namespace huozi::layout
