// Tables: column widths from what the cells need, the cells set in them, the whole cut into rows of the galley.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "document/element.h"
#include "document/placeholder.h"
#include "layout/block_setter.h"
#include "layout/table_columns.h"
#include "layout/table_slices.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

// HTML's elements around a cell, as the e-book has them: the styles come down through them.
class TableStyles {
 public:
  TableStyles(const Table& table, const TableGrid& grid, const style::Cascade& cascade, const ElementRef& element,
              const ComputedStyle& style)
      : table_(table), grid_(grid), cascade_(cascade) {
    const bool both = grid.header_rows > 0;
    thead_ = style::make_ref({"thead", {}}, none_, &element, 1, 2);
    tbody_ = style::make_ref({"tbody", {}}, none_, &element, both ? 2 : 1, both ? 2 : 1);
    head_style_ = cascade.style(thead_, style);
    body_style_ = cascade.style(tbody_, style);
  }

  // Calls visit(cell, element, style) for each cell in order. The alignment written at the cell wins over the sheet.
  template <typename Visit>
  void each_cell(Visit visit) const {
    uint32_t row = UINT32_MAX;
    int index = 0;
    ElementRef tr;
    ComputedStyle row_style;
    for (const PlacedCell& cell : grid_.cells) {
      if (cell.row != row) {
        row = cell.row;
        index = 0;
        tr = row_element(row);
        row_style = cascade_.style(tr, group_style(row));
      }
      const ElementRef td = style::make_ref(cell_element(*cell.cell), cell.cell->info.attributes, &tr, ++index,
                                            static_cast<int>(table_.rows[row].size()));
      ComputedStyle cell_style = cascade_.style(td, row_style);
      switch (cell.cell->alignment) {
        case TableCell::Alignment::left:
          cell_style.text_align = style::TextAlign::start;
          break;
        case TableCell::Alignment::center:
          cell_style.text_align = style::TextAlign::center;
          break;
        case TableCell::Alignment::right:
          cell_style.text_align = style::TextAlign::end;
          break;
        case TableCell::Alignment::none:
          break;
      }
      visit(cell, td, cell_style);
    }
  }

  // The rule below each row: the row's own, the next one's, or its group's.
  std::vector<style::BorderSide> rules() const {
    std::vector<style::BorderSide> rules(grid_.rows);
    const auto draw = [&](uint32_t row, const style::BorderSide& side) {
      if (row < grid_.rows && side.style != style::BorderStyle::none) rules[row] = side;
    };
    for (uint32_t row = 0; row < grid_.rows; ++row) {
      const ComputedStyle style = cascade_.style(row_element(row), group_style(row));
      draw(row - 1, style.border.top);
      draw(row, style.border.bottom);
    }
    draw(grid_.header_rows - 1, body_style_.border.top);
    draw(grid_.header_rows - 1, head_style_.border.bottom);
    return rules;
  }

 private:
  bool in_head(uint32_t row) const { return row < grid_.header_rows; }
  const ComputedStyle& group_style(uint32_t row) const { return in_head(row) ? head_style_ : body_style_; }
  ElementRef row_element(uint32_t row) const {
    const uint32_t first = in_head(row) ? 0 : grid_.header_rows;
    const uint32_t end = in_head(row) ? grid_.header_rows : grid_.rows;
    return style::make_ref({"tr", {}}, none_, in_head(row) ? &thead_ : &tbody_, static_cast<int>(row - first) + 1,
                           static_cast<int>(end - first));
  }

  const Table& table_;
  const TableGrid& grid_;
  const style::Cascade& cascade_;
  Attributes none_;
  ElementRef thead_, tbody_;
  ComputedStyle head_style_, body_style_;
};

struct CellNeed {
  CellWidths content;
  Length padding;  // left and right
};

// With as much padding as there is room for, of four quarters; `quarters` is told.
std::vector<ContentWidths> padded_needs(const std::vector<CellNeed>& cells, uint32_t columns, Length available,
                                        int& quarters) {
  std::vector<ContentWidths> needs;
  for (quarters = 4; quarters > 0; quarters /= 2) {
    std::vector<CellWidths> padded;
    for (const CellNeed& cell : cells) {
      padded.push_back(cell.content);
      padded.back().widths.least += cell.padding * quarters / 4;
      padded.back().widths.greatest += cell.padding * quarters / 4;
    }
    needs = column_needs(padded, columns);
    Length least;
    for (const ContentWidths& need : needs) least += need.least;
    if (least <= available) return needs;
  }
  quarters = 1;
  return needs;
}

std::string_view language_of(const NodeInfo& info, std::string_view outer) {
  return info.attributes.lang.empty() ? outer : std::string_view(info.attributes.lang);
}

}  // namespace

ContentWidths BlockSetter::widths_of(const Blocks& children, const Around& around) const {
  ContentWidths widths;
  Galley unused(static_cast<const MarkWriting&>(galley_));
  source::Diagnostics silent;  // the same texts are set again
  BlockSetter probe(unused, cascade_, geometry_, shaper_, role_, section_, section_style_, silent);
  probe.widths_ = &widths;
  probe.counters_ = counters_;
  probe.cell_measure_ = Length::points(1'000'000);
  std::vector<Row> rows;
  Flow flow(rows, Length());
  probe.blocks(children, {around.element, around.style, around.language, Length(), Length(), flow, around.depth});
  return widths;
}

void BlockSetter::take_widths(const ContentWidths& needed, const Around& around) {
  const Length edges = around.left + around.right;
  widths_->least = std::max(widths_->least, needed.least + edges);
  widths_->greatest = std::max(widths_->greatest, needed.greatest + edges);
}

void BlockSetter::table(const Table& table, const NodeInfo& info, const ElementRef& element, const ComputedStyle& style,
                        const Around& around) {
  const Length full = measure(around);
  const Length wanted = style.width.value_or(style.width_share > 0 ? full.scaled(style.width_share, 1000) : full);
  const bool fill = style.width.has_value() || style.width_share > 0;
  const Length available = std::clamp(wanted, std::min(style.font_size, full), full);
  // A column narrower than a character and its quarter of padding holds nothing.
  const int64_t most = std::max<int64_t>(base::units_down(available, style.font_size * 5 / 4), 1);
  const std::optional<TableGrid> grid = place_cells(table, static_cast<uint32_t>(most));
  if (!grid || table.rows.empty()) {
    if (!widths_ && !grid) diagnostics_.report("layout.table-too-wide", info.span, {std::to_string(most)});
    stacked_table(table, info.id, element, style, around);
    return;
  }
  const TableStyles styles(table, *grid, cascade_, element, style);
  std::vector<CellNeed> cells;
  styles.each_cell([&](const PlacedCell& place, const ElementRef& td, const ComputedStyle& cell_style) {
    const Around inside{td,          cell_style,  language_of(place.cell->info, around.language), Length(), Length(),
                        around.flow, around.depth};
    cells.push_back({{place.column, place.columns, widths_of(place.cell->children, inside)},
                     cell_style.padding.left + cell_style.padding.right});
  });
  int quarters = 4;
  const std::vector<ContentWidths> needs = padded_needs(cells, grid->columns, available, quarters);
  if (widths_) {
    ContentWidths sum;
    for (const ContentWidths& need : needs) {
      sum.least += need.least;
      sum.greatest += need.greatest;
    }
    return take_widths(sum, around);
  }
  const std::vector<Length> columns = fit_columns(needs, available, style.font_size * 5 / 4, fill);
  bool narrow = false;
  for (size_t i = 0; i < columns.size(); ++i) {
    narrow = narrow || (columns[i] < style.font_size * 3 && columns[i] < needs[i].greatest);
  }
  if (narrow && around.flow.on_grid() && !floating_) diagnostics_.report("layout.table-narrow", info.span);

  TableFrame frame;
  frame.width = sum_of(columns);
  frame.left = around.left + (full - frame.width) / 2;
  frame.border = style.border;
  frame.rules = styles.rules();
  frame.header_rows = grid->header_rows;
  const bool on_grid = around.flow.on_grid();
  if (on_grid) frame.lead = std::max((around.flow.pitch() - section_style_.font_size) / 2, Length());
  frame.tallest = geometry_.max_height / 3;

  std::vector<Label> labels = std::exchange(labels_, {});  // they stand beside the table, not in its first cell
  std::vector<Row> caption = caption_rows(table, info.id, element, style, around);
  std::vector<Length> edges(1, frame.left);
  for (const Length width : columns) edges.push_back(edges.back() + width);
  std::vector<SetCell> set;
  styles.each_cell([&](const PlacedCell& place, const ElementRef& td, const ComputedStyle& cell_style) {
    SetCell cell;
    cell.place = place;
    cell.x = edges[place.column];
    cell.width = edges[place.column + place.columns] - cell.x;
    cell.padding_top = cell_style.padding.top;
    cell.padding_bottom = cell_style.padding.bottom;
    cell.least_height = std::max(cell_style.height.value_or(Length()), cell_style.line_height);
    cell.border = cell_style.border;
    const Length left = cell_style.padding.left * quarters / 4;
    const Length right = cell_style.padding.right * quarters / 4;
    Flow flow(cell.rows, Length());
    flow.anchor(place.cell->info.id);
    const std::optional<Length> outer = std::exchange(cell_measure_, cell.width - left - right);
    blocks(place.cell->children,
           {td, cell_style, language_of(place.cell->info, around.language), Length(), Length(), flow, around.depth});
    cell_measure_ = outer;
    while (!cell.rows.empty() && cell.rows.front().discardable) cell.rows.erase(cell.rows.begin());
    for (Row& row : cell.rows) {
      for (RowItem& item : row.items) shift(item, {cell.x + left, Length()});
    }
    set.push_back(std::move(cell));
  });
  const Length lead = frame.lead;
  RepeatedHead above =
      continuation(table, element, style,
                   {element, style, around.language, around.left,
                    around.right + full - (frame.left - around.left + frame.width), around.flow, around.depth});
  if (!caption.empty()) {
    caption.front().height += lead;
    for (RowItem& item : caption.front().items) shift(item, {Length(), lead});
    frame.lead = Length();
  }
  TableSlices slices = slice_table(frame, std::move(set));
  const Length head_lead = lead - frame.lead;
  slices.rows.back().height += head_lead;
  above.height += head_lead;
  for (RowItem& item : above.items) shift(item, {Length(), head_lead});
  add_table(std::move(caption), std::move(slices), std::move(above), style, info.span, around);
  labels_ = std::move(labels);
}

// The caption's lines, to stand above the table.
std::vector<Row> BlockSetter::caption_rows(const Table& table, NodeId id, const ElementRef& element,
                                           const ComputedStyle& style, const Around& around) {
  std::vector<Row> rows;
  if (table.caption.empty()) return rows;
  const Attributes none;
  const ElementRef caption = style::make_ref({"caption", {}}, none, &element, 1, 3);
  Flow flow(rows, Length());
  const ComputedStyle caption_style = cascade_.style(caption, style);
  const Number number{table.number, id};
  paragraph(table.caption, caption, caption_style,
            {element, style, around.language, around.left, around.right, flow, around.depth}, &number);
  if (!rows.empty()) rows.back().height += caption_style.padding.bottom + caption_style.margin.bottom;
  return rows;
}

// Editors mark where a captioned table goes on, at its right edge; the caption itself is not repeated.
RepeatedHead BlockSetter::continuation(const Table& table, const ElementRef& element, const ComputedStyle& style,
                                       const Around& around) {
  RepeatedHead out;
  if (table.caption.empty()) return out;
  out.words = style.continued.value_or(std::string(continued_table_text(around.language)));
  if (out.words.empty()) return out;
  const Attributes none;
  ComputedStyle line_style = cascade_.style(style::make_ref({"caption", {}}, none, &element, 1, 3), style);
  line_style.text_align = line_style.text_align_last = style::TextAlign::end;
  line_style.text_indent = Length();
  InlineText text = begin_text(line_style, {cascade_, shaper_.library(), around.language});
  append_text(text, out.words, 0, {});
  std::vector<Row> rows;
  Flow flow(rows, Length());
  lines_to_rows(text, line_style, {element, style, around.language, around.left, around.right, flow, around.depth});
  for (Row& row : rows) {
    for (RowItem& item : row.items) {
      shift(item, {Length(), out.height});
      out.items.push_back(std::move(item));
    }
    out.height += row.height;
  }
  out.height += line_style.padding.bottom + line_style.margin.bottom;
  if (out.height <= geometry_.max_height / 3) return out;
  diagnostics_.report("layout.continued-too-long", table.caption.front().info.span, {});
  return {};
}

void BlockSetter::add_table(std::vector<Row> caption, TableSlices slices, RepeatedHead above,
                            const ComputedStyle& style, source::Span span, const Around& around) {
  Flow& flow = around.flow;
  Length height;
  for (const Row& row : caption) height += row.height;
  for (const Row& row : slices.rows) height += row.height;
  if (flow.on_grid() && height < geometry_.max_height) {
    // What is wanting to whole rows stands half above the table, half below.
    const Length total = flow.pending_margin() + height + style.margin.bottom;
    const Length rest = flow.pitch() * base::units_up(total, flow.pitch()) - total;
    flow.margin(flow.pending_margin() + rest / 2);
  }
  const size_t header = caption.size() + slices.header;
  std::vector<Row> all = std::move(caption);
  std::move(slices.rows.begin(), slices.rows.end(), std::back_inserter(all));
  uint32_t head = kNoHead;
  if ((slices.header > 0 || !above.items.empty()) && flow.on_grid()) {
    head = static_cast<uint32_t>(galley_.heads.size());
    RepeatedHead repeated = slices.header > 0 ? repeated_head(all[header - 1]) : RepeatedHead();
    for (RowItem& item : repeated.items) {
      shift(item, {Length(), above.height});
      above.items.push_back(std::move(item));
    }
    above.height += repeated.height;
    galley_.heads.push_back(std::move(above));
  }
  bool too_tall = false;
  for (size_t i = 0; i < all.size(); ++i) {
    Row& row = flow.add_exact(all[i].height);
    row.items = std::move(all[i].items);
    row.calls = std::move(all[i].calls);
    std::move(all[i].anchors.begin(), all[i].anchors.end(), std::back_inserter(row.anchors));
    std::move(all[i].strings.begin(), all[i].strings.end(), std::back_inserter(row.strings));
    if (i < header) flow.keep_with_next();
    // No head where it would leave no room for the row.
    const bool headed = i >= header && head != kNoHead;
    if (headed && row.height + galley_.heads[head].height <= geometry_.max_height) row.head = head;
    too_tall = too_tall || row.height > geometry_.max_height;
  }
  flow.protect_lines(all.size() - header, style.orphans, style.widows);
  if (too_tall && flow.on_grid()) diagnostics_.report("layout.too-tall", span);
}

// More columns than the measure can hold: the cells one after another.
void BlockSetter::stacked_table(const Table& table, NodeId id, const ElementRef& element, const ComputedStyle& style,
                                const Around& around) {
  const Attributes none;
  if (!table.caption.empty()) {
    const ElementRef caption = style::make_ref({"caption", {}}, none, &element, 1, 1);
    const Number number{table.number, id};
    paragraph(table.caption, caption, cascade_.style(caption, style), around, &number);
    around.flow.keep_with_next();
  }
  int row_index = 0;
  for (const std::vector<TableCell>& row : table.rows) {
    const ElementRef tr = style::make_ref({"tr", {}}, none, &element, ++row_index, static_cast<int>(table.rows.size()));
    const ComputedStyle row_style = cascade_.style(tr, style);
    int index = 0;
    for (const TableCell& cell : row) {
      const ElementRef td =
          style::make_ref(cell_element(cell), cell.info.attributes, &tr, ++index, static_cast<int>(row.size()));
      around.flow.anchor(cell.info.id);
      blocks(cell.children, {td, cascade_.style(td, row_style), language_of(cell.info, around.language), around.left,
                             around.right, around.flow, around.depth});
    }
  }
}

}  // namespace huozi::layout
