// Tables: cells joined across (gridSpan) and down (vMerge).
#include <algorithm>

#include "parse/docx_reader.h"
#include "parse/docx_text.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr int64_t kWidest = 100;  // columns of one cell; more is nonsense in a book

const XmlNode* property(const XmlNode& node, std::string_view properties, std::string_view name) {
  const XmlNode* all = node.child(properties);
  return all ? all->child(name) : nullptr;
}

uint32_t columns_of(const XmlNode& node, std::string_view properties, std::string_view name, int64_t least) {
  const XmlNode* said = property(node, properties, name);
  return static_cast<uint32_t>(
      std::clamp<int64_t>(said ? number_of(said->value("val"), least) : least, least, kWidest));
}

// The alignment that all of the cell's paragraphs have, taken from them.
TableCell::Alignment take_alignment(Blocks& blocks) {
  std::string common;
  for (const Block& block : blocks) {
    const std::string* align = block.info.attributes.value("text-align");
    if (!align || (!common.empty() && common != *align)) return TableCell::Alignment::none;
    common = *align;
  }
  if (common.empty()) return TableCell::Alignment::none;
  for (Block& block : blocks) {
    std::erase_if(block.info.attributes.values, [](const auto& value) { return value.first == "text-align"; });
  }
  return common == "center" ? TableCell::Alignment::center : TableCell::Alignment::right;
}

}  // namespace

void DocxReader::collect_rows(const XmlNode& parent, std::vector<const XmlNode*>& rows) {
  for (const XmlNode& node : chosen(parent).children) {
    if (node.is("tr")) {
      if (property(node, "trPr", "del")) {
        drop(node, "parse.deleted");
      } else {
        rows.push_back(&node);
      }
    } else if (node.is("bookmarkStart")) {
      Inlines beside;
      add_bookmark(node, beside);
    } else if (!node.name.empty() && !is_properties(node)) {
      collect_rows(node, rows);
    }
  }
}

void DocxReader::collect_cells(const XmlNode& parent, std::vector<const XmlNode*>& cells) {
  for (const XmlNode& node : chosen(parent).children) {
    if (node.is("tc")) {
      cells.push_back(&node);
    } else if (node.is("bookmarkStart")) {
      Inlines beside;
      add_bookmark(node, beside);
    } else if (!node.name.empty() && !is_properties(node)) {
      collect_cells(node, cells);
    }
  }
}

TableCell DocxReader::cell_of(const XmlNode& node, bool header) {
  TableCell cell;
  cell.info = {{}, span_of_node(node), {}};
  cell.children = blocks_of(node);
  cell.header = header;
  cell.column_span = columns_of(node, "tcPr", "gridSpan", 1);
  cell.alignment = take_alignment(cell.children);
  return cell;
}

void DocxReader::add_table(const XmlNode& node, Row& row) {
  Table table;
  const Span span = span_of_node(node);
  Attributes attributes;
  if (!ids_.empty()) {
    attributes.id = std::move(ids_.front());
    ids_.erase(ids_.begin());
  }
  std::vector<const XmlNode*> rows;
  collect_rows(node, rows);
  // By column, the cell that goes on in the next row if that says so: its row and index.
  std::map<uint32_t, std::pair<size_t, size_t>> open;
  bool head = true;
  for (const XmlNode* from : rows) {
    const XmlNode* repeated = property(*from, "trPr", "tblHeader");
    head = head && repeated && is_on(*repeated);
    std::vector<const XmlNode*> cells;
    collect_cells(*from, cells);
    std::vector<TableCell> out;
    std::map<uint32_t, std::pair<size_t, size_t>> still_open;
    uint32_t column = columns_of(*from, "trPr", "gridBefore", 0);
    if (column > 0) {
      out.emplace_back();
      out.back().info.span = {span.file, from->begin, from->begin};
      out.back().column_span = column;
    }
    for (const XmlNode* cell_node : cells) {
      TableCell cell = cell_of(*cell_node, head);
      const uint32_t width = cell.column_span;
      const XmlNode* merge = property(*cell_node, "tcPr", "vMerge");
      const auto above = open.find(column);
      if (merge && merge->value("val") != "restart" && above != open.end()) {
        TableCell& upper = table.rows[above->second.first][above->second.second];
        ++upper.row_span;
        std::move(cell.children.begin(), cell.children.end(), std::back_inserter(upper.children));
        still_open.insert(*above);
      } else {
        out.push_back(std::move(cell));
        if (merge) still_open.emplace(column, std::pair(table.rows.size(), out.size() - 1));
      }
      column += width;
    }
    if (out.empty() && still_open.empty()) continue;
    table.rows.push_back(std::move(out));
    if (head) ++table.header_rows;
    open = std::move(still_open);
  }
  if (table.header_rows == table.rows.size()) table.header_rows = 0;
  if (table.rows.empty()) return;
  row.push_back({{{{}, span, std::move(attributes)}, std::move(table)}, ParagraphKind::body, std::nullopt});
}

}  // namespace huozi::parse
