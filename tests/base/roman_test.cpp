#include "base/roman.h"

#include "support/catch.h"

using huozi::base::roman;

TEST_CASE("Roman numerals", "[roman]") {
  CHECK(roman(1) == "i");
  CHECK(roman(4) == "iv");
  CHECK(roman(1994) == "mcmxciv");
  CHECK(roman(3999) == "mmmcmxcix");
  CHECK(roman(0).empty());
  CHECK(roman(4000).empty());
}
