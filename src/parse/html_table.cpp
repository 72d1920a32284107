// Tables: rows in reading order, spans within bounds.
#include <algorithm>

#include "parse/html_reader.h"
#include "parse/inlines.h"

namespace huozi::parse {

using namespace document;

namespace {

// HTML §4.9.12.1 allows 1000 columns; so wide a cell is nonsense in a book.
constexpr uint32_t kWidest = 100;
constexpr uint32_t kTallest = 65534;

uint32_t span_value(const HtmlNode& cell, std::string_view key, uint32_t largest) {
  const std::string* text = cell.attribute(key);
  if (!text) return 1;
  uint64_t value = 0;
  for (const char c : *text) {
    if (c < '0' || c > '9' || value > largest) break;
    value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return static_cast<uint32_t>(std::clamp<uint64_t>(value, 1, largest));
}

TableCell::Alignment alignment_of(const Attributes& attributes) {
  const std::string* align = attributes.value("text-align");
  if (!align) return TableCell::Alignment::none;
  if (*align == "left" || *align == "start") return TableCell::Alignment::left;
  if (*align == "center") return TableCell::Alignment::center;
  if (*align == "right" || *align == "end") return TableCell::Alignment::right;
  return TableCell::Alignment::none;
}

}  // namespace

void HtmlReader::add_row(const HtmlNode& node, bool head, Table& table) {
  std::vector<TableCell> row;
  const std::string* row_align = node.attribute("align");
  for (const HtmlNode& child : node.children) {
    if (child.name != "td" && child.name != "th") continue;
    TableCell cell;
    cell.info = {{}, child.span, attributes_of(child)};
    cell.children = flow(child.children);
    cell.header = head || child.name == "th";
    cell.column_span = span_value(child, "colspan", kWidest);
    cell.row_span = span_value(child, "rowspan", kTallest);
    if (row_align && !cell.info.attributes.value("text-align")) {
      cell.info.attributes.values.emplace_back("text-align", *row_align);
    }
    cell.alignment = alignment_of(cell.info.attributes);
    std::erase_if(cell.info.attributes.values, [](const auto& value) { return value.first == "text-align"; });
    row.push_back(std::move(cell));
  }
  if (!row.empty()) table.rows.push_back(std::move(row));
}

void HtmlReader::add_rows(Nodes nodes, bool head, Table& table) {
  const size_t first = table.rows.size();
  for (const HtmlNode& child : nodes) {
    if (child.name == "tr") add_row(child, head, table);
  }
  // A cell ends with its group of rows.
  for (size_t i = first; i < table.rows.size(); ++i) {
    for (TableCell& cell : table.rows[i]) {
      cell.row_span = std::min(cell.row_span, static_cast<uint32_t>(table.rows.size() - i));
    }
  }
}

void HtmlReader::add_table(const HtmlNode& node, Blocks& out) {
  if (add_numbered_code(node, out)) return;
  Table table;
  Blocks beside;
  for (const char* group : {"thead", "tr", "tbody", "tfoot"}) {
    for (const HtmlNode& child : node.children) {
      if (child.name != group) continue;
      if (child.name == "tr") {
        add_rows(Nodes(&child, 1), false, table);
      } else {
        add_rows(child.children, child.name == "thead", table);
      }
    }
    if (std::string_view(group) == "thead") table.header_rows = static_cast<uint32_t>(table.rows.size());
  }
  for (const HtmlNode& child : node.children) {
    if (child.name == "caption") {
      Blocks caption = flow(child.children);
      join_lines(table.caption, take_text(caption));
      std::move(caption.begin(), caption.end(), std::back_inserter(beside));
    }
    if (child.kind == HtmlNode::Kind::comment || child.element.role == HtmlRole::dropped) drop(child);
  }
  if (table.header_rows == 0) {
    while (table.header_rows < table.rows.size() &&
           std::all_of(table.rows[table.header_rows].begin(), table.rows[table.header_rows].end(),
                       [](const TableCell& cell) { return cell.header; })) {
      ++table.header_rows;
    }
    if (table.header_rows == table.rows.size()) table.header_rows = 0;
  }
  if (!table.rows.empty()) {
    out.push_back({{{}, node.span, attributes_of(node)}, std::move(table)});
  } else if (!table.caption.empty()) {
    out.push_back(make_paragraph(node.span, std::move(table.caption)));
  }
  std::move(beside.begin(), beside.end(), std::back_inserter(out));
}

}  // namespace huozi::parse
