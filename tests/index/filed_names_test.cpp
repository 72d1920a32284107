#include "index/filed_names.h"

#include "support/catch.h"

using namespace huozi::index;

TEST_CASE("titles are filed in Pinyin without tones") {
  CHECK(filed_title("园林学习读本") == "yuan lin xue xi du ben");
  CHECK(filed_title("茶与桥2022年C++版") == "cha yu qiao 2022 nian C++ ban");
  CHECK(filed_title("绿茶") == "lü cha");
  CHECK(filed_title("Garden Book").empty());
  CHECK(filed_title("").empty());
}

TEST_CASE("names of persons are filed with their surnames first") {
  CHECK(filed_name("林舟") == "Lin Zhou");
  CHECK(filed_name("王小明") == "Wang Xiaoming");
  CHECK(filed_name("欧阳小安") == "Ouyang Xiao'an");
  CHECK(filed_name("单小雨") == "Shan Xiaoyu");
  CHECK(filed_name("本书编写组") == "ben shu bian xie zu");
  CHECK(filed_name("编写组") == "bian xie zu");
  CHECK(filed_name("Karl Marx").empty());
}

TEST_CASE("the other script is given only where it is sure") {
  CHECK(in_other_script("园林学习读本", "zh-Hans") == "園林學習讀本");
  CHECK(in_other_script("園林學習讀本", "zh-Hant") == "园林学习读本");
  CHECK(in_other_script("後記", "zh-TW") == "后记");
  CHECK(in_other_script("后记", "zh-Hans").empty());  // 后 may be 後 or 后
  CHECK(in_other_script("茶山", "zh-Hans").empty());  // the same in both
  CHECK(in_other_script("庭の本", "ja").empty());
  CHECK(other_script("zh-Hans") == "zh-Hant");
  CHECK(other_script("zh-HK") == "zh-Hans");
}

TEST_CASE("surnames of two characters are read as ICU reads names") {
  CHECK(filed_name("尉迟小山") == "Yuchi Xiaoshan");
  CHECK(filed_name("长孙林") == "Zhangsun Lin");
  CHECK(filed_name("令狐") == "Ling Hu");
}
