// Feeds to articles: RSS 2.0 and its forerunners, RSS 1.0 (RDF), Atom 1.0 (RFC 4287).
// Not here: fetching a feed, encodings (the text is UTF-8), what an editor does to an article (edit/).
#pragma once

#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// Whether the text begins as a feed does: <rss>, <rdf:RDF> or <feed>, after declarations and comments.
bool is_feed(std::string_view text);

// A document for each item, in the feed's order; the feed's title is each one's source. An item's content (RSS:
// content:encoded, else description; Atom: content, else summary) becomes a source file of its own, FEED#1, FEED#2 ...,
// which is read as HTML; spans lie in that. A date's day is kept as written. Messages about the feed stand at its
// lines. XML that is ill-formed is reported once; then every item is read that is well-formed by itself. At most 10,000
// items; xml_tree.h has the other bounds.
std::vector<document::Document> read_feed(const source::SourceFile& file, source::SourceSet& sources,
                                          source::Diagnostics& diagnostics, document::Audit& audit);

}  // namespace huozi::parse
