// Markdown's lists and definition lists.
#include <algorithm>
#include <cstdint>

#include "write/attributes.h"
#include "write/markdown_writer.h"

namespace huozi::write {

using namespace document;

namespace {

constexpr int64_t kLargestStart = 999'999'999;  // CommonMark §5.2: nine digits

// What stands first in a block, down through quotations and lists.
struct Leaf {
  const Block* block = nullptr;
  bool quoted = false;
};

Leaf first_leaf(const Block& block) {
  Leaf leaf{&block, false};
  while (true) {
    const Blocks* inner = nullptr;
    if (const auto* quotation = std::get_if<Quotation>(&leaf.block->content)) {
      leaf.quoted = true;
      inner = &quotation->children;
    } else if (const auto* list = std::get_if<List>(&leaf.block->content); list && !list->items.empty()) {
      inner = &list->items.front().children;
    }
    if (!inner || inner->empty() || !is_empty(leaf.block->info.attributes)) return leaf;
    leaf.block = &inner->front();
  }
}

template <typename Content>
bool is(const Block& block) {
  return std::holds_alternative<Content>(block.content);
}

bool is_plain_list(const List& list, const Block& block);

bool is_text(const Block& block) {
  return is<Paragraph>(block) && is_empty(block.info.attributes);
}

// Whether a blank line stands behind a paragraph within the list: no other makes a list a loose one for certain.
bool has_gap(const List& list) {
  for (const ListItem& item : list.items) {
    for (const Block& block : item.children) {
      if (is_text(block) && (&block != &item.children.back() || &item != &list.items.back())) return true;
    }
  }
  return false;
}

bool can_be_tight(const List& list) {
  return std::all_of(list.items.begin(), list.items.end(),
                     [](const ListItem& item) { return stands_tight(item.children); });
}

// As the reader of HTML has it: no item with more than one block, lists apart.
bool is_tight_in_html(const List& list) {
  return std::all_of(list.items.begin(), list.items.end(), [](const ListItem& item) {
    return std::count_if(item.children.begin(), item.children.end(),
                         [](const Block& block) { return !is<List>(block); }) <= 1;
  });
}

// Whether `next` begins a new block right on the line after `block`.
bool follows_without_blank(const Block& block, const Block& next) {
  const auto* before = std::get_if<List>(&block.content);
  if (before && (!is_plain_list(*before, block) || (!before->tight && !has_gap(*before)))) return false;
  const bool plain = is_empty(block.info.attributes);
  const bool next_plain = is_empty(next.info.attributes);
  if (is<Figure>(block) || is<Table>(block) || is<DefinitionList>(block)) return false;
  if (!plain && !is<Heading>(block) && !is<Division>(block)) return false;
  if (is<Table>(next) || is<DefinitionList>(next)) return false;
  if (is<Heading>(block) || is<ThematicBreak>(block) || is<CodeBlock>(block) || is<Division>(block)) return true;
  // What follows text, or containers that may end in text, must not be taken for more of it.
  if (is<Paragraph>(next) && next_plain) return false;
  if (is<Quotation>(next) && is<Quotation>(block)) return false;
  if (const auto* list = std::get_if<List>(&next.content)) {
    return next_plain && (!list->ordered || list->start == 1) && !list->items.empty() &&
           !list->items.front().children.empty() && !starts_below(list->items.front().children.front());
  }
  return true;
}

bool is_plain_list(const List& list, const Block& block) {
  const bool numbered = !list.ordered || (list.start >= 0 && list.start <= kLargestStart);
  return numbered && is_empty(block.info.attributes) &&
         std::all_of(list.items.begin(), list.items.end(),
                     [](const ListItem& item) { return is_empty(item.info.attributes) && !item.children.empty(); }) &&
         (!list.tight || can_be_tight(list) || !is_tight_in_html(list));
}

// A definition begins on the line of its colon, where neither a fence nor a rule is seen.
bool begins_on_line(const Blocks& blocks) {
  if (blocks.empty()) return false;
  const Block& leaf = *first_leaf(blocks.front()).block;
  return !starts_below(blocks.front()) && !is<CodeBlock>(leaf);
}

bool is_plain_term(const Inlines& term) {
  return !term.empty() && std::none_of(term.begin(), term.end(), [](const Inline& node) {
    return std::holds_alternative<LineBreak>(node.content);
  });
}

}  // namespace

bool starts_below(const Block& block) {
  const Leaf leaf = first_leaf(block);
  if (is<Division>(*leaf.block) || is<ThematicBreak>(*leaf.block)) return true;
  return is<CodeBlock>(*leaf.block) && leaf.quoted;
}

bool stands_tight(const Blocks& blocks) {
  for (size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (!follows_without_blank(blocks[i], blocks[i + 1])) return false;
  }
  return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
    if (is<Table>(block)) return false;  // the parser sees a gap behind it
    const auto* terms = std::get_if<DefinitionList>(&block.content);
    if (terms) return terms->entries.size() == 1;
    const auto* division = std::get_if<Division>(&block.content);
    if (!division) return true;
    const bool ends =
        division->children.empty() ||
        (!is<Table>(division->children.back()) && !is<Figure>(division->children.back()) &&
         !is<DefinitionList>(division->children.back()) && is_empty(division->children.back().info.attributes));
    return ends && braces(block.info.attributes, Braces::line) && stands_tight(division->children);
  });
}

std::string MarkdownWriter::list(const List& list, const Block& each, bool other_mark) {
  if (!is_plain_list(list, each)) return html(each);
  const bool tight = list.tight && can_be_tight(list);
  const bool counts = list.start + static_cast<int64_t>(list.items.size()) <= kLargestStart;
  std::string out;
  std::string indent;
  for (size_t i = 0; i < list.items.size(); ++i) {
    const Blocks& children = list.items[i].children;
    std::string mark = other_mark ? "*" : "-";
    if (list.ordered) {
      mark = std::to_string(list.start + (counts ? static_cast<int64_t>(i) : 0)) + (other_mark ? ")" : ".");
    }
    indent.assign(mark.size() + 1, ' ');
    const std::string content = flow(children, tight);
    if (i > 0) out += tight ? "\n" : "\n\n";
    out += starts_below(children.front()) ? mark + '\n' + indented(content, indent, indent)
                                          : indented(content, mark + ' ', indent);
  }
  if (!tight && !has_gap(list)) {
    // This element gives nothing but the gap before it, or, where that does not count, before the second.
    const std::string gap = "\n\n" + indent + "<div></div>";
    out += is_text(list.items.back().children.back()) ? gap : gap + gap;
  }
  return out;
}

std::string MarkdownWriter::definitions(const DefinitionList& list, const Block& each, bool follows_another) {
  const bool plain = is_empty(each.info.attributes) && !follows_another &&
                     std::all_of(list.entries.begin(), list.entries.end(), [](const DefinitionList::Entry& entry) {
                       return !entry.terms.empty() && !entry.definitions.empty() &&
                              std::all_of(entry.terms.begin(), entry.terms.end(), is_plain_term) &&
                              std::all_of(entry.definitions.begin(), entry.definitions.end(), begins_on_line);
                     });
  if (!plain) return html(each);
  std::string out;
  for (const DefinitionList::Entry& entry : list.entries) {
    if (!out.empty()) out += "\n\n";
    for (const Inlines& term : entry.terms) out += line(term, Place::paragraph) + '\n';
    for (const Blocks& definition : entry.definitions) {
      if (out.back() != '\n') out += '\n';
      out += indented(flow(definition, false), ":   ", "    ");
    }
  }
  return out;
}

}  // namespace huozi::write
