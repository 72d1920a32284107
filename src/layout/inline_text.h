// A paragraph's inlines flattened: one string with U+FFFC for what is not text, style runs over it, and the objects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/node.h"
#include "layout/page.h"
#include "layout/text_style.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct InlineRun {
  uint32_t begin = 0;  // bytes; runs cover the text in order
  uint32_t end = 0;
  uint32_t style = 0;  // index into styles
  document::NodeId node;
  source::Span span;         // of the node's text in the source
  uint32_t node_offset = 0;  // of `begin` in the node's text
  int32_t link = -1;         // index into links
};

struct InlineObject {
  enum class Kind { note_call, note_marker, repeated_mark, image, reference, leader };
  Kind kind = Kind::image;
  Length width;   // reserved; of a leader: least
  Length height;  // images
  uint32_t style = 0;
  document::NodeId node;
  document::NodeId target;               // reference
  const document::Note* note = nullptr;  // note_call
  uint32_t note_index = 0;               // marks: which; note_call: filled in when the note is set
  bool in_text = false;                  // reference: among words, not at the end of a contents row
  bool note_number = false;              // reference: to a note's mark
  const document::Image* image = nullptr;
};

struct InlineLink {
  std::string uri;                         // either an address
  std::optional<document::NodeId> target;  // or a node of the book
  document::NodeId node;
};

struct InlineRuby {  // an annotation and the bytes of the text it stands over
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string text;
  uint32_t style = 0;
  style::RubyPosition position = style::RubyPosition::over;
  document::NodeId node;
};

// A note in two rows within the line (-huozi-inline-note), its text at half the size of what is around it. Nothing but
// text, without emphasis or lines of its own.
struct InlineWarichu {
  uint32_t begin = 0;
  uint32_t end = 0;
  Length em;  // of the text around
};

// A line that an element draws along its bytes of the text, whatever stands in them (CSS Text Decoration 3 2.1), or a
// frame round them.
struct InlineDecoration {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t style = 0;  // the element's: kind of line, border, size, colour
  document::NodeId node;
};

// Where an inline node begins that something leads to: one with an id of its own, a mark for the index.
struct InlineAnchor {
  uint32_t begin = 0;  // byte of the text
  document::NodeId node;
};

struct InlineText {
  std::string text;
  std::vector<InlineRun> runs;
  std::vector<TextStyle> styles;  // [0] is the block's own
  std::vector<InlineObject> objects;
  std::vector<InlineLink> links;
  std::vector<InlineRuby> rubies;             // in order, none within another
  std::vector<InlineWarichu> warichus;        // likewise
  std::vector<InlineDecoration> decorations;  // of inline elements, outer before inner; styles[0]'s is not among them
  Length cell;                        // of code: the width of a Latin character, half of an ideograph's; zero: not code
  std::vector<InlineAnchor> anchors;  // in order
};

// What flattening consults besides the nodes.
struct InlineContext {
  const style::Cascade& cascade;
  text::FontLibrary& fonts;
  std::string_view language;  // of the block
  int folio_digits = 3;       // of the widest folio that a reference among words may have
};

// Where a link leads; nothing for one that leads nowhere, which is plain words, and for other inlines.
std::optional<InlineLink> link_of(const document::Inline& node);
LinkItem link_area(const InlineLink& link, const Rect& rect);

// An empty text in the block's style, then what it holds, in order.
InlineText begin_text(const style::ComputedStyle& style, const InlineContext& context);
void append_inlines(InlineText& out, const document::Inlines& inlines, const style::ElementRef& block,
                    const style::ComputedStyle& style, const InlineContext& context);

// Appends plain text in the block's style: list markers, labels.
void append_text(InlineText& out, std::string_view text, uint32_t style_index, document::NodeId node);
void append_object(InlineText& out, InlineObject object);

}  // namespace huozi::layout
