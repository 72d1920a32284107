// Lists, definition lists: their items' markers and indents.
#include <algorithm>
#include <iterator>
#include <utility>

#include "document/element.h"
#include "document/list_numbers.h"
#include "layout/block_setter.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

// Much less than a widow: worth a few rows left empty.
constexpr int64_t kCostLoneItem = kCostWidow / 200;

// A first or last item of one line stands alone at a page's foot or head no sooner than a line of a paragraph, unless
// the list has no more than two. Items begin with rows [begins]; the last is the list's end.
void protect_items(Flow& flow, const std::vector<size_t>& begins) {
  const size_t count = begins.size() - 1;
  if (count < 3) return;
  const auto is_line = [&](size_t item) {
    size_t lines = 0;
    for (size_t r = begins[item]; r < begins[item + 1]; ++r)
      lines += flow.recent(flow.size() - 1 - r).discardable ? 0 : 1;
    return lines == 1;
  };
  const auto protect = [&](size_t item) {
    if (begins[item] < begins[item + 1]) flow.recent(flow.size() - 1 - begins[item]).break_cost += kCostLoneItem;
  };
  if (is_line(0)) protect(1);
  if (is_line(count - 1)) protect(count - 1);
}

}  // namespace

// A list item's marker stands to the left of its text, half an em away; where the list's widest needs more than the
// indent the whole list is set further in, by no more than half the measure.
void BlockSetter::list(const List& list, const ElementRef& element, const ComputedStyle& style, const Around& around) {
  const std::vector<int64_t> numbers = item_numbers(list);
  const auto count = static_cast<int>(list.items.size());
  const auto item_ref = [&](size_t i) {
    return style::make_ref(list_item_element(), list.items[i].info.attributes, &element, static_cast<int>(i) + 1,
                           count);
  };
  std::vector<std::optional<Label>> labels(list.items.size());
  Length further;
  for (size_t i = 0; i < labels.size(); ++i) {
    const ElementRef item = item_ref(i);
    const ComputedStyle item_style = cascade_.style(item, style);
    labels[i] = make_label(item, list.items[i].info.id, item_style, numbers[i], around);
    if (!labels[i]) continue;
    const Length inset = style.padding.left + item_style.margin.left + item_style.padding.left;
    further = std::max(further, labels[i]->width - inset);
  }
  further = std::min(further, measure(around) / 2);

  std::vector<size_t> begins;
  for (size_t i = 0; i < labels.size(); ++i) {
    const ElementRef item = item_ref(i);
    const ComputedStyle item_style = cascade_.style(item, style);
    const Length left = around.left + further + item_style.margin.left + item_style.padding.left;
    begin(list.items[i].info, item_style, around);
    enter_element(item, item_style);
    const size_t before = around.flow.size();
    begins.push_back(before);
    if (labels[i]) {
      const Length edge = around.left - style.padding.left;
      labels[i]->x = std::max(left - labels[i]->width, edge);
      labels[i]->overhang = labels[i]->x + labels[i]->width - left;
      labels_.push_back(std::move(*labels[i]));
    }
    blocks(list.items[i].children, {item, item_style, around.language, left, around.right, around.flow, around.depth});
    if (!labels_.empty() && around.flow.size() == before) {
      around.flow.add(around.flow.on_grid() ? around.flow.pitch() : item_style.line_height);  // an empty item
    }
    settle_labels(around.flow, before);
    if (item_style.break_inside == style::BreakInside::avoid) keep_whole(around.flow, before);
    finish(item_style, around);
  }
  begins.push_back(around.flow.size());
  protect_items(around.flow, begins);
}

std::optional<BlockSetter::Label> BlockSetter::make_label(const ElementRef& item, NodeId node,
                                                          const ComputedStyle& item_style, int64_t number,
                                                          const Around& around) {
  const std::string marker = cascade_.marker_text(item_style.list_style_type, number);
  if (marker.empty()) return std::nullopt;
  const ComputedStyle marker_style = cascade_.pseudo_style(item, "marker", item_style);
  Label label;
  label.size = marker_style.font_size;
  const TextStyle look = make_text_style(marker_style, around.language, shaper_.library());
  if (marks_.draws_circle(item_style.list_style_type, number, look)) {
    const style::Content circled = {{style::ContentItem::Kind::counter, "", item_style.list_style_type}};
    SetMark mark = marks_.set(circled, number, look, node);
    label.width = mark.width + label.size / 2;
    std::move(mark.circles.begin(), mark.circles.end(), std::back_inserter(label.line.items));
    std::move(mark.runs.begin(), mark.runs.end(), std::back_inserter(label.line.items));
    layout::make_label(label.line);
    return label;
  }
  InlineText text = begin_text(marker_style, {cascade_, shaper_.library(), around.language});
  append_text(text, marker, 0, node);
  ParagraphShape shape;
  shape.measure = geometry_.measure;
  shape.align = style::TextAlign::start;
  std::vector<SetLine> lines = set_paragraph(text, shape, 0, shaper_, diagnostics_);
  if (lines.empty()) return std::nullopt;
  label.width = lines.front().width + label.size / 2;
  label.line = std::move(lines.front());
  layout::make_label(label.line);
  return label;
}

// The markers of items that begin with something other than text stand in its first row.
void BlockSetter::settle_labels(Flow& flow, size_t from) {
  if (labels_.empty()) return;
  for (; from < flow.size(); ++from) {
    Row& row = flow.recent(flow.size() - 1 - from);
    if (row.discardable) continue;
    for (Label& label : std::exchange(labels_, {})) {
      const Length pitch =
          flow.on_grid() ? std::min(flow.pitch(), row.height) : std::min(row.height, label.size * 3 / 2);
      place_line(label.line, {}, row, label.x, (pitch - label.size) / 2 + ascent_of(label.size));
    }
    return;
  }
}

void BlockSetter::definition_list(const DefinitionList& list, const NodeInfo& info, const ElementRef& element,
                                  const ComputedStyle& style, const Around& around) {
  (void)info;
  int index = 0;
  const Attributes none;
  for (const DefinitionList::Entry& entry : list.entries) {
    around.flow.anchor(entry.info.id);
    for (const Inlines& term : entry.terms) {
      const ElementRef dt = style::make_ref({"dt", {}}, none, &element, ++index, 0);
      const ComputedStyle term_style = cascade_.style(dt, style);
      around.flow.margin(term_style.margin.top);
      enter_element(dt, term_style);
      const Around term_around{element,      style,       around.language, around.left + term_style.margin.left,
                               around.right, around.flow, around.depth};
      paragraph(term, dt, term_style, term_around);
      around.flow.margin(term_style.margin.bottom);
      around.flow.keep_with_next();
    }
    for (const Blocks& definition : entry.definitions) {
      const ElementRef dd = style::make_ref({"dd", {}}, none, &element, ++index, 0);
      const ComputedStyle definition_style = cascade_.style(dd, style);
      around.flow.margin(definition_style.margin.top);
      blocks(definition, {dd, definition_style, around.language,
                          around.left + definition_style.margin.left + definition_style.padding.left, around.right,
                          around.flow, around.depth});
      around.flow.margin(definition_style.margin.bottom);
    }
  }
}

}  // namespace huozi::layout
