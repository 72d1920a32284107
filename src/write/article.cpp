#include "write/article.h"

#include <algorithm>

#include "document/plain_text.h"
#include "write/attributes.h"
#include "write/front_matter.h"
#include "write/markdown_writer.h"

namespace huozi::write {

using namespace document;

namespace {

bool is_nothing(const Block& block) {
  const Attributes& attributes = block.info.attributes;
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) return paragraph->children.empty();
  if (const auto* heading = std::get_if<Heading>(&block.content)) return heading->children.empty();
  if (const auto* quotation = std::get_if<Quotation>(&block.content)) return quotation->children.empty();
  if (const auto* list = std::get_if<List>(&block.content)) return list->items.empty();
  if (const auto* table = std::get_if<Table>(&block.content)) return table->rows.empty() && table->caption.empty();
  if (const auto* figure = std::get_if<Figure>(&block.content)) {
    return figure->children.empty() && figure->caption.empty() && figure->credit.empty();
  }
  if (const auto* division = std::get_if<Division>(&block.content)) {
    return division->children.empty() && !attributes.has_class("page-break");
  }
  return false;
}

// Takes out what nothing is left of, as reading does: a list whose items were noise.
void prune(Blocks& blocks) {
  for (Block& block : blocks) {
    if (auto* quotation = std::get_if<Quotation>(&block.content)) prune(quotation->children);
    if (auto* division = std::get_if<Division>(&block.content)) prune(division->children);
    if (auto* figure = std::get_if<Figure>(&block.content)) prune(figure->children);
    if (auto* list = std::get_if<List>(&block.content)) {
      for (ListItem& item : list->items) prune(item.children);
      std::erase_if(list->items, [](const ListItem& item) { return item.children.empty(); });
    }
    if (auto* table = std::get_if<Table>(&block.content)) {
      std::erase_if(table->rows, [](const std::vector<TableCell>& row) { return row.empty(); });
      table->header_rows = std::min(table->header_rows, static_cast<uint32_t>(table->rows.size()));
      for (size_t row = 0; row < table->rows.size(); ++row) {
        for (TableCell& cell : table->rows[row]) {
          cell.row_span = std::min(cell.row_span, static_cast<uint32_t>(table->rows.size() - row));
          prune(cell.children);
        }
      }
    }
  }
  std::erase_if(blocks, is_nothing);
}

// A heading's blanks at its ends, and more than one in a row, are not read.
bool stands_as_heading(std::string_view title) {
  const auto is_edge = [](std::string_view text) {
    return text.starts_with(' ') || text.starts_with("\u00A0") || text.starts_with("\u3000") || text.ends_with(' ') ||
           text.ends_with("\u00A0") || text.ends_with("\u3000");
  };
  return !title.empty() && !is_edge(title) && title.find("  ") == std::string_view::npos;
}

// The title as a heading: where links lead to it, where it is too long for front matter, and where the first heading
// repeats it and would be taken for it.
bool needs_title_heading(const Document& document) {
  const ArticleMetadata& metadata = document.metadata;
  if (!stands_as_heading(metadata.title)) return false;
  if (!metadata.title_id.empty() || metadata.title.size() > kLongestTitle) return true;
  const auto first = std::find_if(document.blocks.begin(), document.blocks.end(),
                                  [](const Block& block) { return std::holds_alternative<Heading>(block.content); });
  if (first == document.blocks.end()) return false;
  const auto& heading = std::get<Heading>(first->content);
  return heading.level == 1 && plain_text(heading.children) == metadata.title;
}

}  // namespace

std::string write_article(const Document& document) {
  std::string out = front_matter(document.metadata);
  Blocks blocks = document.blocks;
  prune(blocks);
  if (needs_title_heading(document)) {
    Block title{{}, Heading{1, {{{}, Text{document.metadata.title}}}, {}}};
    title.info.attributes.id = document.metadata.title_id;
    blocks.insert(blocks.begin(), std::move(title));
  }
  const std::string body = MarkdownWriter().body(blocks);
  if (!out.empty() && !body.empty()) out += '\n';
  out += body;
  if (!body.empty()) out += '\n';
  return out;
}

}  // namespace huozi::write
