// The first row of a table that marks none as its head: it is one when its cells are short names and the rows below
// hold something of another kind. When unsure the row stays a row.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Table;
using document::TableCell;

namespace {

constexpr size_t kLongestName = 14;

std::string text_of(const TableCell& cell) {
  std::string text;
  for (const document::Block& block : cell.children) {
    const document::Paragraph* paragraph = paragraph_of(block);
    if (paragraph != nullptr) text += document::plain_text(paragraph->children);
  }
  return std::string(trimmed(text));
}

bool is_strong(const TableCell& cell) {
  return cell.children.size() == 1 && paragraph_of(cell.children.front()) != nullptr &&
         is_wholly_strong(paragraph_of(cell.children.front())->children);
}

bool has_digit(std::string_view text) {
  return contains_any(text, U"0123456789０１２３４５６７８９");
}

// 12, 3.5, 12%, 12元: what surrounds the digits.
std::string unit_of(std::string_view text) {
  std::string unit;
  for (const char c : text) {
    if ((c < '0' || c > '9') && c != '.' && c != ',') unit += c;
  }
  return unit;
}

// A word that heads a column and is no entry in it.
bool is_column_name(std::string_view text) {
  constexpr std::array<std::string_view, 26> kNames = {
      "名称", "姓名", "项目", "數量", "数量", "年份", "时间", "日期", "地点", "单位", "序号", "编号", "类别",
      "类型", "内容", "备注", "说明", "金额", "价格", "产量", "面积", "版本", "名稱", "項目", "時間", "備註"};
  return text.starts_with("是否") || std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
           return text == name || text.ends_with(name);
         });
}

// Every row has as many cells as the first, none of which spans others.
bool is_regular(const Table& table) {
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const std::vector<TableCell>& row) {
    return row.size() == table.rows.front().size() && std::all_of(row.begin(), row.end(), [](const TableCell& cell) {
             return cell.column_span == 1 && cell.row_span == 1;
           });
  });
}

// Columns with a figure in each cell below the first row and none in that; `alike`: of the same unit too.
size_t figure_columns(const Table& table, bool alike) {
  size_t count = 0;
  for (size_t column = 0; column < table.rows.front().size(); ++column) {
    std::set<std::string> units;
    bool figures = !has_digit(text_of(table.rows.front()[column]));
    for (size_t row = 1; row < table.rows.size() && figures; ++row) {
      const std::string text = text_of(table.rows[row][column]);
      figures = has_digit(text);
      units.insert(unit_of(text));
    }
    if (figures && (!alike || units.size() == 1)) ++count;
  }
  return count;
}

struct HeadJudgement {
  int confidence;
  std::string_view reason;
};

HeadJudgement judge_first_row(const Table& table) {
  const std::vector<TableCell>& first = table.rows.front();
  if (table.rows.size() < 2 || first.size() < 2) return {5, "too small to have a head"};
  std::set<std::string> names;
  size_t strong = 0;
  size_t named = 0;
  for (const TableCell& cell : first) {
    const std::string text = text_of(cell);
    if (text.empty() && &cell != &first.front()) return {15, "an empty cell in the first row"};
    if (character_count(text) > kLongestName || ends_sentence(text)) return {10, "sentences in the first row"};
    names.insert(text);
    strong += is_strong(cell) || cell.header ? 1 : 0;
    named += is_column_name(text) ? 1 : 0;
  }
  if (names.size() < first.size()) return {20, "the first row says something twice"};
  if (std::any_of(first.begin(), first.end(), [](const TableCell& cell) { return cell.row_span > 1; })) {
    return {25, "cells of the first row reach below it"};
  }
  const bool below_strong = std::all_of(table.rows[1].begin(), table.rows[1].end(), is_strong);
  if (strong == first.size() && !below_strong) return {90, "all of the first row is bold"};
  if (!is_regular(table)) return {30, "cells that span others"};
  const bool digits =
      std::any_of(first.begin(), first.end(), [](const TableCell& cell) { return has_digit(text_of(cell)); });
  if (digits) return {20, "figures in the first row"};
  if (named == first.size()) return {85, "each cell of the first row names a column"};
  // Two columns may as well be a name and what it has: 书名, 定价, 页数.
  const bool alike = first.size() == 2;
  if (alike && table.rows.size() < 3) return {30, "two rows of two cells"};
  if (figure_columns(table, alike) > 0) return {named > 0 ? 80 : 70, "names above figures"};
  return {named > 0 ? 45 : 35, "nothing tells the first row from the others"};
}

}  // namespace

void find_table_heads(Pass& pass) {
  document::for_each_block(pass.document.blocks, [&](document::Block& block) {
    auto* table = std::get_if<Table>(&block.content);
    if (table == nullptr || table->header_rows > 0 || table->rows.empty()) return;
    const HeadJudgement judged = judge_first_row(*table);
    const source::Span first = table->rows.front().empty() ? block.info.span : table->rows.front().front().info.span;
    const source::Span span = table->rows.front().empty() ? first : joined(first, table->rows.front().back().info.span);
    pass.decide("table.head", span, judged.confidence, std::string(judged.reason));
    if (judged.confidence < kTaken) return;
    table->header_rows = 1;
    for (TableCell& cell : table->rows.front()) cell.header = true;
    pass.record("edit.table-head", span);
  });
}

}  // namespace huozi::edit
