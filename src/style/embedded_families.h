// Where the families of an e-book's embedded fonts stand in the sheet's own lists of families. Not here: their
// @font-face rules, which the package's writer prints; which fonts are embedded.
#pragma once

#include <string>
#include <string_view>

#include "style/stylesheet.h"

namespace huozi::style {

struct EmbeddedFamilies {
  // Before each generic of ours (serif, kai ...) its family of this prefix: "huozi-serif", serif. Empty: none. Lists
  // without a generic end with that of serif.
  std::string generic_prefix;
  std::string last;  // behind all families that are named; empty: none
};

// The sheet with every `font-family` so completed.
Stylesheet with_embedded_families(const Stylesheet& sheet, const EmbeddedFamilies& families);

// Whether a family of a style is one of ours that stands for a role, not the name of a font.
bool is_generic_family(std::string_view family);

}  // namespace huozi::style
