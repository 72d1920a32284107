// An ordered parallel map: results stand in the order of the indices, whatever the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace huozi::base {

// function(i) for i in [0, count), on at most `threads` threads. The exception of the smallest index is rethrown.
// REQUIRES: function is safe to call from several threads.
template <typename Function>
auto parallel_map(size_t count, unsigned threads, Function function) {
  using Result = std::invoke_result_t<Function, size_t>;
  std::vector<std::optional<Result>> slots(count);
  std::vector<std::exception_ptr> failures(count);
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t i = next++; i < count; i = next++) {
      try {
        slots[i].emplace(function(i));
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  const size_t helpers = std::min<size_t>(threads > 0 ? threads : 1, count);
  std::vector<std::thread> pool;
  try {
    for (size_t t = 1; t < helpers; ++t) pool.emplace_back(work);
  } catch (const std::system_error&) {
    // The system grants no more threads: those there are do the work.
  }
  work();
  for (std::thread& thread : pool) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  std::vector<Result> results;
  results.reserve(count);
  for (auto& slot : slots) results.push_back(std::move(*slot));
  return results;
}

}  // namespace huozi::base
