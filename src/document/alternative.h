// Whether a picture has words for those who cannot see it. Not here: what they say.
#pragma once

#include "document/node.h"

namespace huozi::document {

// The class by which an article declares that a picture says nothing.
constexpr std::string_view kDecoration = "decoration";

bool is_decoration(const NodeInfo& info);

// A picture without words that is not declared decoration.
bool lacks_alternative(const Inline& node);

}  // namespace huozi::document
