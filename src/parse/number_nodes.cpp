#include "parse/number_nodes.h"

namespace huozi::parse {

using namespace document;

namespace {

class Numberer {
 public:
  explicit Numberer(Document& document) : document_(document) {}

  void all(Blocks& blocks) {
    for (Block& block : blocks) {
      block.info.id = document_.make_id();
      std::visit([&](auto& content) { parts(content); }, block.content);
    }
  }

 private:
  void all(Inlines& inlines) {
    for (Inline& node : inlines) {
      node.info.id = document_.make_id();
      std::visit([&](auto& content) { parts(content); }, node.content);
    }
  }

  void parts(Paragraph& node) { all(node.children); }
  void parts(Heading& node) { all(node.children); }
  void parts(Quotation& node) { all(node.children); }
  void parts(Division& node) { all(node.children); }
  void parts(CodeBlock&) {}
  void parts(ThematicBreak&) {}
  void parts(List& list) {
    for (ListItem& item : list.items) {
      item.info.id = document_.make_id();
      all(item.children);
    }
  }
  void parts(DefinitionList& list) {
    for (DefinitionList::Entry& entry : list.entries) {
      entry.info.id = document_.make_id();
      for (Inlines& term : entry.terms) all(term);
      for (Blocks& definition : entry.definitions) all(definition);
    }
  }
  void parts(Table& table) {
    all(table.caption);
    for (auto& row : table.rows) {
      for (TableCell& cell : row) {
        cell.info.id = document_.make_id();
        all(cell.children);
      }
    }
  }
  void parts(Figure& figure) {
    all(figure.children);
    all(figure.caption);
    all(figure.credit);
  }

  void parts(Text&) {}
  void parts(Image&) {}
  void parts(LineBreak&) {}
  void parts(PageReference&) {}
  void parts(Leader&) {}
  void parts(Styled& node) { all(node.children); }
  void parts(Link& node) { all(node.children); }
  void parts(Note& note) { all(note.blocks); }
  void parts(Ruby& ruby) {
    for (Ruby::Pair& pair : ruby.pairs) all(pair.base);
  }

  Document& document_;
};

}  // namespace

void number_nodes(Document& document) {
  document.next_ordinal = 1;
  Numberer(document).all(document.blocks);
}

}  // namespace huozi::parse
