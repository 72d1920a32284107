// The white space of one block's inlines: CSS Text 3 §4.1.1 with §4.1.3's rule for East Asian line ends.
// Not here: paragraph breaks (inlines.h). Inside parse/ only.
#pragma once

#include "document/node.h"
#include "parse/read_context.h"

namespace huozi::parse {

// Makes raw inlines fit for the tree: collapses blanks across inline boundaries, drops line ends between East Asian
// characters, trims the edges (ideographic indents into the audit), drops invisible characters and empty elements,
// joins adjacent equal ones. Empty when nothing is to be seen.
// Raw Text: may hold CR, LF and TAB; its span has as many bytes as the text if and only if it is written so.
void finish_inlines(document::Inlines& inlines, ReadContext& context);

}  // namespace huozi::parse
