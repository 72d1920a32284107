// Dates as Chinese prose writes them: 2022年3月1日, 二〇二二年三月一日, 2017年7月. Inside edit/ only.
// Not here: lunar and dynastic dates, dates without a year (they stay unknown).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::edit {

struct DateMatch {
  size_t begin = 0;  // bytes in the text
  size_t end = 0;
  std::string iso;  // 2022-03-01, or 2022-03, or 2022 when the text says no more
};

// The first (last) date. A year alone counts only when it stands by itself: at the text's end or before a punctuation
// mark, so that 2022年春季学期 is none. Impossible dates are none.
std::optional<DateMatch> find_date(std::string_view text);
std::optional<DateMatch> find_last_date(std::string_view text);

}  // namespace huozi::edit
