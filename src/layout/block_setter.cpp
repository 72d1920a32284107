#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

#include "document/element.h"
#include "document/plain_text.h"
#include "layout/movable_run.h"
#include "style/heading_numbers.h"
#include "style/note_numbers.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

constexpr int kMaxDepth = 200;  // more than parsers let through, so nothing is ever cut off here

// Where a line's baseline stands in a box of some height: the em square in the middle.
Length baseline_in(Length height, Length size) {
  return (height - size) / 2 + ascent_of(size);
}

bool forces_page(style::BreakBetween value) {
  using enum style::BreakBetween;
  return value == page || value == recto || value == verso;
}

// Whether a paragraph that ends with a colon stands before the list, table, code or quotation it speaks of.
bool announces(const Block& block, const Block& next) {
  const auto* paragraph = std::get_if<Paragraph>(&block.content);
  const bool shown = !std::holds_alternative<Paragraph>(next.content) &&
                     !std::holds_alternative<Heading>(next.content) &&
                     !std::holds_alternative<ThematicBreak>(next.content);
  if (!paragraph || !shown) return false;
  const std::string text = plain_text(paragraph->children);
  return text.ends_with("：") || text.ends_with(':');
}

// A number's line feeds as forced breaks.
std::string with_line_breaks(std::string text) {
  for (size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, "\u2028");
  return text;
}

MovableRun::Kind kind_of(const Block& block, bool plain) {
  if (std::holds_alternative<Figure>(block.content)) return MovableRun::Kind::figure;
  const bool text = std::holds_alternative<Paragraph>(block.content) || std::holds_alternative<List>(block.content);
  return text && plain ? MovableRun::Kind::text : MovableRun::Kind::other;
}

}  // namespace

void BlockSetter::blocks(const Blocks& children, const Around& around) {
  if (around.depth > kMaxDepth) return;
  const bool may_move = around.flow.is_of(galley_.rows) && galley_.columns == 1 && !widths_;
  MovableRun run(galley_);
  for (size_t i = 0; i < children.size(); ++i) {
    const size_t first = around.flow.size();
    const bool parted = around.flow.pending_margin() > Length();
    plain_ = false;
    block(children[i], around, static_cast<int>(i) + 1, static_cast<int>(children.size()));
    if (may_move) run.add(kind_of(children[i], plain_), first, parted);
    if (i + 1 < children.size() && announces(children[i], children[i + 1])) around.flow.keep_with_next(kCostWidow);
  }
}

void BlockSetter::enter_element(const ElementRef& element, const ComputedStyle& style) {
  counters_.enter(style);
  if (galley_.note_reset_in.empty() && style::footnote_reset(style.counter_reset)) galley_.note_reset_in = element.name;
}

void BlockSetter::begin(const NodeInfo& info, const ComputedStyle& style, const Around& around) {
  if (style.break_before == style::BreakBetween::avoid) around.flow.keep_with_next();
  if (forces_page(style.break_before)) around.flow.force_break(style.break_before);
  if (style.float_to == style::FloatTo::bottom) around.flow.at_foot();
  around.flow.margin(style.margin.top);
  around.flow.anchor(info.id);
}

void BlockSetter::finish(const ComputedStyle& style, const Around& around) {
  if (style.break_after == style::BreakBetween::avoid) around.flow.keep_with_next();
  if (forces_page(style.break_after)) around.flow.force_break(style.break_after);
  around.flow.margin(style.margin.bottom);
}

void BlockSetter::block(const Block& node, const Around& around, int index, int siblings) {
  const ElementRef element = style::make_ref(element_of(node), node.info.attributes, &around.element, index, siblings);
  ComputedStyle style = cascade_.style(element, around.style);
  if (style.display == style::Display::none) return;
  // CSS Text Decoration 3 2.1: the blocks in a decorated block have its line.
  if (style.text_decoration == style::TextDecoration::none) style.text_decoration = around.style.text_decoration;
  enter_element(element, style);
  const std::string_view language =
      node.info.attributes.lang.empty() ? around.language : std::string_view(node.info.attributes.lang);
  const Around here =
      legible({around.element, around.style, language, around.left + style.margin.left + style.padding.left,
               around.right + style.margin.right + style.padding.right, around.flow, around.depth + 1});
  if (style.column_count > 1) report_columns(element, node.info.span);
  if (style.break_before == style::BreakBetween::column || style.break_after == style::BreakBetween::column) {
    report_column_break(node.info.span);
  }
  if (wants_float(node, style)) {
    if (page_float(node, element, style, here)) return;
    style.float_to = style::FloatTo::none;
  }
  const bool apart = (style.turned || style.plate) && !widths_ && !apart_;
  if (apart && block_apart(node, element, style, here)) return;
  set_block(node, element, style, here);
}

void BlockSetter::set_block(const Block& node, const ElementRef& element, const ComputedStyle& style,
                            const Around& here) {
  const size_t before = here.flow.size();
  if (const auto* h = std::get_if<Heading>(&node.content)) {
    heading(h->children, h->number, node.info, element, style, here);
    settle_labels(here.flow, before);
    return;
  }
  begin(node.info, style, here);
  if (const auto* p = std::get_if<Paragraph>(&node.content)) {
    if (!widths_) set_strings(p->children, {}, node.info.span, style, here.flow);
    const Around box = sized(style, here);
    const size_t rows = paragraph(p->children, element, style, box);
    if (rows > 0) borders(rows, style, box);
  } else if (const auto* q = std::get_if<Quotation>(&node.content)) {
    container(q->children, element, style, here);
  } else if (const auto* l = std::get_if<List>(&node.content)) {
    list(*l, element, style, here);
  } else if (const auto* f = std::get_if<Figure>(&node.content)) {
    figure(*f, node.info, element, style, here);
  } else if (const auto* d = std::get_if<Division>(&node.content)) {
    container(d->children, element, style, here);
  } else if (const auto* dl = std::get_if<DefinitionList>(&node.content)) {
    definition_list(*dl, node.info, element, style, here);
  } else if (const auto* t = std::get_if<Table>(&node.content)) {
    table(*t, node.info, element, style, here);
  } else if (const auto* c = std::get_if<CodeBlock>(&node.content)) {
    code_block(*c, node.info, style, here);
  } else if (std::holds_alternative<ThematicBreak>(node.content)) {
    thematic_break(node.info, element, style, here);
  }
  settle_labels(here.flow, before);
  if (style.break_inside == style::BreakInside::avoid) keep_whole(here.flow, before);
  finish(style, here);
  plain_ = style.margin.top <= Length() && style.margin.bottom <= Length() &&
           style.break_before == style::BreakBetween::auto_ && style.break_after == style::BreakBetween::auto_;
}

// However deep blocks nest and however wide their margins are, some characters stand on a line; negative margins hang
// two characters into the page's at most.
BlockSetter::Around BlockSetter::legible(Around around) const {
  const Length hang = around.style.font_size * -2;
  around.left = std::max(around.left, hang);
  around.right = std::max(around.right, hang);
  const Length least = std::min(std::max(full_measure() / 3, around.style.font_size * 4), full_measure());
  const Length room = full_measure() - least;
  if (around.left + around.right <= room) return around;
  const Length right = std::min(around.right, room / 2);
  return {around.element, around.style, around.language, std::min(around.left, room - right),
          right,          around.flow,  around.depth};
}

// A width of its own: the box stands in the middle of centred text, otherwise at the start.
BlockSetter::Around BlockSetter::sized(const ComputedStyle& style, Around around) const {
  const Length full = measure(around);
  Length width = style.width.value_or(style.width_share > 0 ? full.scaled(style.width_share, 1000) : full);
  width = std::clamp(width, style.font_size, std::max(full, style.font_size));
  const Length rest = std::max(full - width, Length());
  const Length left = style.text_align == style::TextAlign::center ? rest / 2
                      : style.text_align == style::TextAlign::end  ? rest
                                                                   : Length();
  return {around.element, around.style, around.language, around.left + left, around.right + rest - left,
          around.flow,    around.depth};
}

// The upper and lower borders of the block of the last `rows` rows: they stand in its first and last row.
void BlockSetter::borders(size_t rows, const ComputedStyle& style, const Around& around) {
  const auto draw = [&](const style::BorderSide& side, Row& row, Length y) {
    if (!side.is_drawn()) return;
    row.items.emplace_back(RuleItem{{around.left, y, measure(around), side.width}, side.color, {}});
  };
  const Length lead = (around.flow.on_grid() ? around.flow.pitch() : style.line_height) - style.font_size;
  draw(style.border.top, around.flow.recent(rows - 1), lead / 2 - style.padding.top - style.border.top.width);
  Row& last = around.flow.recent(0);
  draw(style.border.bottom, last, last.height - lead / 2 + style.padding.bottom);
}

void BlockSetter::container(const Blocks& children, const ElementRef& element, const ComputedStyle& style,
                            const Around& around) {
  const Around inner{element, style, around.language, around.left, around.right, around.flow, around.depth};
  const auto generated = [&](std::string_view pseudo) {
    InlineText text = begin_text(style, {cascade_, shaper_.library(), around.language});
    generate(text, pseudo, element, style, around);
    if (!text.text.empty()) lines_to_rows(text, style, inner);
  };
  generated("before");
  blocks(children, inner);
  generated("after");
}

ParagraphShape BlockSetter::shape_of(const ComputedStyle& style, const Around& around) const {
  ParagraphShape shape;
  shape.measure = measure(around);
  // Likewise two characters at either side.
  const Length em = style.font_size;
  shape.first_indent = std::clamp(style.text_indent, -std::max(around.left, Length()) - em * 2,
                                  std::max(shape.measure - em * 2, Length()));
  shape.each_line = style.indent_each_line;
  shape.align = style.text_align;
  shape.align_last = style.text_align_last;
  shape.balance = style.balance;
  return shape;
}

void BlockSetter::generate(InlineText& text, std::string_view pseudo, const ElementRef& element,
                           const ComputedStyle& style, const Around& around, const Number* number) {
  const ComputedStyle pseudo_style = cascade_.pseudo_style(element, pseudo, style);
  if (pseudo_style.content.empty() || pseudo_style.display == style::Display::none) return;
  counters_.enter(pseudo_style);
  const bool is_number = number && style::is_number(pseudo_style.content);
  const std::string content =
      is_number ? with_line_breaks(number->text) : counters_.text_of(pseudo_style.content, cascade_);
  if (content.empty()) return;
  text.styles.push_back(make_text_style(pseudo_style, around.language, shaper_.library()));
  append_text(text, content, static_cast<uint32_t>(text.styles.size() - 1), is_number ? number->node : NodeId());
}

uint32_t BlockSetter::adopt_styles(const InlineText& text) {
  const auto base = static_cast<uint32_t>(galley_.styles.size());
  galley_.spacing_cut = galley_.spacing_cut || std::any_of(text.styles.begin(), text.styles.end(),
                                                           [](const TextStyle& look) { return look.spacing_cut; });
  // Styles are looked up by marks and references only.
  if (!text.objects.empty()) galley_.styles.insert(galley_.styles.end(), text.styles.begin(), text.styles.end());
  return base;
}

size_t BlockSetter::paragraph(const Inlines& inlines, const ElementRef& element, const ComputedStyle& style,
                              const Around& around, const Number* number) {
  const InlineContext context{cascade_, shaper_.library(), around.language, geometry_.folio_digits};
  InlineText text = begin_text(style, context);
  if (note_marker_) {
    // css-gcpm-3 2.3: the marker, then half an em.
    const ComputedStyle marker = cascade_.pseudo_style(*element.parent, "footnote-marker", style);
    text.styles.push_back(make_text_style(marker, around.language, shaper_.library()));
    InlineObject object;
    object.kind = InlineObject::Kind::note_marker;
    const GalleyNote& note = galley_.notes[*note_marker_];
    object.width = mark_width(true, note.ordinal, note.at_end, text.styles.back()) + marker.margin.right;
    object.style = 1;
    object.note_index = *note_marker_;
    object.node = galley_.notes[*note_marker_].node;
    append_object(text, object);
    note_marker_ = nullptr;
  }
  generate(text, "before", element, style, around, number);
  if (brief_) {
    append_brief(text, inlines);
  } else {
    append_inlines(text, inlines, element, style, context);
  }
  generate(text, "after", element, style, around);
  return lines_to_rows(text, style, around);
}

size_t BlockSetter::lines_to_rows(InlineText& text, const ComputedStyle& style, const Around& around) {
  size_marks(text);
  if (widths_) {
    take_widths(content_widths(text, style.text_indent, shaper_), around);
    return 0;
  }
  set_notes(text, around.language);
  // CSS 2 10.4: an image is at most as wide as what holds it.
  for (InlineObject& object : text.objects) {
    if (object.kind != InlineObject::Kind::image || object.width <= measure(around)) continue;
    object.height = object.height.scaled(measure(around).raw(), object.width.raw());
    object.width = measure(around);
  }
  ParagraphShape shape = shape_of(style, around);
  std::vector<Label> labels = std::exchange(labels_, {});
  for (const Label& label : labels) shape.first_indent = label.overhang;
  const uint32_t style_base = adopt_styles(text);
  // Of paragraphs of the text itself; what boxes and lists add to rows stands in the way of a change.
  const bool varied = around.flow.is_of(galley_.rows) && galley_.columns == 1 && style.on_grid && labels.empty() &&
                      !cell_measure_ && style.break_inside != style::BreakInside::avoid &&
                      !style.border.top.is_drawn() && !style.border.bottom.is_drawn();
  std::vector<SetVariant> variants;
  std::vector<NodeId> block_anchors;  // those that the first row has, not the first line
  std::vector<SetLine> lines =
      set_paragraph(text, shape, style_base, shaper_, diagnostics_, varied ? &variants : nullptr);
  bool too_tall = false;
  // A line takes one row of the grid; type larger than that, as many as it needs.
  const Length pitch = around.flow.on_grid() && style.on_grid
                           ? around.flow.whole_rows(std::max(around.flow.pitch(), style.font_size))
                           : style.line_height;
  for (SetLine& line : lines) {
    const bool first = &line == &lines.front();
    const Length tall = line.height > style.font_size ? line.height + style.font_size / 4 : Length();
    Row& row = around.flow.add(std::max(pitch, tall));
    // A tall image hangs from the row's top; text keeps its place in the last row of the slice.
    const Length baseline = row.height - pitch + baseline_in(pitch, style.font_size);
    if (first) {
      for (Label& label : labels) place_line(label.line, text, row, label.x, baseline);
    }
    row.leading = (pitch - style.font_size) / 2;
    if (first) block_anchors = row.anchors;
    place_line(line, text, row, around.left, baseline);
    too_tall = too_tall || row.height > geometry_.max_height;
  }
  if (too_tall) report_too_tall(text);
  if (lines.empty()) {
    for (const InlineAnchor& anchor : text.anchors) around.flow.anchor(anchor.node);
  } else {
    last_line_ = {around.left + shape.first_indent, around.left + lines.back().width,
                  shape.align_last == style::TextAlign::start};
  }
  around.flow.protect_lines(lines.size(), style.orphans, style.widows);
  for (SetVariant& variant : variants) add_variant(variant, text, lines.size(), block_anchors, pitch, style, around);
  return lines.size();
}

// In place of the last `count` rows, which are one paragraph's.
void BlockSetter::add_variant(SetVariant& set, const InlineText& text, size_t count,
                              const std::vector<NodeId>& block_anchors, Length pitch, const ComputedStyle& style,
                              const Around& around) {
  const Row& opening = around.flow.recent(count - 1);
  ParagraphVariant variant;
  variant.end = static_cast<uint32_t>(around.flow.size());
  variant.begin = variant.end - static_cast<uint32_t>(count);
  variant.cost = set.cost;
  for (size_t k = 0; k < count; ++k) {
    if (around.flow.recent(k).height != pitch) return;  // tall images and the like
  }
  for (SetLine& line : set.lines) {
    Row& row = variant.rows.emplace_back();
    row.height = pitch;
    place_line(line, text, row, around.left, baseline_in(pitch, style.font_size));
  }
  Row& first = variant.rows.front();
  first.break_cost = opening.break_cost;
  first.forced_break = opening.forced_break;
  first.side = opening.side;
  first.floats = opening.floats;
  first.anchors.insert(first.anchors.begin(), block_anchors.begin(), block_anchors.end());
  first.strings = opening.strings;
  protect_lines(variant.rows, variant.rows.size(), style.orphans, style.widows);
  galley_.variants.push_back(std::move(variant));
}

// No break in the rows from `first` on. Their paragraphs have no other ways to be set: these would bring breaks back.
void BlockSetter::keep_whole(Flow& flow, size_t first) {
  flow.keep_together_from(first);
  if (!flow.is_of(galley_.rows)) return;
  std::erase_if(galley_.variants, [&](const ParagraphVariant& variant) { return variant.begin >= first; });
}

void BlockSetter::report_too_tall(const InlineText& text) {
  const auto known = std::find_if(text.runs.begin(), text.runs.end(),
                                  [](const InlineRun& run) { return run.span.file != source::kNoFile; });
  diagnostics_.report("layout.too-tall", known == text.runs.end() ? source::Span() : known->span);
}

void BlockSetter::place_line(SetLine& line, const InlineText& text, Row& row, Length left, Length baseline) {
  for (RowItem& item : line.items) {
    shift(item, {left, baseline});
    row.items.push_back(std::move(item));
  }
  row.anchors.insert(row.anchors.end(), line.anchors.begin(), line.anchors.end());
  for (const uint32_t object : line.objects) {
    const uint32_t note = text.objects[object].note_index;
    if (galley_.notes[note].at_end) continue;
    row.calls.push_back(note);
    // Notes called within the note come after it.
    for (const Row& inner : galley_.notes[note].rows) {
      row.calls.insert(row.calls.end(), inner.calls.begin(), inner.calls.end());
    }
  }
}

void BlockSetter::set_strings(const Inlines& inlines, const std::string& number, source::Span span,
                              const ComputedStyle& style, Flow& flow) {
  using Kind = style::ContentItem::Kind;
  // A section's title is written in the article's front matter: its words know where.
  if (span.file == source::kNoFile && !inlines.empty()) span = inlines.front().info.span;
  for (const style::StringSet& set : style.string_set) {
    std::string value;
    for (const style::ContentItem& item : set.value) {
      if (item.kind != Kind::content_text) {
        value += counters_.text_of({item}, cascade_);
      } else if (item.value == "before") {
        value += number.substr(0, number.find_last_not_of('\n') + 1);
      } else {
        value += item.value == "text" ? plain_text(inlines) : numbered_title(number, inlines);
      }
    }
    flow.set_string({set.name, std::move(value), span});
  }
}

// A heading is one slice of whole rows: its lines at their own pitch, the blank rows above and below with them (占行).
void BlockSetter::heading(const Inlines& inlines, const std::string& number, const NodeInfo& info,
                          const ElementRef& element, const ComputedStyle& style, const Around& around) {
  const bool stacked = around.flow.after_heading;
  begin(info, style, around);
  const InlineContext context{cascade_, shaper_.library(), around.language, geometry_.folio_digits};
  InlineText text = begin_text(style, context);
  const Number own{number, info.id};
  generate(text, "before", element, style, around, &own);
  append_inlines(text, inlines, element, style, context);
  generate(text, "after", element, style, around);
  size_marks(text);
  if (widths_) return take_widths(content_widths(text, style.text_indent, shaper_), around);
  set_strings(inlines, number, info.span, style, around.flow);
  set_notes(text, around.language);
  ParagraphShape shape = shape_of(style, around);
  if (shape.align == style::TextAlign::justify) shape.align = style::TextAlign::start;
  const uint32_t style_base = adopt_styles(text);
  std::vector<SetLine> lines = set_paragraph(text, shape, style_base, shaper_, diagnostics_);
  if (lines.empty()) return;

  const Length text_height = style.line_height * static_cast<int64_t>(lines.size());
  Length height = text_height;
  Length top;
  if (around.flow.on_grid() && style.rows > 0) {
    const Length pitch = around.flow.pitch();
    int64_t rows = style.rows;
    int64_t before = style.rows_before;
    const int64_t needed = base::units_up(text_height, pitch);
    // CLREQ 2.3.3: one line in n rows; each further line adds what it needs.
    const int64_t first = base::units_up(style.line_height, pitch);
    rows += std::max<int64_t>(needed - first, 0);
    if (stacked && rows > needed) {
      --rows;  // two headings one under the other: the sum less one row
      if (before > 0) --before;
    }
    rows = std::max(rows, needed);
    height = pitch * rows;
    if (before >= 0) {
      before = std::min(before, rows - needed);
      top = pitch * before + (pitch * needed - text_height) / 2;
    } else {
      top = (height - text_height) / 2;
    }
  } else {
    height = around.flow.whole_rows(text_height);
    top = (height - text_height) / 2;
  }
  if (height > geometry_.max_height) {
    // No page holds it whole: its lines go as those of a paragraph.
    for (SetLine& line : lines) {
      Row& row = around.flow.add(style.line_height);
      place_line(line, text, row, around.left, baseline_in(style.line_height, style.font_size));
    }
    if (around.flow.whole_rows(style.line_height) > geometry_.max_height) report_too_tall(text);
    finish(style, around);
    return;
  }
  // Its blank rows are the white space between it and its neighbours.
  const bool spaced = height >= text_height + style.line_height / 2;
  if (spaced) around.flow.drop_margin();
  Row& row = around.flow.add(height);
  for (SetLine& line : lines) {
    place_line(line, text, row, around.left, top + baseline_in(style.line_height, style.font_size));
    top += style.line_height;
  }
  finish(style, around);
  around.flow.after_heading = spaced;
}

void BlockSetter::title(const Section& section, const Around& around) {
  const Attributes none;
  const ElementRef element = style::make_ref({"h1", {}}, none, &around.element, 1, 2);
  const ComputedStyle style = cascade_.style(element, around.style);
  if (style.display == style::Display::none) return;
  enter_element(element, style);
  const auto set = [&](BlockSetter& setter, const ComputedStyle& own, Flow& flow) {
    setter.heading(section.title, section.number, section.info, element, own,
                   setter.legible({around.element, around.style, around.language, around.left + style.margin.left,
                                   around.right + style.margin.right, flow, around.depth}));
  };
  // Above columns the title spans them all.
  if (galley_.columns > 1 && float_apart(false, style, set, around.flow).empty()) return;
  set(*this, style, around.flow);
}

}  // namespace huozi::layout
