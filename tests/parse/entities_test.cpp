#include "parse/entities.h"

#include "support/catch.h"

using namespace huozi::parse;

TEST_CASE("character references are decoded once") {
  CHECK(decode_entities("函数 f&#123;x&#125;") == "函数 f{x}");
  CHECK(decode_entities("&#x4E2D;&#X6587;") == "中文");
  CHECK(decode_entities("甲&nbsp;乙&#160;丙&#10;丁") == "甲 乙 丙 丁");
  CHECK(decode_entities("&amp;nbsp;") == "&nbsp;");
  CHECK(decode_entities("&ldquo;两总&rdquo;&hellip;") == "“两总”…");
}

TEST_CASE("what is no reference stays as written") {
  for (const char* text : {"A & B", "AT&T;", "&", "&;", "&#;", "&#x;", "&#0;", "&#xD800;", "&#x110000;",
                           "&#99999999999;", "&unknown;", "&nbsp", "a?b=1&copy=2"}) {
    CHECK(decode_entities(text) == text);
  }
}
