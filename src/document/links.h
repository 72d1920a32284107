// Links within the book: each to the node it leads to, by the article it stands in and the ids that article has.
// Not here: web addresses (they stay as written), the page a node stands on (layout/).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/book.h"
#include "source/diagnostic.h"

namespace huozi::document {

// Paths below the book's folder, with the file each was read from.
using ArticlePaths = std::vector<std::pair<std::string, source::FileId>>;

// Sets Link::node of every link to an article of the book ("b.md"), to an id of one ("b.md#id"), to an id of its own
// article ("#id"). A heading's own words serve as its id where no element has that id. A link to another article gets a
// page reference with words after its text, except in headings. What leads nowhere is reported (link.unresolved) and
// left without a node. Links of the class `page` become page references (document/page_references).
void resolve_links(Book& book, const ArticlePaths& articles, source::Diagnostics& diagnostics);

// "https:...", "mailto:...", "//...": an address outside of any book.
bool is_address(std::string_view target);

// "a/./b/../c" -> "a/c", percent-escapes resolved; `base` is the file the path is relative to. Empty when it leaves the
// top folder or is absolute.
std::string resolve_path(std::string_view base, std::string_view path);

}  // namespace huozi::document
