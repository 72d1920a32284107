// From a Word file's tree to blocks and inlines of the document model. One reader a file.
// Not here: the archive (docx_package), nesting of blocks (docx_assembly), styles' and numbers' meaning.
// Inside parse/ only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.h"
#include "parse/docx_assembly.h"
#include "parse/docx_images.h"
#include "parse/docx_numbering.h"
#include "parse/docx_package.h"
#include "parse/docx_styles.h"
#include "parse/read_context.h"

namespace huozi::parse {

class DocxReader {
 public:
  // The references must outlive the reader. REQUIRES: lay_out_text(package) was called.
  DocxReader(const DocxPackage& package, DocxImages& images, ReadContext& context);

  // The document's blocks. Paragraphs of the style Title are headings of level 1, Word's headings 1 ... 9 of level 2
  // ...
  // 10. Notes that nothing calls come last.
  document::Blocks read();

  // Into the audit: comments, headers and footers.
  void record_margins();

 private:
  using Row = std::vector<DocxBlock>;

  // docx_blocks.cpp
  void flow(const XmlNode& parent, Row& row);
  void flow_one(const XmlNode& node, Row& row);
  void add_paragraph(const XmlNode& node, Row& row);
  void end_paragraph(document::Inlines inlines, const ParagraphProperties& properties, source::Span span, Row& row);
  void add_code(const XmlNode& node, Row& row);
  void add_page_break(source::Span span, Row& row);
  document::Blocks blocks_of(const XmlNode& parent);

  // docx_table.cpp
  void add_table(const XmlNode& node, Row& row);
  void collect_rows(const XmlNode& parent, std::vector<const XmlNode*>& rows);
  void collect_cells(const XmlNode& parent, std::vector<const XmlNode*>& cells);
  document::TableCell cell_of(const XmlNode& node, bool header);

  // docx_inlines.cpp
  void inlines(const XmlNode& parent, document::Inlines& out);
  void inline_one(const XmlNode& node, document::Inlines& out);
  void add_link(const XmlNode& node, document::Inlines& out);
  void add_ruby(const XmlNode& node, document::Inlines& out);
  void add_bookmark(const XmlNode& node, document::Inlines& out);
  void add_run(const XmlNode& node, document::Inlines& out);
  void run_content(const XmlNode& node, const RunProperties& properties, document::Inlines& out);
  void add_words(const XmlNode& node, const RunProperties& properties, document::Inlines& out);
  RunProperties look_of(const XmlNode* properties) const;

  // docx_fields.cpp
  void field_mark(const XmlNode& node, document::Inlines& out);
  void end_field(document::Inlines& out);
  void drop_open_instructions();
  void wrap_in_link(const std::string& target, document::Inlines& out, size_t from);

  // docx_notes.cpp
  void find_notes();
  void find_anchors(const XmlNode& node);
  void add_note(const XmlNode& call, document::Inlines& out);
  void drop(const XmlNode& node, std::string_view rule);
  void drop_notes_in(const XmlNode& node, std::string_view rule);
  void add_uncalled_notes(Row& row);

  // docx_drawing.cpp
  void add_drawing(const XmlNode& node, std::string_view alternative, document::Inlines& out);
  void add_image(std::string_view id, bool linked, source::Span span, std::string_view alternative,
                 document::Inlines& out);

  source::Span span_of_node(const XmlNode& node) const { return context_.file.span(node.begin, node.end); }

  struct NoteText {
    const XmlNode* node = nullptr;
    const DocxPart* part = nullptr;
    bool called = false;
  };
  struct Field {
    std::string instruction;
    source::Span span;
    bool in_result = false;
    const document::Inlines* container = nullptr;  // of the result, which begins at `from`
    size_t from = 0;
  };

  const DocxPackage& package_;
  DocxImages& images_;
  ReadContext& context_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  const DocxPart* part_;                                // being read
  std::map<std::string, NoteText, std::less<>> notes_;  // by "footnoteReference 3"
  std::set<std::string, std::less<>> anchors_;          // bookmarks to which something leads
  ParagraphProperties paragraph_;                       // being read
  std::vector<Field> fields_;                           // open, the innermost last
  std::vector<std::string> ids_;                        // bookmarks for the next block
  document::Inlines carried_;                           // of a paragraph that goes on in the next
  Row* boxes_ = nullptr;                                // text boxes of the paragraph being read
  int note_depth_ = 0;
  bool in_link_ = false;
};

}  // namespace huozi::parse
