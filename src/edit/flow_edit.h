// Wrapping and splitting the blocks of a flow. Inside edit/ only.
// Not here: which blocks (each pass decides), inlines (inline_edit).
#pragma once

#include <string>
#include <vector>

#include "edit/pass.h"

namespace huozi::edit {

// Blocks [begin, end) of a flow.
struct BlockRange {
  size_t begin = 0;
  size_t end = 0;
  std::string class_name;
};

// The flow with each range in a division of its class. REQUIRES: ranges in order, not empty, apart from each other.
document::Blocks wrapped(document::Blocks flow, const std::vector<BlockRange>& ranges, Pass& pass);

// The paragraph's lines: its nodes cut at its own line breaks, which are left out. Breaks inside styling cut nothing.
std::vector<document::Inlines> lines_in(document::Inlines nodes);

// A paragraph of some of another's lines; breaks between them are made anew. Attributes are the other's, save its id.
document::Block paragraph_of_lines(const document::Block& other, std::vector<document::Inlines> lines, Pass& pass);

// Text of a paragraph, trimmed; empty for other blocks.
std::string text_of(const document::Block& block);

}  // namespace huozi::edit
