// The words between brackets that cite entries of the references file: [@key], [见 @a, 第12页; @b]. Not here: finding
// the brackets (markdown_spans), what the entries are (citation/). Inside parse/ only.
#pragma once

#include <string_view>
#include <vector>

#include "document/citation.h"

namespace huozi::parse {

// `words`: without the brackets. Spans are bytes of `words`, without a file. Nothing unless every part, between ; or
// ；, names a key behind an @. That follows a blank, a - or nothing, or a Han character if the key begins in ASCII: no
// mail address does. A key is made of letters, digits and _, with :.#$%&-+?<>~/ between them, or anything within @{};
// one that begins in ASCII has ASCII only. What follows it, behind a blank or comma, is the locator.
std::vector<document::CitedKey> read_citation(std::string_view words);

}  // namespace huozi::parse
