// Which characters of two versions of a text differ. Not here: which texts are versions of each other.
#pragma once

#include <string_view>
#include <vector>

#include "compare/edition.h"

namespace huozi::compare {

// The k-th stretch of the old text stands in the place of the k-th of the new one; one of each two may be empty.
// Ascending bytes of each text, whole characters. Between two stretches is the same text, which is no shorter than what
// a reader sees as the same.
struct Marks {
  std::vector<Range> in_old, in_new;
};

Marks changed_characters(std::string_view old_text, std::string_view new_text);

}  // namespace huozi::compare
