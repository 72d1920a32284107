// Which items of two sequences correspond, in order: a common subsequence, the longest where that costs little.
// Not here: what the items are. Time about n log n, whatever the sequences; memory linear.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace huozi::compare {

using Items = std::span<const uint32_t>;
using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;  // positions in a and b, both strictly ascending

// Items that occur once in both lead, so that what is the same in order stays together. Every item that both begin or
// both end with is matched.
Pairs common_items(Items a, Items b);

// A longest common subsequence, unless more than `limit` items are in one of them only. Time and memory grow with the
// square of `limit`.
std::optional<Pairs> shortest_edit(Items a, Items b, size_t limit);

struct Weighted {
  uint32_t a = 0, b = 0;
  int64_t weight = 0;  // above zero
};

// Of the candidates those of the heaviest chain that ascends in both. Ties: the earlier in order of (a, b).
Pairs heaviest_chain(std::vector<Weighted> candidates);

}  // namespace huozi::compare
