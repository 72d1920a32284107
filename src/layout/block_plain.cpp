// Tables, code and rules between blocks, each in its plain form: a table's cells one after another, row by row.
#include <algorithm>

#include "document/element.h"
#include "layout/block_setter.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

void BlockSetter::table(const Table& table, const NodeInfo& info, const ElementRef& element, const ComputedStyle& style,
                        const Around& around) {
  diagnostics_.report("layout.unsupported", info.span, {"a table"});
  const Attributes none;
  if (!table.caption.empty()) {
    const ElementRef caption = style::make_ref({"caption", {}}, none, &element, 1, 1);
    paragraph(table.caption, caption, cascade_.style(caption, style), around);
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
      blocks(cell.children, {td, cascade_.style(td, row_style), around.language, around.left, around.right,
                             around.flow, around.depth});
    }
  }
}

void BlockSetter::code_block(const CodeBlock& code, const NodeInfo& info, const ComputedStyle& style,
                             const Around& around) {
  ComputedStyle plain = style;
  plain.text_align = style::TextAlign::start;
  plain.text_indent = Length();
  size_t begin = 0;
  while (begin <= code.text.size()) {
    const size_t end = std::min(code.text.find('\n', begin), code.text.size());
    InlineText text = begin_text(plain, {cascade_, shaper_.library(), around.language});
    const std::string line = code.text.substr(begin, end - begin);
    append_text(text, line.empty() ? "\u00A0" : line, 0, info.id);
    text.runs.back().node_offset = static_cast<uint32_t>(begin);
    lines_to_rows(text, plain, around);
    begin = end + 1;
  }
}

void BlockSetter::thematic_break(const NodeInfo& info, const ComputedStyle& style, const Around& around) {
  const Length height = around.flow.on_grid() ? around.flow.pitch() : style.line_height;
  Row& row = around.flow.add(height);
  const Length width = measure(around) / 3;
  row.items.emplace_back(
      RuleItem{{around.left + width, height / 2, width, Length::ratio(2, 5)}, style.color, info.id});
}

}  // namespace huozi::layout
