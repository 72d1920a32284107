// The bare text of inlines: for contents, running heads, metadata and the editing rules.
// Not here: the text of blocks, or what a reader hears (alternative texts).
#pragma once

#include <string>

#include "document/node.h"

namespace huozi::document {

// Notes, images, leaders and page references give nothing; of ruby only the base; a line break is one blank.
std::string plain_text(const Inlines& inlines);
std::string plain_text(const Inline& node);

}  // namespace huozi::document
