// A print edition as `diff` compares it and as the report keeps it. Not here: comparing (compare/).
#pragma once

#include <string>

#include "compare/edition.h"
#include "print_edition.h"

namespace huozi {

// `name`: as messages call it. What the program makes of the rest of the book (contents, index ...) is told apart.
compare::Edition compared_edition(const PrintEdition& edition, std::string name);

}  // namespace huozi
