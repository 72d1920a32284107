// Blocks and inlines as XHTML, element by element after document/element. One writer serves one file.
// Not here: the file's frame and title (section_file), ids and link targets (plan).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/element.h"
#include "epub/conformance.h"
#include "epub/labels.h"
#include "epub/plan.h"
#include "epub/xml_writer.h"

namespace huozi::epub {

// A place where a printed page begins, as the page-list names it.
struct PageAnchor {
  std::string href;  // relative to the package's folder
  std::string label;
};

// <span epub:type="pagebreak">
void write_page_break(XmlWriter& xml, const PlannedMark& mark);

class ContentWriter {
 public:
  // `path` is the file's, relative to the package's folder; `language` the file's. What is written is looked at by
  // `conformance`.
  ContentWriter(XmlWriter& xml, const Plan& plan, std::string path, std::string language, Conformance& conformance);

  // Start and end of an element with the node's id, classes and language. Between them, marks of the node itself.
  void open(const document::Element& element, const document::NodeInfo& info);
  void close();
  void marks_of(const document::NodeInfo& info);

  void blocks(std::span<const document::Block> blocks);
  void inlines(const document::Inlines& inlines);
  // A heading's number, before its words.
  void number(std::string_view number);
  // The notes called so far, as one section; nothing when there are none. Notes called within notes follow these.
  void notes();

  // The headings below are subheadings of the file's own title.
  void begin_below_title() { heading_levels_ = {0}; }
  // Blocks of the section that another file holds: the headings below are subheadings of theirs.
  void pass(std::span<const document::Block> blocks);

  std::vector<PageAnchor> take_pages() { return std::move(pages_); }
  std::vector<document::GeneratedText> take_generated() { return std::move(generated_); }

 private:
  struct PendingNote {
    const document::NodeInfo* info;
    const document::Note* note;
    std::string language;  // where it is called
    uint32_t number;
    bool at_end;  // an endnote
    bool written = false;
  };

  void block(const document::Block& block);
  void heading(const document::Block& block, const document::Heading& heading);
  size_t enter_level(int level);
  void open_text(const document::Element& element, const document::NodeInfo& info, const document::Inlines& words);
  void list(const document::Block& block, const document::List& list);
  void definitions(const document::Block& block, const document::DefinitionList& list);
  void table(const document::Block& block, const document::Table& table);
  void rows(const document::Table& table, size_t begin, size_t end);
  void cell(const document::TableCell& cell, bool in_head);
  void figure(const document::Block& block, const document::Figure& figure);

  void node(const document::Inline& node);
  void text(const document::Inline& node, std::string_view text);
  void marked_text(const document::NodeInfo& info, std::string_view text);
  void link(const document::Inline& node, const document::Link& link);
  void linked(const document::Inlines& inlines, const document::Inline& link, const std::string& href, bool& first);
  void image(const document::Inline& node, const document::Image& image);
  void ruby(const document::Inline& node, const document::Ruby& ruby);
  void page_reference(const document::Inline& node, const document::PageReference& reference);
  void note_call(const document::Inline& node, const document::Note& note);
  void notes(bool at_end);
  void note(const PendingNote& pending);
  void note_body(const PendingNote& pending);
  void back_link(const PendingNote& pending);

  void attributes(const document::Element& element, const document::NodeInfo& info, std::string_view extra_class = {});

  XmlWriter& xml_;
  const Plan& plan_;
  const Labels& labels_;
  Conformance& conformance_;
  std::string path_;
  std::vector<std::string> languages_;  // of the open elements
  std::vector<int> heading_levels_;     // of the open headings, as written by the author
  int heading_barriers_ = 0;            // open elements that may hold no heading
  bool has_title_ = false;              // an h1 is written
  bool in_ruby_ = false;
  uint32_t note_count_ = 0;
  std::vector<PendingNote> pending_notes_;
  size_t next_note_place_ = 0;  // where a note called now is put into pending_notes_
  std::vector<PageAnchor> pages_;
  std::vector<document::GeneratedText> generated_;
};

}  // namespace huozi::epub
