// Keeps strangers' HTML within what a tree builder can take: bounds nesting and unclosed formatting before the tree is
// built. Not here: the tree (html_tree). Inside parse/ only.
#pragma once

#include <string>

#include "parse/html_origin.h"
#include "parse/read_context.h"

namespace huozi::parse {

// `html` with the tags that nest deeper than kDeepest, or that would multiply the tree, turned into blank comments
// `<!   >`; text is untouched and every offset stays. A tag that the file's end cuts off is reported and entered in the
// audit.
std::string guarded_html(std::string html, const HtmlOrigin& origin, ReadContext& context);

}  // namespace huozi::parse
