// How like each other two texts are, and which texts of two lists are versions of each other.
// Not here: what exactly differs (compare/marks).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/align.h"

namespace huozi::compare {

// A text's pairs of neighbouring characters, of a short one its characters too. Sorted.
using Features = std::vector<uint32_t>;
Features features_of(std::string_view text);

// 0 to 1000: the share of features that both have.
int likeness(const Features& a, const Features& b);

// Pairs at least `least` alike. For each text of `a` only the few of `b` with which it shares most features that are
// rare in `b`: time grows with the texts' length, however often something occurs.
std::vector<Weighted> like_pairs(const std::vector<Features>& a, const std::vector<Features>& b, int least);

}  // namespace huozi::compare
