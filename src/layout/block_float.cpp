// Page floats (css-page-floats-3): blocks that stand at the head or foot of a page, in a flow of their own.
#include <utility>

#include "layout/block_setter.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;
using style::FloatTo;

// `float: bottom` on text says only that it stands at the foot of its page, with what follows.
bool BlockSetter::wants_float(const Block& node, const ComputedStyle& style) const {
  const bool text = std::holds_alternative<Paragraph>(node.content) || std::holds_alternative<Division>(node.content) ||
                    std::holds_alternative<Heading>(node.content);
  return !widths_ && (style.float_to == FloatTo::top || (style.float_to == FloatTo::bottom && !text));
}

std::string_view BlockSetter::kept_in_flow(const Block& node, const Around& here) const {
  if (floating_) return "it stands in another float";
  if (!here.flow.on_grid()) return "it stands in a note or a table";
  if (!labels_.empty()) return "a list item begins with it";
  if (std::holds_alternative<Heading>(node.content)) return "it is a heading";
  return {};
}

bool BlockSetter::page_float(const Block& node, const ElementRef& element, const ComputedStyle& style,
                             const Around& here) {
  std::string_view kept = kept_in_flow(node, here);
  if (kept.empty()) {
    const auto set = [&](BlockSetter& setter, const ComputedStyle& own, Flow& flow) {
      setter.set_block(node, element, own,
                       setter.legible({here.element, here.style, here.language, style.margin.left + style.padding.left,
                                       style.margin.right + style.padding.right, flow, here.depth}));
    };
    kept = float_apart(style.float_to == FloatTo::bottom, style, set, here.flow);
  }
  if (!kept.empty()) diagnostics_.report("layout.float-kept", node.info.span, {std::string(kept)});
  return kept.empty();
}

std::string_view BlockSetter::float_apart(bool at_foot, const ComputedStyle& style, const Setting& set, Flow& flow) {
  // Whether it can be one is known only when it is set, so it is set on trial.
  Galley trial(static_cast<const MarkWriting&>(galley_));
  source::Diagnostics silent;
  BlockSetter probe(trial, cascade_, geometry_, shaper_, role_, section_, section_style_, silent);
  probe.counters_ = counters_;
  const PageFloat tried = probe.set_float(at_foot, style, set);
  if (!trial.notes.empty()) return "it calls notes";
  if (tried.height > geometry_.max_height) return "it is higher than a page";
  if (tried.rows.empty()) return "it is empty";
  const bool leads = flow.size() == 0;
  vary_calls(flow.call_float(static_cast<uint32_t>(galley_.floats.size())));
  galley_.floats.push_back(set_float(at_foot, style, set));
  galley_.floats.back().leads = leads;
  return {};
}

void BlockSetter::finish_floats(Flow& flow) {
  vary_calls(flow.finish_floats());
  const std::vector<NodeId> anchors = flow.take_anchors();
  if (galley_.rows.empty()) return;
  // They stand where everything ends, however its paragraph is set.
  const auto add = [&](std::vector<Row>& rows) {
    rows.back().anchors.insert(rows.back().anchors.end(), anchors.begin(), anchors.end());
  };
  add(galley_.rows);
  for (ParagraphVariant& variant : galley_.variants) {
    if (variant.end == galley_.rows.size()) add(variant.rows);
  }
}

void BlockSetter::vary_calls(const std::vector<uint32_t>& floats) {
  for (auto v = galley_.variants.rbegin(); v != galley_.variants.rend() && v->end == galley_.rows.size(); ++v) {
    v->rows.back().floats.insert(v->rows.back().floats.end(), floats.begin(), floats.end());
  }
}

PageFloat BlockSetter::set_float(bool at_foot, const ComputedStyle& style, const Setting& set) {
  PageFloat made;
  made.at_foot = at_foot;
  Flow flow(made.rows, geometry_.pitch);
  ComputedStyle own = style;
  own.float_to = FloatTo::none;
  own.break_before = own.break_after = style::BreakBetween::auto_;
  own.margin.top = own.margin.bottom = Length();
  // On the text's side alone there is white space, of whole rows.
  if (at_foot) flow.margin(flow.whole_rows(style.margin.top));
  const std::optional<Length> outer = std::exchange(cell_measure_, geometry_.type_measure);
  const bool nested = std::exchange(floating_, true);
  set(*this, own, flow);
  cell_measure_ = outer;
  floating_ = nested;
  for (const Row& row : made.rows) made.height = end_of(row, made.height, Length(), geometry_.pitch);
  made.height = flow.whole_rows(made.height);
  if (!at_foot) made.height += flow.whole_rows(style.margin.bottom);
  return made;
}

void BlockSetter::report_columns(const ElementRef& element, source::Span span) {
  if (std::exchange(columns_reported_, true)) return;
  diagnostics_.report("layout.columns-misplaced", span, {std::string(element.name)});
}

void BlockSetter::report_column_break(source::Span span) {
  if (!std::exchange(column_break_reported_, true)) diagnostics_.report("layout.column-break", span);
}

}  // namespace huozi::layout
