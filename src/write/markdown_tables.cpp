// Markdown's tables: a head of one row, and a line of text a cell. All others are HTML.
#include <algorithm>

#include "document/walk.h"
#include "write/attributes.h"
#include "write/markdown_writer.h"

namespace huozi::write {

using namespace document;

namespace {

bool is_plain_cell(const TableCell& cell, bool header) {
  if (cell.header != header || cell.column_span > 1 || cell.row_span > 1 || !is_empty(cell.info.attributes))
    return false;
  if (cell.children.empty()) return true;
  return cell.children.size() == 1 && is_empty(cell.children.front().info.attributes) &&
         std::holds_alternative<Paragraph>(cell.children.front().content);
}

bool is_plain_table(const Table& table, const Block& block) {
  if (!is_empty(block.info.attributes) || !table.caption.empty() || table.header_rows != 1) return false;
  const std::vector<TableCell>& head = table.rows.front();
  for (size_t row = 0; row < table.rows.size(); ++row) {
    const std::vector<TableCell>& cells = table.rows[row];
    if (cells.size() != head.size()) return false;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (!is_plain_cell(cells[i], row == 0) || cells[i].alignment != head[i].alignment) return false;
    }
  }
  return !head.empty();
}

// A bare address would be read as a link: a cell's text is not followed to its escapes.
bool has_address(const Inlines& inlines) {
  bool found = false;
  for_each_inline(inlines, [&](const Inline& node) {
    const auto* text = std::get_if<Text>(&node.content);
    found = found ||
            (text && (text->text.find("http") != std::string::npos || text->text.find("www.") != std::string::npos));
  });
  return found;
}

}  // namespace

std::optional<std::string> MarkdownWriter::pipe_row(const std::vector<TableCell>& row) {
  std::string out = "|";
  for (const TableCell& cell : row) {
    std::string text;
    if (!cell.children.empty()) {
      const Inlines& inlines = std::get<Paragraph>(cell.children.front().content).children;
      if (has_address(inlines)) return std::nullopt;
      text = line(inlines, Place::cell);
    }
    if (text.find_first_of("|\n") != std::string::npos) return std::nullopt;
    out += ' ' + text + " |";
  }
  return out;
}

std::string MarkdownWriter::table(const Table& table, const Block& each) {
  if (!is_plain_table(table, each)) return html(each);
  const Notes notes = notes_;
  const uint32_t last_note = last_note_;
  std::string out;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const auto row = pipe_row(table.rows[i]);
    if (!row) {
      notes_ = notes;
      last_note_ = last_note;
      return html(each);
    }
    out += (i > 0 ? "\n" : "") + *row;
    if (i > 0) continue;
    out += "\n|";
    for (const TableCell& cell : table.rows.front()) {
      constexpr std::string_view kRules[] = {" --- |", " :-- |", " :-: |", " --: |"};
      out += kRules[static_cast<size_t>(cell.alignment)];
    }
  }
  return out;
}

}  // namespace huozi::write
