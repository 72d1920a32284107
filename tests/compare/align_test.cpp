#include "compare/align.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

using namespace huozi::compare;

namespace {

using Sequence = std::vector<uint32_t>;

// By the table of all prefixes.
size_t longest(const Sequence& a, const Sequence& b) {
  std::vector<std::vector<size_t>> best(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return best[a.size()][b.size()];
}

void check_pairs(const Pairs& pairs, const Sequence& a, const Sequence& b) {
  for (size_t k = 0; k < pairs.size(); ++k) {
    REQUIRE(a.at(pairs[k].first) == b.at(pairs[k].second));
    if (k > 0) REQUIRE(pairs[k - 1].first < pairs[k].first);
    if (k > 0) REQUIRE(pairs[k - 1].second < pairs[k].second);
  }
}

}  // namespace

TEST_CASE("the shortest edit keeps the longest common subsequence") {
  std::mt19937 engine(3);
  for (int round = 0; round < 2000; ++round) {
    Sequence a(engine() % 12), b(engine() % 12);
    for (uint32_t& each : a) each = static_cast<uint32_t>(engine() % 4);
    for (uint32_t& each : b) each = static_cast<uint32_t>(engine() % 4);
    const auto pairs = shortest_edit(a, b, 100);
    REQUIRE(pairs.has_value());
    check_pairs(*pairs, a, b);
    REQUIRE(pairs->size() == longest(a, b));
    const size_t edits = a.size() + b.size() - 2 * pairs->size();
    CHECK(shortest_edit(a, b, edits).has_value());
    if (edits > 0) CHECK_FALSE(shortest_edit(a, b, edits - 1).has_value());
    check_pairs(common_items(a, b), a, b);
  }
}

TEST_CASE("items that occur once lead, and both ends are kept") {
  const Sequence a = {1, 7, 1, 8, 1, 2}, b = {1, 8, 1, 7, 1, 2};
  const Pairs pairs = common_items(a, b);
  check_pairs(pairs, a, b);
  CHECK(pairs.front() == std::pair(0U, 0U));
  CHECK(pairs.back() == std::pair(5U, 5U));
  CHECK(pairs.size() == 4);
  CHECK(common_items({}, b).empty());
}

TEST_CASE("the heaviest chain ascends in both and weighs most") {
  std::mt19937 engine(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<Weighted> candidates;
    for (auto n = engine() % 9; n > 0; --n) {
      candidates.push_back({static_cast<uint32_t>(engine() % 5), static_cast<uint32_t>(engine() % 5),
                            static_cast<int64_t>(1 + engine() % 9)});
    }
    int64_t most = 0;  // of all subsets that ascend
    for (uint32_t set = 0; set < 1U << candidates.size(); ++set) {
      int64_t weight = 0;
      bool ascends = true;
      for (size_t i = 0; i < candidates.size(); ++i) {
        if (!(set >> i & 1)) continue;
        weight += candidates[i].weight;
        for (size_t j = 0; j < i; ++j) {
          if (!(set >> j & 1)) continue;
          const Weighted &x = candidates[i], &y = candidates[j];
          ascends = ascends && ((x.a < y.a && x.b < y.b) || (x.a > y.a && x.b > y.b));
        }
      }
      if (ascends) most = std::max(most, weight);
    }
    const Pairs chain = heaviest_chain(candidates);
    int64_t weight = 0;
    for (const auto& [a, b] : chain) {
      int64_t best = 0;
      for (const Weighted& each : candidates) {
        if (each.a == a && each.b == b) best = std::max(best, each.weight);
      }
      weight += best;
    }
    CHECK(weight == most);
  }
}
