#include "parse/manifest_codes.h"

#include "support/catch.h"

using namespace huozi::parse;

TEST_CASE("language tags take their usual case") {
  CHECK(language_tag("zh-Hans") == "zh-Hans");
  CHECK(language_tag("ZH-hant-tw") == "zh-Hant-TW");
  CHECK(language_tag("en") == "en");
  CHECK(language_tag("es-419") == "es-419");
  CHECK(language_tag("zh-x-AB") == "zh-x-ab");
  CHECK(language_tag("sl-rozaj-1994") == "sl-rozaj-1994");
}

TEST_CASE("other texts are no language tags") {
  for (const char* text :
       {"", "-", "z", "1h", "中文", "zh-", "zh--Hans", "zh_Hans", "zh-abcdefghi", "zh-x", "zh Hans"}) {
    INFO(text);
    CHECK_FALSE(language_tag(text));
  }
}

TEST_CASE("an ISBN has thirteen digits and a check digit") {
  const auto good = read_isbn("978-7-101-00304-8");
  REQUIRE(good);
  CHECK(good->digits == "9787101003048");
  CHECK(good->check_digit == '8');
  REQUIRE(read_isbn("979 10 90636 07 1"));
  CHECK(read_isbn("979 10 90636 07 1")->check_digit == '1');
  REQUIRE(read_isbn("9780000000002"));
  CHECK(read_isbn("9780000000000")->check_digit == '2');
  for (const char* text :
       {"", "7-101-00304-2", "9777101003048", "978710100304", "97871010030488", "978-7-101-00304-X"}) {
    INFO(text);
    CHECK_FALSE(read_isbn(text));
  }
}

TEST_CASE("relator codes are three small letters") {
  CHECK(is_relator_code("aut"));
  CHECK_FALSE(is_relator_code("AUT"));
  CHECK_FALSE(is_relator_code("author"));
  CHECK_FALSE(is_relator_code("编者"));
}

TEST_CASE("paths stay inside their folder") {
  for (const char* path : {"a.md", "文章/甲.md", "a/../b.md", "./a", "a//b", "..a", "a.."}) {
    INFO(path);
    CHECK(is_inside_path(path));
  }
  for (const char* path : {"", "/a", "..", "../a", "a/../../b", "./../a", "a/b/../../../c"}) {
    INFO(path);
    CHECK_FALSE(is_inside_path(path));
  }
  CHECK_FALSE(is_inside_path(std::string_view("a\0b", 3)));
}
