#include "text/break_preference.h"

#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;

namespace {

// The text with ~ where a break is unwelcome and - where it is less so.
std::string preferences(std::string_view text) {
  const text::ShapedText set = test::shaped(text);
  std::vector<uint32_t> gaps(set.clusters.size());
  for (const text::UnwelcomeBreak& each : text::unwelcome_breaks(set.clusters)) {
    gaps.at(each.before) = std::max(gaps.at(each.before), each.gap);
  }
  std::string out;
  for (size_t k = 0; k < set.clusters.size(); ++k) {
    if (gaps[k] > 0) out += gaps[k] > 20 ? '~' : '-';
    out += text.substr(set.clusters[k].text_begin, set.clusters[k].text_end - set.clusters[k].text_begin);
  }
  return out;
}

}  // namespace

TEST_CASE("an ordinal is rather not parted from its number and what it counts") {
  // N4
  CHECK(preferences("见第3章也") == "见第~3~章也");
  CHECK(preferences("按第一百二十条办") == "按第~一~百~二~十~条办");
  CHECK(preferences("第一，第３回") == "第~一，第~３~回");
  CHECK(preferences("等第与门第") == "等第与门第");
}

TEST_CASE("a date in digits is rather whole, and best broken after the year") {
  CHECK(preferences("于2022年3月1日到") == "于2022~年-3~月~1~日到");
  CHECK(preferences("1949年10月") == "1949~年-10~月");
  CHECK(preferences("3月5号") == "3~月~5~号");
  CHECK(preferences("2022年3个人") == "2022~年3~个人");
  CHECK(preferences("公元前221年，公元2年，公元前二年") == "公元~前~221~年，公元~2~年，公元~前~二年");
}

TEST_CASE("numbers rather stay with what they count, labels with their number") {
  CHECK(preferences("他25岁时有3个") == "他25~岁时有3~个");
  CHECK(preferences("见图1-2和表3") == "见图~1-2和表~3");
  CHECK(preferences("自1949以来") == "自1949以来");
  CHECK(preferences("三个人，一百二十条") == "三个人，一百二十条");
}
