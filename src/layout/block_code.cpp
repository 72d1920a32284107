// Code blocks, and what stands between blocks (hr).
#include <algorithm>

#include "layout/block_setter.h"
#include "layout/code_line.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

constexpr size_t kTabColumns = 4;

// One line of a code block, tabs as blanks up to the next column of four. Returns how many blanks it begins with.
size_t append_code(InlineText& text, std::string_view line, uint32_t offset, NodeId node) {
  size_t column = 0;
  size_t indent = 0;
  bool leading = true;
  const auto append = [&](std::string_view piece, size_t at) {
    if (piece.empty()) return;
    append_text(text, piece, 0, node);
    text.runs.back().node_offset = offset + static_cast<uint32_t>(at);
  };
  size_t written = 0;
  for (size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] != '\t') {
      const bool continues = (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80;
      // Three bytes of UTF-8 and more: nearly all of it is wide.
      if (!continues) column += static_cast<unsigned char>(line[i]) >= 0xE0 ? 2 : 1;
      leading = leading && line[i] == ' ';
      if (leading) ++indent;
      continue;
    }
    append(line.substr(written, i - written), written);
    if (i == line.size()) break;
    const size_t blanks = kTabColumns - column % kTabColumns;
    append(std::string(blanks, ' '), i);
    column += blanks;
    if (leading) indent += blanks;
    written = i + 1;
  }
  return indent;
}

// A bent arrow whose point is at the left: this line goes on below.
void turn_mark(Row& row, Length right, Length middle, Length size, const style::Color& color) {
  const Length line = size / 16;
  const Length width = size / 2;
  const Length rise = size.scaled(3, 10);
  row.items.emplace_back(RuleItem{{right - line, middle - rise, line, rise + line}, color, {}});
  row.items.emplace_back(RuleItem{{right - width, middle, width, line}, color, {}});
  constexpr int kSlices = 4;
  for (int i = 0; i < kSlices; ++i) {
    const Length height = line * (2 * i + 1);
    row.items.emplace_back(
        RuleItem{{right - width + line * i, middle + line / 2 - height / 2, line, height}, color, {}});
  }
}

}  // namespace

void BlockSetter::code_block(const CodeBlock& code, const NodeInfo& info, const ComputedStyle& style,
                             const Around& around) {
  ComputedStyle plain = style;
  plain.text_align = plain.text_align_last = style::TextAlign::start;
  Flow& flow = around.flow;
  size_t total = 0;
  for (size_t begin = 0; begin <= code.text.size();) {
    const size_t end = std::min(code.text.find('\n', begin), code.text.size());
    InlineText text = begin_text(plain, {cascade_, shaper_.library(), around.language});
    text.styles.front().keep_spaces = true;
    text.cell = cell_of(text.styles.front(), shaper_.library());
    const std::string_view line = std::string_view(code.text).substr(begin, end - begin);
    const size_t indent = append_code(text, line, static_cast<uint32_t>(begin), info.id);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      flow.add(flow.on_grid() && style.on_grid ? flow.pitch() : style.line_height);
      ++total;
      continue;
    }
    // Turned lines stand two cells further in than the line they continue.
    const Length hang =
        std::min(text.cell * static_cast<int64_t>(std::min<size_t>(indent, 1000) + 2), measure(around) / 2);
    plain.text_indent = -hang;
    const size_t rows = lines_to_rows(
        text, plain,
        {around.element, around.style, around.language, around.left + hang, around.right, flow, around.depth});
    for (size_t back = 1; back < rows; ++back) {
      Row& row = flow.recent(back);
      turn_mark(row, around.left + measure(around), row.height / 2, style.font_size, style.color);
    }
    total += rows;
  }
  flow.protect_lines(total, style.orphans, style.widows);
}

// What ::before says, in the middle of a row; without it a rule, or a blank row.
void BlockSetter::thematic_break(const NodeInfo& info, const ElementRef& element, const ComputedStyle& style,
                                 const Around& around) {
  InlineText text = begin_text(style, {cascade_, shaper_.library(), around.language});
  generate(text, "before", element, style, around);
  if (!text.text.empty()) {
    lines_to_rows(text, style, around);
    return;
  }
  const Length height = around.flow.on_grid() ? around.flow.pitch() : style.line_height;
  Row& row = around.flow.add(height);
  if (style.border.top.style == style::BorderStyle::none) return;
  const Length width = measure(around) / 3;
  row.items.emplace_back(
      RuleItem{{around.left + width, height / 2, width, style.border.top.width}, style.border.top.color, info.id});
}

}  // namespace huozi::layout
