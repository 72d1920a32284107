// How many times each Han character occurs in a text. Not here: which texts are counted (conservation).
// Inside edit/ only.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace huozi::edit {

class HanCount {
 public:
  HanCount() : common_(kCommonEnd - kCommonBegin) {}

  // `times` may be negative. Character references (&#20013;) count as what they stand for.
  void add(std::string_view text, int32_t times = 1);
  void add(const HanCount& other, int32_t times = 1);

  int64_t total() const;
  // Characters that occur more often than not at all, each as many times, in code point order; the first `limit`.
  std::u32string surplus(size_t limit) const;
  int64_t surplus_total() const;

 private:
  static constexpr char32_t kCommonBegin = 0x4E00, kCommonEnd = 0xA000;

  void add_character(char32_t cp, int32_t times);

  std::vector<int32_t> common_;
  std::map<char32_t, int32_t> others_;
};

}  // namespace huozi::edit
