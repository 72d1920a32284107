// The joints of long words that no dictionary knows: web and mail addresses, file paths, names in programs. A line may
// end at them without a hyphen, which would change the word. Not here: words of a language (text/hyphenation).
#pragma once

#include <cstddef>
#include <vector>

#include "text/shaper.h"

namespace huozi::text {

struct LongWord {  // clusters before which it may be divided, ascending
  std::vector<size_t> joints;
  std::vector<size_t> elsewhere;  // within an address, where lines would be torn otherwise
};

// Of the clusters [first, last), a stretch of Latin text without a blank. None in what is short or has no joints.
LongWord divide_long_word(const std::vector<Cluster>& clusters, size_t first, size_t last);

}  // namespace huozi::text
