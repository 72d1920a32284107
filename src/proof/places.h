// The place in the source of each character of a text node, also where the source writes it another way: with lines
// broken, entities, escapes, or quotation marks that cleaning changed. Inside proof/ only.
#pragma once

#include <string_view>
#include <vector>

#include "source/source_file.h"

namespace huozi::proof {

// One span for each code point of `text`, which `file` writes at `whole`. A span holds the bytes of its character only
// where the source writes it as it is; where the two cannot be laid side by side, all are `whole`.
std::vector<source::Span> places_of(std::string_view text, const source::SourceFile& file, source::Span whole);

}  // namespace huozi::proof
