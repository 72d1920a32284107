#include "document/list_numbers.h"

#include <algorithm>
#include <charconv>

namespace huozi::document {

std::vector<int64_t> item_numbers(const List& list) {
  constexpr int64_t kMost = 999'999'999;
  std::vector<int64_t> numbers;
  int64_t next = std::clamp(list.start, -kMost, kMost);
  for (const ListItem& item : list.items) {
    const std::string* value = item.info.attributes.value("value");
    if (value && list.ordered && value->size() <= 10) {
      int64_t given = 0;
      const char* const end = value->data() + value->size();
      const auto read = std::from_chars(value->data(), end, given);
      if (read.ec == std::errc() && read.ptr == end && given >= -kMost && given <= kMost) next = given;
    }
    numbers.push_back(next++);
  }
  return numbers;
}

}  // namespace huozi::document
