#include "index/marks.h"

#include <algorithm>
#include <iterator>

#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::index {

using namespace document;

namespace {

constexpr size_t kDeepest = 3;  // a heading, what stands below it, and once more below that

bool is_mark(const Inline& node) {
  return std::holds_alternative<Styled>(node.content) && node.info.attributes.has_class("index");
}

Path attribute_path(const Inline& node, std::string_view key) {
  const std::string* value = node.info.attributes.value(key);
  return value ? path_of(*value) : Path();
}

// The inlines of a paragraph of nothing but marks without words, or null.
Inlines* lone_marks(Block& block) {
  auto* paragraph = std::get_if<Paragraph>(&block.content);
  if (!paragraph || paragraph->children.empty()) return nullptr;
  const auto is_lone = [](const Inline& node) {
    return is_mark(node) && std::get<Styled>(node.content).children.empty();
  };
  const Inlines& all = paragraph->children;
  return std::all_of(all.begin(), all.end(), is_lone) ? &paragraph->children : nullptr;
}

Inlines* text_of(Block& block) {
  if (auto* paragraph = std::get_if<Paragraph>(&block.content)) return &paragraph->children;
  if (auto* heading = std::get_if<Heading>(&block.content)) return &heading->children;
  return nullptr;
}

void move(Inlines& from, Inlines& to, Inlines::iterator place) {
  to.insert(place, std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

void settle(Blocks& blocks) {
  for (size_t i = blocks.size(); i-- > 0;) {
    Inlines* const marks = lone_marks(blocks[i]);
    if (!marks) continue;
    Inlines* const next = i + 1 < blocks.size() ? text_of(blocks[i + 1]) : nullptr;
    Inlines* const before = i > 0 ? text_of(blocks[i - 1]) : nullptr;
    if (next) {
      move(*marks, *next, next->begin());
    } else if (before) {
      move(*marks, *before, before->end());
    } else {
      continue;
    }
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// f(Blocks&) for the blocks that stand in a block side by side.
template <typename F>
void for_each_flow(Block& block, F&& f) {
  if (auto* quotation = std::get_if<Quotation>(&block.content)) f(quotation->children);
  if (auto* division = std::get_if<Division>(&block.content)) f(division->children);
  if (auto* list = std::get_if<List>(&block.content)) {
    for (ListItem& item : list->items) f(item.children);
  }
  if (auto* definitions = std::get_if<DefinitionList>(&block.content)) {
    for (auto& entry : definitions->entries) {
      for (Blocks& definition : entry.definitions) f(definition);
    }
  }
  if (auto* table = std::get_if<Table>(&block.content)) {
    for (auto& row : table->rows) {
      for (TableCell& cell : row) f(cell.children);
    }
  }
}

}  // namespace

Path path_of(std::string_view entry) {
  Path path;
  for (size_t begin = 0; begin <= entry.size() && path.size() < kDeepest;) {
    const size_t end = path.size() + 1 == kDeepest ? entry.size() : std::min(entry.find('!', begin), entry.size());
    std::string_view part = entry.substr(begin, end - begin);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) path.emplace_back(part);
    begin = end + 1;
  }
  return path;
}

std::vector<Mark> find_marks(const Book& book) {
  std::vector<Mark> marks;
  for_each_inline(book, [&](const Inline& node) {
    if (!is_mark(node)) return;
    Path entry = attribute_path(node, "entry");
    if (entry.empty()) entry = path_of(plain_text(node));
    marks.push_back(
        {std::move(entry), attribute_path(node, "reading"), attribute_path(node, "see"), node.info.id, node.info.span});
  });
  return marks;
}

void settle_marks(Book& book) {
  for (Section& section : book.sections) {
    settle(section.blocks);
    for_each_block(section.blocks, [](Block& block) { for_each_flow(block, settle); });
    for_each_note(section, [](Inline&, Note& note) { settle(note.blocks); });
  }
}

}  // namespace huozi::index
