// The page of the package that shows the cover, and what it says of it to those who cannot see it.
// Not here: the cover's picture, which comes as finished bytes.
#pragma once

#include <string>

#include "epub/plan.h"

namespace huozi::epub {

// text/cover.xhtml. REQUIRES: the plan has a cover.
std::string write_cover_page(const Plan& plan);

}  // namespace huozi::epub
