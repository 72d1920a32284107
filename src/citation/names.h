// The names of an entry's authors, editors or translators as a style has them. Not here: reading names (parse/).
#pragma once

#include <string>
#include <string_view>

#include "citation/style.h"
#include "document/reference.h"

namespace huozi::citation {

// 严蔚敏，吴伟民; Godard J-L; LI J N; Sadock B J，Sadock V A，Ruiz P，et al. Names in Han characters and institutions
// stand as they are.
std::string names_text(const document::Names& names, const NameRules& rules);

bool has_han(std::string_view text);

}  // namespace huozi::citation
