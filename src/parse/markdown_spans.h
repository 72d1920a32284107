// What Markdown's own parser leaves in texts: Pandoc's bracketed spans and citations, calls of notes that have no text,
// bare URLs.
// Not here: the parser's inlines (markdown_reader). Inside parse/ only.
#pragma once

#include "document/node.h"
#include "parse/read_context.h"

namespace huozi::parse {

// Raw inlines of one level. `[词]{.index}` becomes a span with the class, `[汉字]{ruby="hàn zì"}` ruby; a bracket
// behind a backslash is text. `{.page}` right behind a link or a picture gives it
// attributes. `[@key]` becomes a citation note.
// `[^x]` left over is reported.
void read_bracketed_spans(document::Inlines& inlines, ReadContext& context);

// Raw inlines of one level, not inside a link. http://, https:// and www. up to a blank or the first character that is
// not ASCII: a Chinese sentence may go on right behind a URL.
void link_bare_urls(document::Inlines& inlines);

// Cuts ` {#id .class}` off a heading's end and returns it.
document::Attributes take_heading_attributes(document::Inlines& inlines);

}  // namespace huozi::parse
