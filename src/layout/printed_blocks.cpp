#include "layout/printed_blocks.h"

#include <string_view>
#include <utility>

#include "document/element.h"
#include "layout/table_grid.h"

namespace huozi::layout {
namespace {

using namespace document;

constexpr uint32_t kMostColumns = 10'000;

class BlockReader {
 public:
  explicit BlockReader(const Book& book) {
    for (size_t i = 0; i < book.sections.size(); ++i) {
      const Section& section = book.sections[i];
      section_ = std::to_string(i + 1);
      count_ = 0;
      if (!section.title.empty()) paragraph({&section.title}, section.info, "h1");
      blocks(section.blocks);
    }
  }

  PrintedBlocks out;

 private:
  void blocks(const Blocks& all) {
    for (const Block& each : all) block(each, {});
  }

  // The only paragraph of an item or a cell is that item or cell.
  void matter(const Blocks& all, std::string_view element) {
    const bool only = all.size() == 1 && std::holds_alternative<Paragraph>(all.front().content);
    for (const Block& each : all) block(each, only ? element : std::string_view());
  }

  void block(const Block& block, std::string_view element) {
    if (element.empty()) element = element_of(block).name;
    std::visit([&](const auto& content) { add(content, block.info, element); }, block.content);
  }

  void add(const Paragraph& content, const NodeInfo& info, std::string_view element) {
    paragraph({&content.children}, info, element);
  }
  void add(const Heading& content, const NodeInfo& info, std::string_view element) {
    paragraph({&content.children}, info, element);
  }
  void add(const Quotation& content, const NodeInfo&, std::string_view) { blocks(content.children); }
  void add(const Division& content, const NodeInfo&, std::string_view) { blocks(content.children); }
  void add(const List& list, const NodeInfo&, std::string_view) {
    for (const ListItem& item : list.items) matter(item.children, list_item_element().name);
  }
  void add(const DefinitionList& list, const NodeInfo&, std::string_view) {
    for (const DefinitionList::Entry& entry : list.entries) {
      for (const Inlines& term : entry.terms) {
        NodeInfo info = entry.info;
        if (!term.empty()) info.span = {info.span.file, term.front().info.span.begin, term.back().info.span.end};
        paragraph({&term}, info, "dt");
      }
      for (const Blocks& definition : entry.definitions) matter(definition, "dd");
    }
  }
  void add(const Table& table, const NodeInfo& info, std::string_view) {
    paragraph({&table.caption}, info, "caption");
    const std::optional<TableGrid> grid = place_cells(table, kMostColumns);
    if (!grid) {  // its cells stand below each other
      for (const auto& row : table.rows) {
        for (const TableCell& cell : row) matter(cell.children, cell_element(cell).name);
      }
      return;
    }
    const TableRows outer = rows_;
    for (const PlacedCell& placed : grid->cells) {
      if (outer.begin == outer.end) rows_ = {info.id, placed.row, placed.row + placed.rows};
      matter(placed.cell->children, cell_element(*placed.cell).name);
    }
    rows_ = outer;
  }
  void add(const CodeBlock& code, const NodeInfo& info, std::string_view element) {
    begin(info, element);
    append(code.text, info);
    finish({});
  }
  void add(const Figure& figure, const NodeInfo& info, std::string_view) {
    blocks(figure.children);
    paragraph({&figure.caption, &figure.credit}, info, figcaption_element().name);
  }
  void add(const ThematicBreak&, const NodeInfo&, std::string_view) {}

  // Texts that are set as one, an ideographic blank between them.
  void paragraph(std::initializer_list<const Inlines*> texts, const NodeInfo& info, std::string_view element) {
    begin(info, element);
    out.sources[info.id] = {RunSource::Kind::beside, index_, 0, 0};  // its number
    std::vector<const Inline*> notes;
    for (const Inlines* text : texts) {
      if (!made_.text.empty() && !text->empty()) made_.text += "\u3000";
      inlines(*text, notes);
    }
    finish(notes);
  }

  void begin(const NodeInfo& info, std::string_view element) {
    made_ = {};
    made_.element = element;
    made_.node = info.id;
    made_.span = info.span;
    made_.note = in_note_;
    index_ = static_cast<uint32_t>(out.paragraphs.size());
  }

  // What has no words is none, but what it calls may have.
  void finish(const std::vector<const Inline*>& notes) {
    if (!made_.text.empty()) {
      made_.id = section_ + "-" + std::to_string(++count_);
      if (note_) out.notes[*note_].push_back(index_);
      out.paragraphs.push_back(std::move(made_));
      out.rows.push_back(in_note_ ? TableRows() : rows_);
    }
    for (const Inline* call : notes) {
      const bool outer_in = std::exchange(in_note_, true);
      const std::optional<NodeId> outer = std::exchange(note_, call->info.id);
      const TableRows rows = std::exchange(rows_, {});
      blocks(std::get<Note>(call->content).blocks);
      in_note_ = outer_in;
      note_ = outer;
      rows_ = rows;
    }
  }

  void append(const std::string& text, const NodeInfo& info) {
    const auto begin = static_cast<uint32_t>(made_.text.size());
    made_.text += text;
    made_.pieces.push_back({begin, static_cast<uint32_t>(made_.text.size()), info.id, info.span});
    source(info, RunSource::Kind::words, static_cast<uint32_t>(text.size()));
    out.sources[info.id].begin = begin;
  }

  void source(const NodeInfo& info, RunSource::Kind kind, uint32_t size) {
    out.sources[info.id] = {kind, index_, static_cast<uint32_t>(made_.text.size()), size};
  }

  void inlines(const Inlines& all, std::vector<const Inline*>& notes) {
    for (const Inline& each : all) one(each, notes);
  }

  void one(const Inline& node, std::vector<const Inline*>& notes) {
    if (const auto* text = std::get_if<Text>(&node.content)) {
      append(text->text, node.info);
    } else if (const auto* styled = std::get_if<Styled>(&node.content)) {
      inlines(styled->children, notes);
    } else if (const auto* link = std::get_if<Link>(&node.content)) {
      inlines(link->children, notes);
    } else if (std::holds_alternative<Note>(node.content)) {
      source(node.info, RunSource::Kind::mark, 0);
      notes.push_back(&node);
    } else if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
      source(node.info, RunSource::Kind::above, 0);
      for (const Ruby::Pair& pair : ruby->pairs) inlines(pair.base, notes);
    } else {
      source(node.info, RunSource::Kind::beside, 0);
      if (std::holds_alternative<LineBreak>(node.content)) made_.text += ' ';
    }
  }

  PrintedParagraph made_;
  std::string section_;  // its number
  uint32_t index_ = 0, count_ = 0;
  bool in_note_ = false;
  std::optional<NodeId> note_;
  TableRows rows_;
};

}  // namespace

PrintedBlocks printed_blocks(const Book& book) {
  return std::move(BlockReader(book).out);
}

}  // namespace huozi::layout
