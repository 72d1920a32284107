#include "parse/date.h"

#include "support/catch.h"

using namespace huozi::parse;

TEST_CASE("the day is kept as written, whatever the zone says") {
  CHECK(parse_date("2022-05-18") == "2022-05-18");
  CHECK(parse_date("2022-05-18 02:49:35") == "2022-05-18");
  CHECK(parse_date("2022-05-18T23:59:59+08:00") == "2022-05-18");
  CHECK(parse_date("2022-05-18T00:30:00.5Z") == "2022-05-18");
  CHECK(parse_date("Wed, 17 Nov 2021 23:16:52 GMT") == "2021-11-17");
  CHECK(parse_date("Sat, 7 May 2022 01:14:30 +0800") == "2022-05-07");
  CHECK(parse_date("07 May 2022") == "2022-05-07");
  CHECK(parse_date("1 September 2022 08:00") == "2022-09-01");
  CHECK(parse_date(" 2022年6月1日 ") == "2022-06-01");
  CHECK(parse_date("2022年12月31日 08:30") == "2022-12-31");
}

TEST_CASE("days that do not exist are no dates") {
  CHECK(parse_date("2024-02-29") == "2024-02-29");
  CHECK(parse_date("2000-02-29") == "2000-02-29");
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("1900-02-29"));
  CHECK_FALSE(parse_date("2022-04-31"));
  CHECK_FALSE(parse_date("2022-13-01"));
  CHECK_FALSE(parse_date("2022-00-10"));
  CHECK_FALSE(parse_date("2022-01-00"));
  CHECK_FALSE(parse_date("31 Jun 2022"));
}

TEST_CASE("other texts are no dates") {
  for (const char* text : {"", "昨天", "2022", "2022-5-1", "20220518", "2022-05-18x", "2022-05-18 foo", "12022-05-18",
                           "Wed, 17 Foo 2021", "17 Nov 21", "2022-05-18T", "2022年6月", ",", "0000-01-01"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("seconds since 1970 are digits and nothing else") {
  CHECK(parse_epoch("0") == 0);
  CHECK(parse_epoch("1654041600") == 1'654'041'600);
  CHECK(parse_epoch("253402300799") == 253'402'300'799);
  for (const char* text :
       {"", "-1", "-0", "+1", " 1", "1 ", "1.5", "0x10", "2022-06-01", "253402300800", "99999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(parse_epoch(text));
  }
}

TEST_CASE("the strict form takes nothing but the date") {
  CHECK(is_iso_date("2022-06-01"));
  CHECK_FALSE(is_iso_date("2022-06-31"));
  CHECK_FALSE(is_iso_date("2022-06-01 10:00"));
  CHECK_FALSE(is_iso_date(" 2022-06-01"));
  CHECK_FALSE(is_iso_date("2022年6月1日"));
}
