// Which of the addresses an <img> carries is the picture's: pages that load pictures late, or in several sizes, write
// the true one beside `src`.
// Not here: what an address tells of the picture (edit/image_address). Inside parse/ only.
#pragma once

#include <string>
#include <string_view>

#include "parse/html_tree.h"

namespace huozi::parse {

// Empty: the element has none. A path within the article's folder in `src` comes first: somebody saved the picture.
std::string image_source(const HtmlNode& node);

// The largest picture of a srcset (HTML §4.8.4.2.1), by width or by density; of equal ones the first.
std::string largest_of_srcset(std::string_view srcset);

}  // namespace huozi::parse
