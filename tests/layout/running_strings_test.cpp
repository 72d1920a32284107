#include "layout/running_strings.h"

#include "support/catch.h"

using huozi::layout::RunningStrings;

namespace {

std::string all(const RunningStrings& strings) {
  std::string out;
  for (const char* place : {"first", "start", "last", "first-except"}) {
    const auto* const found = strings.value("s", place);
    out += (out.empty() ? "" : " ") + (found ? found->value : std::string("-"));
  }
  return out;
}

}  // namespace

TEST_CASE("a string's values on a page") {
  // css-gcpm-3 1.2.2, its own example
  RunningStrings strings;
  CHECK(all(strings) == "- - - -");
  strings.begin_page();
  strings.set({"s", "a", {}}, true);
  strings.set({"s", "b", {}}, false);
  CHECK(all(strings) == "a a b -");
  strings.begin_page();
  CHECK(all(strings) == "b b b b");
  strings.set({"s", "c", {}}, false);
  strings.set({"s", "d", {}}, false);
  CHECK(all(strings) == "c b d -");
  strings.begin_page();
  CHECK(all(strings) == "d d d d");
}
