// How many times each Han character occurs in a text. Not here: which texts are counted (conservation, script).
// Inside edit/ only.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace huozi::edit {

class HanCount {
 public:
  // `times` may be negative. Character references (&#20013;) count as what they stand for.
  void add(std::string_view text, int32_t times = 1);
  void add(const HanCount& other, int32_t times = 1);

  // f(character, count) for each counted.
  template <typename F>
  void for_each(F&& f) const {
    for (size_t group = 0; group < common_.size(); group += kGroup) {
      int32_t any = 0;
      for (size_t i = group; i < group + kGroup; ++i) any |= common_[i];
      for (size_t i = group; any != 0 && i < group + kGroup; ++i) {
        if (common_[i] != 0) f(kCommonBegin + static_cast<char32_t>(i), common_[i]);
      }
    }
    for (const auto& [cp, count] : others_) f(cp, count);
  }

  int64_t total() const { return total_; }
  // Characters that occur more often than not at all, each as many times, in code point order; the first `limit`.
  // With `sign` -1 those that occur less often.
  std::u32string surplus(size_t limit, int32_t sign = 1) const;
  int64_t surplus_total(int32_t sign = 1) const;

 private:
  static constexpr char32_t kCommonBegin = 0x4E00, kCommonEnd = 0xA000;
  static constexpr size_t kGroup = 16;  // looked at together, since most never occur
  static_assert((kCommonEnd - kCommonBegin) % kGroup == 0);

  static bool is_common(char32_t cp) { return cp >= kCommonBegin && cp < kCommonEnd; }

  void add_character(char32_t cp, int32_t times);

  std::vector<int32_t> common_;  // empty until there is one of them: most texts counted are the few words of a change
  std::map<char32_t, int32_t> others_;
  int64_t total_ = 0;
};

}  // namespace huozi::edit
