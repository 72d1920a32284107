// Articles that say nearly the same: reprints, and one article saved twice. They are found, never removed.
// Not here: what the book does with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/book.h"

namespace huozi::edit {

// What of an article is compared: its runs of five letters, digits and ideographs, marks and blanks left out.
class Fingerprint {
 public:
  explicit Fingerprint(const document::Document& document);

  // Shared runs over all runs of both (Jaccard), 0 to 1. An article shorter than 100 characters is like none.
  double similarity(const Fingerprint& other) const;

  // Whether similarity() may reach `least`: by a sample of the runs, for many articles.
  bool may_reach(const Fingerprint& other, double least) const;

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

}  // namespace huozi::edit
