// Handing a length out in parts that add up to it exactly.
#pragma once

#include <vector>

#include "base/length.h"

namespace huozi::layout {

using base::Length;

// Adds (sign 1) or takes (sign -1) `total` over the gaps in proportion to their weights; nothing where none has one.
void share(Length total, const std::vector<Length>& weights, std::vector<Length>& gaps, int sign);

}  // namespace huozi::layout
