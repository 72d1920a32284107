// Blocks to rows: the walk over a section's tree with its styles. One file a group of blocks: block_setter.cpp
// (paragraphs, headings, quotations, divisions), block_float.cpp, block_list.cpp, block_figure.cpp, block_code.cpp,
// block_table.cpp, block_apart.cpp.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "document/back_notes.h"
#include "document/book.h"
#include "layout/apart_pages.h"
#include "layout/flow.h"
#include "layout/inline_text.h"
#include "layout/note_mark.h"
#include "layout/paragraph.h"
#include "layout/set_section.h"
#include "layout/table_slices.h"
#include "source/diagnostic.h"
#include "style/counters.h"
#include "text/shaper.h"

namespace huozi::layout {

class BlockSetter {
 public:
  BlockSetter(Galley& galley, const style::Cascade& cascade, const FlowGeometry& geometry, text::Shaper& shaper,
              document::SectionRole role, const style::ElementRef& section, const style::ComputedStyle& section_style,
              source::Diagnostics& diagnostics)
      : galley_(galley),
        cascade_(cascade),
        geometry_(geometry),
        shaper_(shaper),
        role_(role),
        section_(section),
        section_style_(section_style),
        diagnostics_(diagnostics),
        marks_(cascade, shaper) {}

  // Where blocks are set: the element they stand in, its style, and its edges within the measure.
  struct Around {
    const style::ElementRef& element;
    const style::ComputedStyle& style;
    std::string_view language;
    Length left, right;  // insets from the measure
    Flow& flow;
    int depth = 0;
  };

  void blocks(const document::Blocks& children, const Around& around);
  // The section's title as its h1.
  void title(const document::Section& section, const Around& around);
  // The notes that stand at the section's end, when all else is set.
  void end_notes(const Around& around);
  // The notes of the book's chapters that stand here, in a section of their own, below their chapters' titles.
  void back_notes(const std::vector<document::BackChapter>& chapters, const Around& around);
  // No more blocks follow.
  void finish_floats(Flow& flow);
  // Counts what a section, this or one before it, begins with.
  void enter(const style::ComputedStyle& section, bool counted) { counters_.enter(section, counted); }

 private:
  struct Label {  // a list item's marker, set
    SetLine line;
    Length width;  // with the blank behind it
    Length size;
    Length x;
    Length overhang;  // by how much it reaches into the first line
  };

  void block(const document::Block& block, const Around& around, int index, int siblings);
  void set_block(const document::Block& block, const style::ElementRef& element, const style::ComputedStyle& style,
                 const Around& here);
  bool wants_float(const document::Block& block, const style::ComputedStyle& style) const;
  // Sets the block as a page float; false where it must stay in the flow, which is reported.
  bool page_float(const document::Block& block, const style::ElementRef& element, const style::ComputedStyle& style,
                  const Around& here);
  // Why a block stands in the flow though its style sends it elsewhere; empty: nothing keeps it.
  std::string_view kept_in_flow(const document::Block& block, const Around& here) const;
  // Sets the block on pages of its own, turned or as a plate; likewise.
  bool block_apart(const document::Block& block, const style::ElementRef& element, const style::ComputedStyle& style,
                   const Around& here);
  // False where nothing is in it.
  bool set_apart(const document::Block& block, const style::ElementRef& element, const style::ComputedStyle& style,
                 const Around& here);
  ApartArea area_apart(const style::ComputedStyle& style) const;
  Length room_for_images(const std::function<std::vector<Row>(BlockSetter&)>& set, const ApartArea& area);
  // Sets something of that style in a flow.
  using Setting = std::function<void(BlockSetter&, const style::ComputedStyle&, Flow&)>;
  // Sets it as a page float called here. Otherwise says why it cannot be one.
  std::string_view float_apart(bool at_foot, const style::ComputedStyle& style, const Setting& set, Flow& flow);
  // What the last row calls is called in each variant of the last paragraph too.
  void vary_calls(const std::vector<uint32_t>& floats);
  PageFloat set_float(bool at_foot, const style::ComputedStyle& style, const Setting& set);
  // Only sections have columns; once a section.
  void report_columns(const style::ElementRef& element, source::Span span);
  // Columns of pages are filled as they come; once a section.
  void report_column_break(source::Span span);
  // The values of string-set; content() is the number and the text (css-gcpm-3 1.1).
  void set_strings(const document::Inlines& inlines, const std::string& number, source::Span span,
                   const style::ComputedStyle& style, Flow& flow);
  void heading(const document::Inlines& inlines, const std::string& number, const document::NodeInfo& info,
               const style::ElementRef& element, const style::ComputedStyle& style, const Around& around);
  void container(const document::Blocks& children, const style::ElementRef& element, const style::ComputedStyle& style,
                 const Around& around);
  void list(const document::List& list, const style::ElementRef& element, const style::ComputedStyle& style,
            const Around& around);
  void figure(const document::Figure& figure, const document::NodeInfo& info, const style::ElementRef& element,
              const style::ComputedStyle& style, const Around& around);
  // `own`: the image's style; `style`: its figure's.
  void image_box(const document::Image& image, const document::NodeInfo& info, const std::optional<InlineLink>& link,
                 const style::ComputedStyle& own, const style::ComputedStyle& style, const Around& around);
  void report_coarse(int64_t across, int64_t down, Length width, source::Span span);
  void caption(const document::Figure& figure, const document::NodeInfo& info, const style::ElementRef& element,
               const style::ComputedStyle& style, const Around& around);
  void definition_list(const document::DefinitionList& list, const document::NodeInfo& info,
                       const style::ElementRef& element, const style::ComputedStyle& style, const Around& around);
  void table(const document::Table& table, const document::NodeInfo& info, const style::ElementRef& element,
             const style::ComputedStyle& style, const Around& around);
  void stacked_table(const document::Table& table, document::NodeId id, const style::ElementRef& element,
                     const style::ComputedStyle& style, const Around& around);
  std::vector<Row> caption_rows(const document::Table& table, document::NodeId id, const style::ElementRef& element,
                                const style::ComputedStyle& style, const Around& around);
  RepeatedHead continuation(const document::Table& table, const style::ElementRef& element,
                            const style::ComputedStyle& style, const Around& around);
  // `above`: what stands above the header where it is repeated.
  void add_table(std::vector<Row> caption, TableSlices slices, RepeatedHead above, const style::ComputedStyle& style,
                 source::Span span, const Around& around);
  // What blocks need between their edges; sets nothing.
  ContentWidths widths_of(const document::Blocks& children, const Around& around) const;
  // Instead of setting a text: what it needs, with the edges around it.
  void take_widths(const ContentWidths& needed, const Around& around);
  void code_block(const document::CodeBlock& code, const document::NodeInfo& info, const style::ComputedStyle& style,
                  const Around& around);
  void thematic_break(const document::NodeInfo& info, const style::ElementRef& element,
                      const style::ComputedStyle& style, const Around& around);

  struct Number {  // of a heading, or of a caption
    const std::string& text;
    document::NodeId node;
  };
  // Inlines as lines in the flow. Returns the number of rows added.
  size_t paragraph(const document::Inlines& inlines, const style::ElementRef& element,
                   const style::ComputedStyle& style, const Around& around, const Number* number = nullptr);
  std::optional<Label> make_label(const style::ElementRef& item, document::NodeId node,
                                  const style::ComputedStyle& item_style, int64_t number, const Around& around);
  void settle_labels(Flow& flow, size_t from);
  // What the element's ::before or ::after says; where it is a number, the one that the element was given.
  void generate(InlineText& text, std::string_view pseudo, const style::ElementRef& element,
                const style::ComputedStyle& style, const Around& around, const Number* number = nullptr);
  size_t lines_to_rows(InlineText& text, const style::ComputedStyle& style, const Around& around);
  // `block_anchors`: what begins in its first row beside what the line has.
  void add_variant(SetVariant& set, const InlineText& text, size_t count, const std::vector<NodeId>& block_anchors,
                   Length pitch, const style::ComputedStyle& style, const Around& around);
  void place_line(SetLine& line, const InlineText& text, Row& row, Length left, Length baseline);
  uint32_t adopt_styles(const InlineText& text);
  // What the ends of the note's lines leave for a neighbour (GalleyNote::run_in, room).
  void leave_room(GalleyNote& note, const document::Note& source, const style::ComputedStyle& style) const;
  void set_notes(InlineText& text, std::string_view language);
  void set_note(const document::Note& note, uint32_t index, const style::ElementRef& element,
                const style::ComputedStyle& style, std::string_view language, Flow& flow);
  // Its brief form (GalleyNote::brief), where it may have one.
  void set_brief(const document::Note& note, uint32_t index, const style::ElementRef& element,
                 const style::ComputedStyle& style, std::string_view language);
  void append_brief(InlineText& text, const document::Inlines& full);
  uint32_t earlier_of_source(const document::RepeatedCitation& cited, uint32_t index);
  // The note's own lines in a flow of their own.
  std::vector<Row> note_rows(const document::Note& note, uint32_t index, const style::ElementRef& element,
                             const style::ComputedStyle& style, std::string_view language);
  void end_note(const document::Note& note, uint32_t index, std::string_view language, Flow& flow);
  style::NotePlace place_of(const document::Note& note) const;
  void size_marks(InlineText& text);
  Length mark_width(bool marker, uint32_t number, bool at_end, const TextStyle& look);
  style::ComputedStyle note_style(const style::ElementRef& element) const {
    return cascade_.style(element, section_style_);
  }
  Length measure(const Around& around) const { return full_measure() - around.left - around.right; }
  Length full_measure() const { return cell_measure_.value_or(geometry_.measure); }
  Around sized(const style::ComputedStyle& style, Around around) const;
  Around legible(Around around) const;
  void keep_whole(Flow& flow, size_t first);
  void report_too_tall(const InlineText& text);
  void borders(size_t rows, const style::ComputedStyle& style, const Around& around);
  ParagraphShape shape_of(const style::ComputedStyle& style, const Around& around) const;
  // An element within the section begins.
  void enter_element(const style::ElementRef& element, const style::ComputedStyle& style);
  void begin(const document::NodeInfo& info, const style::ComputedStyle& style, const Around& around);
  void finish(const style::ComputedStyle& style, const Around& around);

  Galley& galley_;
  const style::Cascade& cascade_;
  FlowGeometry geometry_;
  text::Shaper& shaper_;
  document::SectionRole role_;
  const style::ElementRef& section_;
  const style::ComputedStyle& section_style_;
  source::Diagnostics& diagnostics_;
  style::Counters counters_;
  std::vector<Label> labels_;              // of items whose first line comes next
  const uint32_t* note_marker_ = nullptr;  // the note whose first paragraph comes next
  int note_depth_ = 0;
  const document::RepeatedCitation* brief_ = nullptr;  // stands for the words of the paragraph that comes next
  std::map<std::string, uint32_t> cited_;              // by source: the note on pages that cites it last
  NoteMarks marks_;
  struct EndNote {
    const document::Note* note;
    uint32_t index;
    std::string language;
  };
  std::vector<EndNote> end_notes_;              // called so far
  std::set<const document::Note*> back_notes_;  // those that stand here by themselves, whatever calls them here
  struct LineExtent {
    Length begin, end;    // from the left edge of the measure
    bool ragged = false;  // it stands where it does because nothing pushes it
  };
  LineExtent last_line_;                // of the paragraph set last
  std::optional<Length> cell_measure_;  // of the table cell, note or page float at work
  bool floating_ = false;               // a page float is at work
  bool apart_ = false;                  // it stands on pages of its own
  std::optional<Length> image_room_;    // a plate is at work: the height of each of its images, at most
  int images_ = 0;                      // in plates so far
  bool plain_ = false;                  // the block set last has no margins and breaks of its own
  bool columns_reported_ = false, column_break_reported_ = false;
  ContentWidths* widths_ = nullptr;  // set: texts are measured only
};

}  // namespace huozi::layout
