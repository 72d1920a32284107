// Small tools for inlines under construction.
// Not here: white space (white_space). Inside parse/ only.
#pragma once

#include <string>
#include <vector>

#include "document/node.h"

namespace huozi::parse {

document::Inline make_text(source::Span span, std::string text);
document::Inline make_styled(document::StyledKind kind, source::Span span, document::Inlines children);
document::Block make_paragraph(source::Span span, document::Inlines children);

// From the first to the last; an empty span when there are none.
source::Span span_of(const document::Inlines& inlines);
source::Span joined(source::Span first, source::Span last);

// Neither a picture nor a note, a mark nor anything but blanks. Raw or finished inlines.
bool is_blank(const document::Inlines& inlines);
bool has_image(const document::Inlines& inlines);

// Cuts at two or more line breaks with nothing but blanks between them, also inside styling, and at every line break
// where all lines begin with the indent of a paragraph. Raw inlines.
std::vector<document::Inlines> split_at_blank_lines(document::Inlines inlines);

// Appends with a line break between. Finished inlines.
void join_lines(document::Inlines& to, document::Inlines from);

// Finished inlines: joins adjacent equal elements and texts, unwraps spans that say nothing.
void append_merged(document::Inlines& to, document::Inline node);

// The inlines of all paragraphs and headings in reading order, line by line; other blocks stay in `blocks`.
document::Inlines take_text(document::Blocks& blocks);

// All text of a note's blocks, those of notes in it left out: what an audit says of a note set once more.
std::string words_of(const document::Blocks& blocks);

}  // namespace huozi::parse
