// Articles that say nearly the same: reprints, and one article saved twice. They are found, never removed.
// Not here: what the book does with them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "document/book.h"

namespace huozi::edit {

// The least hashes of a text's runs, by the part of their range they fall in: of two texts about as many are the same
// as their runs are (Broder 1997; Li, Owen, Zhang 2012: one permutation hashing). All zero: the text is too short.
using Sketch = std::array<uint64_t, 63>;

// What of an article is compared: its runs of five letters, digits and ideographs, marks and blanks left out.
class Fingerprint {
 public:
  explicit Fingerprint(const document::Document& document);
  explicit Fingerprint(const std::vector<std::string_view>& texts);  // one after the other

  // Shared runs over all runs of both (Jaccard), 0 to 1. An article shorter than 100 characters is like none.
  double similarity(const Fingerprint& other) const;

  // Whether similarity() may reach `least`: by a sample of the runs, for many articles.
  bool may_reach(const Fingerprint& other, double least) const;

  Sketch sketch() const;

 private:
  std::vector<uint64_t> runs_;  // hashes, sorted, each once
};

struct NearDuplicate {
  size_t first = 0;  // places in the list given; first < second
  size_t second = 0;
  int percent = 0;  // similarity, rounded down
};

constexpr double kNearDuplicate = 0.8;

// All pairs that are alike by kNearDuplicate or more, in the order of the list.
std::vector<NearDuplicate> near_duplicates(const std::vector<Fingerprint>& articles);

// Pairs of places whose similarity() has to be looked at, in order: those that reach kNearDuplicate are among them but
// for one in a million. Of many that are all alike each is paired with a few. Time grows with the list, not its square.
std::vector<std::pair<size_t, size_t>> likely_pairs(const std::vector<Sketch>& sketches);

}  // namespace huozi::edit
