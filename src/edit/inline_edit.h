// Cutting inlines by offsets into their plain text, with spans and the audit kept right. An offset is a byte of
// document::plain_text(nodes). Inside edit/ only.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "edit/pass.h"

namespace huozi::edit {

// The place in the source of `length` bytes at `offset` of a Text node: exact when the source writes the text as it
// is, otherwise the whole node.
source::Span span_within(const document::Inline& text_node, size_t offset, size_t length);

// From the first node's beginning to the last one's end. REQUIRES: spans of one file.
source::Span joined(source::Span first, source::Span last);

// Removes bytes [begin, end) of the plain text (line breaks in it too), then whatever styling that leaves empty.
void erase_text(document::Inlines& nodes, size_t begin, size_t end, std::string_view rule, Pass& pass);

// Removes blanks and line breaks at both ends.
void trim_text(document::Inlines& nodes, std::string_view rule, Pass& pass);

// Cuts at `offset` and returns what follows; styling that spans the cut stands on both sides.
document::Inlines split_off(document::Inlines& nodes, size_t offset, document::Document& document);

// Takes strong styling and spans that say nothing off the nodes: a heading is bold by itself. Styling with attributes
// stays.
void unwrap_strong(document::Inlines& nodes);

// Nothing that shows: neither text nor a picture nor a note.
bool is_empty(const document::Inlines& nodes);
bool has_image(const document::Inlines& nodes);

// The paragraph in the block, or null.
document::Paragraph* paragraph_of(document::Block& block);
const document::Paragraph* paragraph_of(const document::Block& block);

document::Inline make_inline(Pass& pass, source::Span span, decltype(document::Inline::content) content);
document::Block make_block(Pass& pass, source::Span span, decltype(document::Block::content) content);

}  // namespace huozi::edit
