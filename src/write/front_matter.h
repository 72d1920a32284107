// An article's metadata as YAML between two lines of ---; keys without a value are left out.
// Not here: the article's text. Inside write/ only.
#pragma once

#include <string>

#include "document/book.h"

namespace huozi::write {

// Titles longer than this stand as a heading instead: readers bound front matter.
constexpr size_t kLongestTitle = 8192;

// Ends with a line feed; empty when nothing is set.
std::string front_matter(const document::ArticleMetadata& metadata);

}  // namespace huozi::write
