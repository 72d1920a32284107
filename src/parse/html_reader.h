// From an HTML tree to blocks and inlines of the document model. One reader a stretch of HTML.
// Not here: the tree's making (html_tree), the elements' meanings (html_elements), white space. Inside parse/ only.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "document/node.h"
#include "parse/html_tree.h"
#include "parse/read_context.h"

namespace huozi::parse {

class HtmlReader {
 public:
  // The references must outlive the reader.
  HtmlReader(const HtmlNode& root, ReadContext& context);

  // All blocks of the stretch; a wrapper round everything is taken off.
  document::Blocks read();
  // The same with every wrapper: a stretch among others.
  document::Blocks flow_all() { return flow(root_.children); }

  // What an element is among inlines, still without its children; nothing when only they count.
  static std::optional<document::Inline> inline_of(const HtmlNode& element);
  static document::Attributes attributes_of(const HtmlNode& element);
  // A <div> and its like: attributes kept, the element's own role among its classes.
  static document::Attributes division_attributes(const HtmlNode& element);

  // Raw inlines. REQUIRES: !node.holds_block.
  void add_inline(const HtmlNode& node, document::Inlines& out);

 private:
  using Nodes = std::span<const HtmlNode>;

  // Blocks and runs of inlines side by side; runs become paragraphs.
  void flow(Nodes nodes, document::Blocks& out);
  document::Blocks flow(Nodes nodes);
  void end_run(document::Inlines& run, document::Blocks& out);

  void add_block(const HtmlNode& node, document::Blocks& out);
  void add_paragraph(const HtmlNode& node, document::Blocks& out);
  void add_heading(const HtmlNode& node, document::Blocks& out);
  void add_quotation(const HtmlNode& node, document::Blocks& out);
  void add_division(const HtmlNode& node, document::Blocks& out);
  void add_list(const HtmlNode& node, document::Blocks& out);
  void add_definitions(const HtmlNode& node, document::Blocks& out);
  void add_definition_parts(Nodes nodes, document::DefinitionList& list);
  void add_table(const HtmlNode& node, document::Blocks& out);
  void add_rows(Nodes nodes, bool head, document::Table& table);
  void add_row(const HtmlNode& node, bool head, document::Table& table);
  void add_preformatted(const HtmlNode& node, document::Blocks& out);
  // A highlighter's table as code, without its line numbers. False: it is another table.
  bool add_numbered_code(const HtmlNode& node, document::Blocks& out);
  void add_figure(const HtmlNode& node, document::Blocks& out);
  void add_media(const HtmlNode& node, document::Blocks& out);
  void add_inline_round_blocks(const HtmlNode& node, document::Blocks& out);
  void drop(const HtmlNode& node);

  void add_image(const HtmlNode& node, document::Inlines& out);
  void add_link(const HtmlNode& node, document::Inlines& out);
  void add_ruby(const HtmlNode& node, document::Inlines& out);
  void add_ruby_parts(Nodes nodes, document::Inlines& base, class RubyBuilder& ruby);

  // Notes: `a` elements that call, and the elements they lead to.
  void find_notes(const HtmlNode& node, bool in_notes);
  const HtmlNode* note_called_by(const HtmlNode& link) const;
  bool add_note(const HtmlNode& link, document::Inlines& out);
  bool is_backlink(const HtmlNode& node) const;
  // Notes that only notes call, in a ring: no call set them.
  void add_unset_notes(document::Blocks& out);

  const HtmlNode& root_;
  ReadContext& context_;
  std::map<std::string, const HtmlNode*, std::less<>> note_texts_;  // by id
  std::set<const HtmlNode*> called_notes_;
  std::set<const HtmlNode*> set_notes_;
  std::set<const HtmlNode*> open_notes_;  // being read: a note may not hold itself
  std::set<const HtmlNode*> calls_;
};

}  // namespace huozi::parse
