#include "pdf/tag_tree.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "document/placeholder.h"
#include "layout/table_grid.h"

namespace huozi::pdf {

using namespace document;

namespace {

struct Row {
  std::vector<layout::PlacedCell> cells;
  std::vector<uint32_t> holes;  // behind the cells, from the left: how many columns each is wide
};

// The rows made as wide as each other (ISO 14289-1, 7.5). Nothing if the table is no grid, or nearly all holes.
std::optional<std::vector<Row>> regular_rows(const Table& table) {
  constexpr uint32_t kMostColumns = 256;
  constexpr size_t kMostHoles = 1000;  // besides four a cell
  const std::optional<layout::TableGrid> grid = layout::place_cells(table, kMostColumns);
  if (!grid) return std::nullopt;
  std::vector<Row> rows(grid->rows);
  for (const layout::PlacedCell& cell : grid->cells) rows[cell.row].cells.push_back(cell);
  std::vector<size_t> free_from(grid->columns);  // by column: the first row no cell from above takes
  size_t count = 0;
  for (size_t r = 0; r < rows.size(); ++r) {
    for (const layout::PlacedCell& cell : rows[r].cells) {
      for (uint32_t i = 0; i < cell.columns; ++i) free_from[cell.column + i] = r + cell.rows;
    }
    for (size_t column = 0; column < free_from.size();) {
      const size_t begin = column;
      while (column < free_from.size() && free_from[column] <= r) ++column;
      if (column > begin) rows[r].holes.push_back(static_cast<uint32_t>(column - begin));
      while (column < free_from.size() && free_from[column] > r) ++column;
    }
    count += rows[r].holes.size();
    if (count > kMostHoles + 4 * grid->cells.size()) return std::nullopt;
  }
  return rows;
}

}  // namespace

// Walks the book once. A node's text goes to the innermost tag it stands in; spans of type alone have no tag.
class TagTreeBuilder {
 public:
  TagTreeBuilder(TagTree& tree, const Book& book) : tree_(tree), language_(book.metadata.language) {
    const uint32_t root = add("Document", kNoTag);
    tree_.tags_[root].lang = book.metadata.language;
    for (const Section& each : book.sections) section(each, root);
  }

 private:
  uint32_t add(std::string_view type, uint32_t parent) {
    const auto index = static_cast<uint32_t>(tree_.tags_.size());
    Tag tag;
    tag.type = type;
    tag.parent = parent;
    tree_.tags_.push_back(std::move(tag));
    if (parent != kNoTag) tree_.tags_[parent].kids.push_back({Tag::Kid::Kind::tag, index});
    return index;
  }
  uint32_t add(std::string_view type, uint32_t parent, const Attributes& attributes) {
    const uint32_t index = add(type, parent);
    tree_.tags_[index].lang = attributes.lang;
    return index;
  }

  Dict& attributes(uint32_t tag, std::string_view owner) {
    return tree_.tags_[tag].attributes.add("O", Val::name(owner));
  }

  // Text that follows text of the same tag shares its slot.
  uint32_t slot(uint32_t tag) {
    std::vector<Tag::Kid>& kids = tree_.tags_[tag].kids;
    if (kids.empty() || kids.back().kind != Tag::Kid::Kind::slot) {
      kids.push_back({Tag::Kid::Kind::slot, static_cast<uint32_t>(tree_.slot_owners_.size())});
      tree_.slot_owners_.push_back(tag);
    }
    return kids.back().index;
  }
  void text(NodeId node, uint32_t tag) { tree_.text_slots_.emplace(node, slot(tag)); }

  void section(const Section& section, uint32_t root) {
    const uint32_t tag = add("Sect", root);
    tree_.tags_[tag].lang = section.language;
    levels_.clear();
    if (!section.title.empty()) {
      const uint32_t title = add(heading_type(1), tag);
      text(section.info.id, title);  // its number
      inlines(section.title, title);
    }
    if (section.role == SectionRole::contents) {
      contents(section.blocks, tag);
    } else {
      blocks(section.blocks, tag);
    }
  }

  // H1 to H6 without a gap, whatever levels the author left out (ISO 14289-1, 7.4.2).
  std::string_view heading_type(int level) {
    constexpr std::string_view kTypes[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    while (!levels_.empty() && levels_.back() >= level) levels_.pop_back();
    levels_.push_back(level);
    return kTypes[std::min<size_t>(levels_.size(), std::size(kTypes)) - 1];
  }

  void contents(const Blocks& rows, uint32_t section) {
    uint32_t list = kNoTag;
    for (const Block& row : rows) {
      const auto* paragraph = std::get_if<Paragraph>(&row.content);
      if (!paragraph || !row.info.attributes.has_class("toc-entry")) {
        block(row, section);
        continue;
      }
      if (list == kNoTag) list = add("TOC", section);
      inlines(paragraph->children, add("TOCI", list, row.info.attributes));
    }
  }

  void blocks(const Blocks& all, uint32_t parent) {
    for (const Block& each : all) block(each, parent);
  }

  // An item's or a cell's only paragraph needs no tag of its own.
  void matter(const Blocks& all, uint32_t tag) {
    const auto* only = all.size() == 1 ? std::get_if<Paragraph>(&all.front().content) : nullptr;
    if (only && all.front().info.attributes.lang.empty()) {
      inlines(only->children, tag);
    } else {
      blocks(all, tag);
    }
  }

  void block(const Block& block, uint32_t parent) {
    std::visit([&](const auto& content) { add_block(content, block.info, parent); }, block.content);
  }

  void add_block(const Paragraph& paragraph, const NodeInfo& info, uint32_t parent) {
    if (is_lone_image(paragraph.children)) return inlines(paragraph.children, parent);
    inlines(paragraph.children, add("P", parent, info.attributes));
  }
  void add_block(const Heading& heading, const NodeInfo& info, uint32_t parent) {
    const uint32_t tag = add(heading_type(heading.level), parent, info.attributes);
    text(info.id, tag);  // its number
    inlines(heading.children, tag);
  }
  void add_block(const Quotation& quotation, const NodeInfo& info, uint32_t parent) {
    blocks(quotation.children, add("BlockQuote", parent, info.attributes));
  }
  void add_block(const List& list, const NodeInfo& info, uint32_t parent) {
    const uint32_t tag = add("L", parent, info.attributes);
    if (list.ordered) attributes(tag, "List").add("ListNumbering", Val::name("Decimal"));
    for (const ListItem& item : list.items) {
      const uint32_t entry = add("LI", tag, item.info.attributes);
      tree_.label_slots_.emplace(item.info.id, slot(add("Lbl", entry)));
      matter(item.children, add("LBody", entry));
    }
  }
  void add_block(const DefinitionList& list, const NodeInfo& info, uint32_t parent) {
    const uint32_t tag = add("L", parent, info.attributes);
    for (const DefinitionList::Entry& entry : list.entries) {
      const uint32_t item = add("LI", tag, entry.info.attributes);
      for (const Inlines& term : entry.terms) inlines(term, add("Lbl", item));
      const uint32_t body = add("LBody", item);
      for (const Blocks& definition : entry.definitions) blocks(definition, body);
    }
  }
  void add_block(const Table& table, const NodeInfo& info, uint32_t parent) {
    const uint32_t tag = add("Table", parent, info.attributes);
    if (!table.caption.empty() || !table.number.empty()) {
      const uint32_t caption = add("Caption", tag);
      text(info.id, caption);
      inlines(table.caption, caption);
    }
    const std::optional<std::vector<Row>> rows = regular_rows(table);
    if (!rows) return add_cells(table, tag);
    for (size_t r = 0; r < rows->size(); ++r) {
      const uint32_t row = add("TR", tag);
      for (const layout::PlacedCell& cell : (*rows)[r].cells) add_cell(cell, r < table.header_rows, row);
      for (const uint32_t columns : (*rows)[r].holes) span(add("TD", row), columns, 1);
    }
  }
  // A table that is none of rows and columns.
  void add_cells(const Table& table, uint32_t tag) {
    tree_.tags_[tag].type = "Div";
    for (const std::vector<TableCell>& row : table.rows) {
      const uint32_t part = add("Div", tag);
      for (const TableCell& cell : row) blocks(cell.children, add("Div", part, cell.info.attributes));
    }
  }
  void add_cell(const layout::PlacedCell& placed, bool in_head, uint32_t row) {
    const TableCell& cell = *placed.cell;
    const bool header = cell.header || in_head;
    const uint32_t tag = add(header ? "TH" : "TD", row, cell.info.attributes);
    if (header) attributes(tag, "Table").add("Scope", Val::name(in_head ? "Column" : "Row"));
    span(tag, placed.columns, placed.rows);
    matter(cell.children, tag);
  }
  void span(uint32_t tag, uint32_t columns, uint32_t rows) {
    if (columns <= 1 && rows <= 1) return;
    Dict& facts = tree_.tags_[tag].attributes;
    if (facts.entries().empty()) facts.add("O", Val::name("Table"));
    if (columns > 1) facts.add("ColSpan", int64_t{columns});
    if (rows > 1) facts.add("RowSpan", int64_t{rows});
  }
  void add_block(const CodeBlock&, const NodeInfo& info, uint32_t parent) {
    const uint32_t tag = add("Code", parent, info.attributes);
    attributes(tag, "Layout").add("Placement", Val::name("Block"));
    text(info.id, tag);
  }
  void add_block(const Figure& figure, const NodeInfo& info, uint32_t parent) {
    const uint32_t tag = add("Div", parent, info.attributes);
    blocks(figure.children, tag);
    if (figure.caption.empty() && figure.credit.empty() && figure.number.empty()) return;
    const uint32_t caption = add("Caption", tag);
    text(info.id, caption);  // its number
    inlines(figure.caption, caption);
    inlines(figure.credit, caption);
  }
  void add_block(const Division& division, const NodeInfo& info, uint32_t parent) {
    blocks(division.children, add("Div", parent, info.attributes));
  }
  void add_block(const ThematicBreak&, const NodeInfo&, uint32_t) {}

  static bool is_lone_image(const Inlines& all) {
    return all.size() == 1 && std::holds_alternative<Image>(all.front().content);
  }

  void inlines(const Inlines& all, uint32_t tag) {
    for (const Inline& each : all) {
      std::visit([&](const auto& content) { add_inline(content, each.info, tag); }, each.content);
    }
  }

  void add_inline(const Text&, const NodeInfo& info, uint32_t tag) { text(info.id, tag); }
  void add_inline(const LineBreak&, const NodeInfo&, uint32_t) {}
  void add_inline(const Leader&, const NodeInfo&, uint32_t) {}
  void add_inline(const Styled& styled, const NodeInfo& info, uint32_t tag) {
    if (styled.kind == StyledKind::code) {
      inlines(styled.children, add("Code", tag, info.attributes));
    } else if (styled.kind == StyledKind::quoted) {
      inlines(styled.children, add("Quote", tag, info.attributes));
    } else {
      inlines(styled.children, info.attributes.lang.empty() ? tag : add("Span", tag, info.attributes));
    }
  }
  void add_inline(const Link& link, const NodeInfo& info, uint32_t tag) {
    const uint32_t made = add("Link", tag, info.attributes);
    tree_.links_.emplace(info.id, made);
    inlines(link.children, made);
  }
  void add_inline(const Image& image, const NodeInfo& info, uint32_t tag) {
    const uint32_t made = add("Figure", tag, info.attributes);
    // What stands for a picture that is missing says so to everyone.
    const bool missing = image.file.empty() && image.alternative.empty();
    tree_.tags_[made].alternative = missing ? std::string(missing_image_text(language_)) : image.alternative;
    tree_.tags_[made].node = info.id;
    text(info.id, made);
    tree_.label_slots_.emplace(info.id, slot(made));  // of the words in its frame
  }
  void add_inline(const PageReference&, const NodeInfo& info, uint32_t tag) {
    const uint32_t made = add("Link", add("Reference", tag));
    tree_.links_.emplace(info.id, made);
    text(info.id, made);
  }
  void add_inline(const Ruby& ruby, const NodeInfo& info, uint32_t tag) {
    for (const Ruby::Pair& pair : ruby.pairs) {
      const uint32_t made = add("Ruby", tag, info.attributes);
      inlines(pair.base, add("RB", made));
      tree_.ruby_slots_[info.id].push_back(slot(add("RT", made)));
    }
  }
  // The note comes behind its call: who reads on is not sent to another place.
  void add_inline(const Note& note, const NodeInfo& info, uint32_t tag) {
    const uint32_t call = add("Link", add("Reference", tag));
    tree_.links_.emplace(info.id, call);
    text(info.id, call);
    const uint32_t made = add("Note", tag, info.attributes);
    tree_.tags_[made].id = "note-" + std::to_string(++notes_);
    const uint32_t back = add("Link", add("Lbl", made));
    tree_.back_links_.emplace(info.id, back);
    tree_.label_slots_.emplace(info.id, slot(back));
    std::vector<int> outer = levels_;
    blocks(note.blocks, made);
    levels_ = std::move(outer);
  }

  TagTree& tree_;
  const std::string& language_;
  std::vector<int> levels_;  // of the headings that the text at work stands under
  size_t notes_ = 0;
};

TagTree::TagTree(const Book& book) {
  TagTreeBuilder(*this, book);
}

std::vector<std::vector<uint32_t>> TagTree::slots_of(const std::vector<layout::Page>& pages) const {
  NodeTable<size_t> annotations;  // of each ruby, how many were seen
  const auto find = [](const auto& slots, NodeId node) {
    const auto found = slots.find(node);
    return found == slots.end() ? kArtifact : found->second;
  };
  const auto of_run = [&](const layout::GlyphRun& run) {
    if (run.label) return find(label_slots_, run.node);
    const auto ruby = ruby_slots_.find(run.node);
    if (ruby == ruby_slots_.end()) return find(text_slots_, run.node);
    size_t& seen = annotations[run.node];
    if (run.text_offset == 0) ++seen;
    return ruby->second[std::min(std::max<size_t>(seen, 1), ruby->second.size()) - 1];
  };
  std::vector<std::vector<uint32_t>> out;
  for (const layout::Page& page : pages) {
    std::vector<uint32_t>& slots = out.emplace_back();
    for (const layout::Item& item : page.items) {
      uint32_t slot = kArtifact;
      if (item.region == layout::Region::margin) {
      } else if (const auto* run = std::get_if<layout::GlyphRun>(&item.content)) {
        slot = of_run(*run);
      } else if (const auto* image = std::get_if<layout::ImageItem>(&item.content)) {
        slot = find(text_slots_, image->node);
      } else if (const auto* rule = std::get_if<layout::RuleItem>(&item.content)) {
        // The frame that stands for a picture; other rules are no part of the text.
        const uint32_t found = find(text_slots_, rule->node);
        if (found != kArtifact && tags_[slot_owners_[found]].type == "Figure") slot = found;
      }
      slots.push_back(slot);
    }
  }
  return out;
}

uint32_t TagTree::tag_of(const layout::LinkItem& link) const {
  const auto& links = link.kind == layout::LinkItem::Kind::note_back ? back_links_ : links_;
  const auto found = links.find(link.node);
  return found == links.end() ? kNoTag : found->second;
}

uint32_t TagTree::add_link(NodeId node) {
  const auto slot = text_slots_.find(node);
  if (slot == text_slots_.end()) return kNoTag;
  const auto index = static_cast<uint32_t>(tags_.size());
  Tag tag;
  tag.type = "Link";
  tag.parent = slot_owners_[slot->second];
  tags_.push_back(std::move(tag));
  tags_[tags_.back().parent].kids.push_back({Tag::Kid::Kind::tag, index});
  return index;
}

}  // namespace huozi::pdf
