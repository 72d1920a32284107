#include "told.h"

namespace huozi {
namespace {

using namespace test;

TEST_CASE("years of two digits", "[proof]") {
  CHECK(told("22年3月，图书馆开门。") == "N01: 22年 | 2022年");
  CHECK(told("桥于98年7月修好。") == "N01: 98年 | 1998年");
  CHECK(told("’22年的花开得好。") == "N01: ’22年 | 2022年");
  for (const char* line : {"民国22年3月修桥。", "光绪22年3月修桥。", "共22年3个月，历时22年3月有余。",
                           "2022年3月开门。", "第22年3月。", "修桥用了22年，过去22年里。", "22年过去了。",
                           "公元22年3月，于22年3月之后。", "‘22年的花’开得好。", "工期22年13月。", "122年3月。"}) {
    INFO(line);
    CHECK(told(line).empty());
  }
}

TEST_CASE("two kinds of numerals in a date", "[proof]") {
  CHECK(told("图书馆三月5日开门。").find("N01: 三月5日 | ") == 0);
  CHECK(told("2022年3月十五日开门。").find("N01: 3月十五日 | ") == 0);
  for (const char* line : {"2022年三月，正月初五，农历三月5日。", "三月十五日与3月15日。", "五个月5日。",
                           "二〇二二年三月。", "二〇二二年3月5日。", "3月十五这天。"}) {
    INFO(line);
    CHECK(told(line).empty());
  }
}

TEST_CASE("letters and circles for digits", "[proof]") {
  CHECK(told("图书馆2O22年开门。") == "C03: 2O22 | 2022");
  CHECK(told("桥在2〇22年修好。") == "C03: 2〇22 | 2022");
  CHECK(told("花在3月l5日开。") == "C03: l5 | 15");
  CHECK(told("来了1O0人。") == "C03: 1O0 | 100");
  for (const char* line : {"水5l，人多。", "H2O与O2个分子。", "二〇二二年，第1〇号。", "编号A1O0人。", "型号X-1O0元。",
                           "B2O年会。", "十2O人。"}) {
    INFO(line);
    CHECK(told(line).empty());
  }
}

}  // namespace
}  // namespace huozi
