// Where terms stand in a text: from left to right, at each place the longest, none within another.
// Not here: which texts are looked through (index/terms).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huozi::index {

struct Match {
  size_t begin = 0, end = 0;  // bytes
  size_t term = 0;
};

// A trie walked from each character: the time is linear in the text, at most the longest term for each byte.
class TermMatcher {
 public:
  // Terms of more than document::kLongestIndexTerm bytes are never found.
  explicit TermMatcher(const std::vector<std::string>& terms);

  // A term that begins or ends with a Latin letter or digit stands there as a word.
  std::vector<Match> find(std::string_view text) const;

 private:
  struct Node {
    std::vector<std::pair<unsigned char, uint32_t>> next;  // sorted
    size_t term = SIZE_MAX;
  };
  // UINT32_MAX: none.
  uint32_t step(uint32_t node, unsigned char byte) const;

  std::vector<Node> nodes_;
};

}  // namespace huozi::index
