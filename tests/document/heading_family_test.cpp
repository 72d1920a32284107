#include "document/heading_family.h"

#include "support/catch.h"

using namespace huozi::document;

TEST_CASE("the number a heading begins with") {
  CHECK(number_in("第三章 甲") == 3);
  CHECK(number_in("第十二节 甲") == 12);
  CHECK(number_in("二十三、甲") == 23);
  CHECK(number_in("一百零五、甲") == 105);
  CHECK(number_in("（二〇）甲") == 20);
  CHECK(number_in("　（十）甲") == 10);
  CHECK(number_in("12．甲") == 12);
  CHECK(number_in("（１２）甲") == 12);
  CHECK_FALSE(number_in("甲"));
  CHECK_FALSE(number_in("第一次大会"));
  CHECK_FALSE(number_in("3.6万字"));
}

TEST_CASE("decimal numbers stand before a blank") {
  CHECK(decimal_number_length("1.1 甲") == 3);
  CHECK(decimal_number_length("1.2.13　甲") == 6);
  CHECK(decimal_number_length("2 甲") == 1);
  CHECK(decimal_number_length("3") == 1);
  CHECK(decimal_number_length("3.6万字") == 0);
  CHECK(decimal_number_length("甲") == 0);
  CHECK(decimal_number_length("") == 0);
}
