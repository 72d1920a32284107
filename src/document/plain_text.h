// The bare text of inlines: for contents, running heads, metadata and the editing rules.
// Not here: the text of blocks, or what a reader hears (alternative texts).
#pragma once

#include <string>
#include <string_view>

#include "document/node.h"

namespace huozi::document {

// Notes, images, leaders and page references give nothing; of ruby only the base; a line break is one blank.
std::string plain_text(const Inlines& inlines);
std::string plain_text(const Inline& node);

// With the number before it, on one line.
std::string numbered_title(std::string_view number, const Inlines& title);

// For what is never broken into lines, such as bookmarks and running heads: there some readers draw U+00AD.
std::string without_soft_hyphens(std::string text);

}  // namespace huozi::document
