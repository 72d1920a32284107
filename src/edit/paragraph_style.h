// What a web page's own styling says of a paragraph: alignment, boldness, grey. Inside edit/ only.
// Not here: what its words say (line_shape), computed styles (style/).
#pragma once

#include "document/node.h"

namespace huozi::edit {

bool is_centred(const document::Block& block);
bool is_right_aligned(const document::Block& block);

// All of its text, and there is some, is strong; no picture, no line break.
bool is_wholly_strong(const document::Inlines& nodes);

// Its first words are strong; what follows them on the same line is not.
bool begins_with_strong(const document::Inlines& nodes);

// Nothing but text, spans without meaning and notes; no line break.
bool is_plain(const document::Inlines& nodes);

// All of its text stands in a span coloured grey.
bool is_grey(const document::Inlines& nodes);

}  // namespace huozi::edit
