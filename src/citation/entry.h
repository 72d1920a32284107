// A reference as one line after a style: 严蔚敏，吴伟民. 数据结构[M]. 北京：清华大学出版社，1997.
// Not here: where the line stands (cited_notes, bibliography).
#pragma once

#include <string>
#include <string_view>

#include "citation/style.h"
#include "document/reference.h"

namespace huozi::citation {

// `locator`: the place that is cited, 第12页, 12-15, p. 3 or other words; empty: the pages the reference itself gives.
// Addresses and DOIs are links.
Line entry(const document::Reference& reference, const Style& style, std::string_view locator = {});

// M, J/OL
std::string type_mark(const document::Reference& reference, bool online);

// Whether it is written in Han characters: by its language, or else by its title.
bool is_han_entry(const document::Reference& reference);

// 第12—15页, pp. 12-15, 12 -> 12-15; anything else is no page: empty.
std::string page_numbers(std::string_view locator);

}  // namespace huozi::citation
