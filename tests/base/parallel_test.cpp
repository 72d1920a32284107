#include "base/parallel.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>

#include "support/catch.h"

using huozi::base::parallel_map;

TEST_CASE("results stand in the order of the indices for any number of threads", "[parallel]") {
  std::vector<size_t> expected(100);
  std::iota(expected.begin(), expected.end(), 0);
  for (const unsigned threads : {0u, 1u, 2u, 7u, 1000u}) {
    const auto results = parallel_map(100, threads, [](size_t i) {
      // The first jobs end last.
      if (i < 3) std::this_thread::sleep_for(std::chrono::milliseconds(3 - i));
      return i;
    });
    CHECK(results == expected);
  }
}

TEST_CASE("each index is given once, and none when there is nothing to do", "[parallel]") {
  std::vector<std::atomic<int>> calls(500);
  parallel_map(500, 4, [&](size_t i) { return ++calls[i]; });
  for (const auto& count : calls) REQUIRE(count == 1);
  CHECK(parallel_map(0, 4, [](size_t i) { return i; }).empty());
}

TEST_CASE("the exception of the smallest index is the one that is thrown", "[parallel]") {
  for (const unsigned threads : {1u, 4u}) {
    std::atomic<int> finished{0};
    const auto run = [&] {
      return parallel_map(50, threads, [&](size_t i) {
        if (i == 5) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        if (i % 10 == 5) throw std::runtime_error("job " + std::to_string(i));
        return ++finished;
      });
    };
    CHECK_THROWS_WITH(run(), "job 5");
    CHECK(finished == 45);
  }
}

TEST_CASE("results need only be movable", "[parallel]") {
  const auto results = parallel_map(10, 3, [](size_t i) { return std::make_unique<size_t>(i); });
  REQUIRE(results.size() == 10);
  CHECK(*results[9] == 9);
}
