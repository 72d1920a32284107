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

TEST_CASE("a sheet and its leaves are read from the ways people write them") {
  for (const char* text : {"850×1168 1/32", "850mm×1168mm　1/32", "850 x 1168 mm, 1/32", "850毫米×1168毫米 1/32"}) {
    INFO(text);
    const auto format = read_sheet_format(text);
    REQUIRE(format);
    CHECK(format->width == 850);
    CHECK(format->height == 1168);
    CHECK(format->leaves == 32);
  }
  for (const char* text : {"", "850×1168", "1/32", "850×1168 2/32", "850×1168 1/0", "8×9 1/32", "850×1168×1 1/32",
                           "850×1168 1/32 开", "999999999999×1 1/32"}) {
    INFO(text);
    CHECK_FALSE(read_sheet_format(text));
  }
}

TEST_CASE("facts to come are told from facts") {
  for (const char* text : {"978-7-…", "…", "2022年X月第1版", "2022年××月", "××元", "XX.00元", "待定", "责任编辑：待补",
                           "？？元", "（京）□□□号", "TODO", "京内资准字XXXX号", "编印单位：……", "20__年"}) {
    INFO(text);
    CHECK(is_placeholder(text));
  }
  for (const char* text : {"", "978-7-101-00304-8", "2022年6月第1版", "二〇〇〇年", "二○○○年6月", "850×1168",
                           "Exxon出版社", "20.00元", "Xerox", "全书……一册", "书名是什么？"}) {
    INFO(text);
    CHECK_FALSE(is_placeholder(text));
  }
}

TEST_CASE("words that CIP data cut by rule are no placeholders") {
  for (const char* line : {"Ⅰ.①铅… Ⅱ.①林…", "Ⅰ.①基… Ⅱ.①本… Ⅲ.①基层组织—学习参考资料", ""}) {
    INFO(line);
    CHECK_FALSE(is_cip_placeholder(line));
  }
  for (const char* line : {"…", "ISBN 978-7-…", "书/某著.--北京：某社，2022.…", "核字第××号"}) {
    INFO(line);
    CHECK(is_cip_placeholder(line));
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
