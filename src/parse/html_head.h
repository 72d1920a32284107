// What a web page's head says of its article: `meta`, `title` and `link` elements (HTML §4.2; Open Graph; Dublin Core).
// Not here: front matter, which is believed before it; a title that stands in the text. Inside parse/ only.
#pragma once

#include "document/book.h"
#include "parse/html_tree.h"

namespace huozi::parse {

// Fills what it finds among title, author, date, source, url and tags; everything else stays. Of several names for one
// fact the first of the table counts. The title is without the site's name behind it (石桥 - 河岸网, 石桥_河岸网).
// A value of more than 200 characters, or a date that is none, is passed over.
void read_head(const HtmlNode& root, document::ArticleMetadata& metadata);

}  // namespace huozi::parse
