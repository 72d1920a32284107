#include "document/list_numbers.h"

#include "support/catch.h"

using namespace huozi::document;

namespace {

List list_of(std::vector<std::string> values, int64_t start) {
  List list;
  list.ordered = true;
  list.start = start;
  for (std::string& value : values) {
    list.items.emplace_back();
    if (!value.empty()) list.items.back().info.attributes.values.emplace_back("value", std::move(value));
  }
  return list;
}

}  // namespace

TEST_CASE("items are numbered from the list's start, and anew from an item's own value") {
  CHECK(item_numbers(list_of({"", "", ""}, 3)) == std::vector<int64_t>{3, 4, 5});
  CHECK(item_numbers(list_of({"", "9", "", "-1"}, 1)) == std::vector<int64_t>{1, 9, 10, -1});
}

TEST_CASE("values that are no numbers are passed over") {
  CHECK(item_numbers(list_of({"x", "1x", "99999999999999999999", ""}, 1)) == std::vector<int64_t>{1, 2, 3, 4});
  CHECK(item_numbers(list_of({""}, INT64_MAX)).at(0) == 999'999'999);
}
