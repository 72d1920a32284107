#include "layout/margin_boxes.h"

#include <algorithm>
#include <array>

#include "layout/fit_line.h"

namespace huozi::layout {
namespace {

enum class Side { top, right, bottom, left };

Side side_of(std::string_view name) {
  if (name.starts_with("top")) return Side::top;
  if (name.starts_with("bottom")) return Side::bottom;
  return name.starts_with("left") ? Side::left : Side::right;
}

bool is_corner(std::string_view name) {
  return name.ends_with("corner");
}

// The strip of the page's margin that the box lies in, along the type area or beside it.
Rect strip_of(std::string_view name, const PageGeometry& g) {
  const Length right = g.left + g.measure;
  const Length foot = g.top + g.type_height;
  const Side side = side_of(name);
  Rect strip{g.left, g.top, g.measure, g.type_height};
  if (side == Side::top) strip = {g.left, Length(), g.measure, g.top};
  if (side == Side::bottom) strip = {g.left, foot, g.measure, g.height - foot};
  const bool at_left = side == Side::left || name.ends_with("left-corner");
  const bool at_right = side == Side::right || name.ends_with("right-corner");
  if (at_left) strip = {Length(), strip.y, g.left, strip.height};
  if (at_right) strip = {right, strip.y, g.width - right, strip.height};
  return strip;
}

// Blanks at a string's edges part ornaments from figures (— 12 —, · 十二 ·): half an em, which beside marks is not lost
// as typed blanks are.
std::string with_firm_edges(std::string_view text) {
  constexpr std::string_view kHalfEm = "\u2002";
  std::string out;
  const size_t first = std::min(text.find_first_not_of(' '), text.size());
  const size_t last = text.find_last_not_of(' ');
  for (size_t i = 0; i < text.size(); ++i) {
    const bool at_edge = i < first || i > last;
    out += at_edge ? kHalfEm : text.substr(i, 1);
  }
  return out;
}

Length rule_width(const style::BorderSide& side) {
  return side.is_drawn() ? side.width : Length();
}

}  // namespace

struct MarginBoxes::Box {
  std::string_view name;
  const style::ComputedStyle& style;
  TextStyle look;
  Words words;
  Rect strip;
  Length room;  // for the text, across

  Length inset() const { return style.margin.left + style.padding.left; }
  Length width() const { return strip.width - inset() - style.margin.right - style.padding.right; }
};

MarginBoxes::Words MarginBoxes::words_of(const style::Content& content, const Context& context) const {
  Words words;
  for (const style::ContentItem& item : content) {
    if (item.kind == style::ContentItem::Kind::text) words.text += with_firm_edges(item.value);
    if (item.kind == style::ContentItem::Kind::counter) {
      words.text += cascade_.counter_text(item.style.empty() ? "decimal" : item.style,
                                          item.value == "pages" ? context.page_count : context.page_number);
    }
    if (item.kind != style::ContentItem::Kind::string) continue;
    const RunningString* const string = context.strings.value(item.value, item.style);
    if (!string) continue;
    words.text += string->value;
    if (words.span.file == source::kNoFile) words.span = string->span;
  }
  return words;
}

// CSS Paged Media 3 5.3.2: boxes beside each other leave one another room, each at least its part; one in the middle
// stays there.
void MarginBoxes::share_measure(std::vector<Box>& boxes, Length measure) {
  for (const Side side : {Side::top, Side::bottom}) {
    std::array<Box*, 3> row{};  // left, centre, right
    int64_t count = 0;
    for (Box& box : boxes) {
      if (side_of(box.name) != side || is_corner(box.name)) continue;
      row[box.name.ends_with("left") ? 0 : box.name.ends_with("center") ? 1 : 2] = &box;
      ++count;
    }
    if (count < 2) continue;
    std::array<Length, 3> natural{};
    for (size_t i = 0; i < 3; ++i) {
      if (row[i])
        natural[i] = set_plain(row[i]->words.text, row[i]->look, shaper_, {}, measure).width + row[i]->look.size;
    }
    for (size_t i = 0; i < 3; ++i) {
      if (!row[i]) continue;
      const Length left = i == 1   ? measure - std::max(natural[0], natural[2]) * 2
                          : row[1] ? (measure - natural[1]) / 2
                                   : measure - natural[2 - i];
      row[i]->room = std::min(row[i]->room, std::max(left, measure / count));
    }
  }
}

void MarginBoxes::place(Page& page, const Box& box, const PageGeometry& g) {
  const Side side = side_of(box.name);
  const style::ComputedStyle& style = box.style;
  const style::Sides<Length>& margin = style.margin;
  const Length line = style.line_height;
  const Length top_rule = rule_width(style.border.top), bottom_rule = rule_width(style.border.bottom);

  // Above and below, the box stands off the type area by its margin; without one it is centred in the page's margin.
  Length top = box.strip.y + (box.strip.height - line) / 2;
  if (side == Side::top) {
    const Length off = margin.bottom + bottom_rule + style.padding.bottom;
    if (off > Length()) top = g.top - off - line;
  } else if (side == Side::bottom) {
    const Length off = margin.top + top_rule + style.padding.top;
    if (off > Length()) top = box.strip.y + off;
  } else if (box.name.ends_with("top")) {
    top = box.strip.y + margin.top;
  } else if (box.name.ends_with("bottom")) {
    top = box.strip.y + box.strip.height - margin.bottom - line;
  }
  // In a margin too small for that it stands nearer, rather than off the paper.
  top = std::max(std::min(top, g.height - line), Length());

  const FittedText fitted = fit_line(box.words.text, box.look, shaper_, box.room);
  if (fitted.cut && reported_.insert(box.words.text).second) {
    diagnostics_.report("layout.running-head", box.words.span, {box.words.text});
  }
  Length x = box.strip.x + box.inset();
  if (style.text_align == style::TextAlign::center) x += (box.width() - fitted.text.width) / 2;
  if (style.text_align == style::TextAlign::end) x += box.width() - fitted.text.width;
  const Length baseline = top + (line - box.look.size) / 2 + ascent_of(box.look.size);
  for (GlyphRun run : fitted.text.runs) {
    run.origin.x += x;
    run.origin.y += baseline;
    page.items.push_back({Region::margin, std::move(run)});
  }
  const auto rule = [&](Length y, const style::BorderSide& border) {
    page.items.push_back({Region::margin, RuleItem{{g.left, y, g.measure, border.width}, border.color, {}}});
  };
  if (is_corner(box.name)) return;
  if (side == Side::top && bottom_rule > Length()) rule(g.top - margin.bottom - bottom_rule, style.border.bottom);
  if (side == Side::bottom && top_rule > Length()) rule(box.strip.y + margin.top, style.border.top);
}

void MarginBoxes::add(Page& page, const style::PageStyle& style, const PageGeometry& g, const Context& context) {
  std::vector<Box> boxes;
  for (const style::MarginBox& box : style.margin_boxes) {
    Words words = words_of(box.style.content, context);
    if (words.text.empty()) continue;
    boxes.push_back({box.name, box.style, make_text_style(box.style, language_, shaper_.library()), std::move(words),
                     strip_of(box.name, g), Length()});
    boxes.back().room = boxes.back().width();
  }
  share_measure(boxes, g.measure);
  for (const Box& box : boxes) place(page, box, g);
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
