#include "base/ascii.h"

#include "support/catch.h"

using namespace huozi;

TEST_CASE("letters of ASCII become lower case, every other byte stays") {
  CHECK(base::lower("AZaz09-ÀＡ") == "azaz09-ÀＡ");
  CHECK(base::lower(std::string_view("A\0B\x80\xC0", 5)) == std::string_view("a\0b\x80\xC0", 5));
  CHECK(base::lower("").empty());
}
