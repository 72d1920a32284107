// A paragraph's text to its sentences. Not here: grammar; a comparison needs pieces that a reader takes in at once.
#pragma once

#include <string_view>
#include <vector>

#include "compare/edition.h"

namespace huozi::compare {

// Ascending, without the blanks between them, none empty. A sentence ends with 。！？… and their like, or with . ! ?
// before a blank and no small letter, and has the closing marks that follow; and with a line. Headings and cells are
// whole.
std::vector<Range> sentences(std::string_view text, std::string_view element);

}  // namespace huozi::compare
