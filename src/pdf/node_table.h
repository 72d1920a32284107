// A value for each of many nodes, to be looked up: one for every run of a book's pages. Not to be walked: its order is
// none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "document/node.h"

namespace huozi::pdf {

struct NodeHash {
  // Numbers follow each other within an article: all bits take part.
  size_t operator()(document::NodeId node) const {
    const uint64_t both = static_cast<uint64_t>(node.article) << 32 | node.ordinal;
    return static_cast<size_t>((both ^ both >> 29) * 0x9E3779B97F4A7C15ULL);
  }
};

template <typename Value>
using NodeTable = std::unordered_map<document::NodeId, Value, NodeHash>;

}  // namespace huozi::pdf
