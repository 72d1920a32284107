// The numbers of an ordered list's items: from `start` on, anew from an item that has a `value` of its own
// (HTML 4.4.8). Not here: how a number is written (style/counter_style).
#pragma once

#include <cstdint>
#include <vector>

#include "document/node.h"

namespace huozi::document {

// One for each item. Values that are not numbers of at most nine digits count as absent.
std::vector<int64_t> item_numbers(const List& list);

}  // namespace huozi::document
