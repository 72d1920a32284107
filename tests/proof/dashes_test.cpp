#include "found.h"

namespace huozi::proof {
namespace {

using namespace test;

TEST_CASE("P04: short strokes in a row", "[proof]") {
  CHECK(mended("这座桥--城里最老的一座--还在。") == "2 findings");
  CHECK(mended("这座桥---还在。") == "这座桥——还在。");
  CHECK(mended("这座桥 -- 还在。") == "这座桥——还在。");
  CHECK(mended("这座桥– –还在。") == "0 findings");
  CHECK(mended("这座桥――还在。") == "这座桥——还在。");
  CHECK(mended("这座桥──还在。") == "这座桥——还在。");
  CHECK(mended("这座桥— —还在。") == "这座桥——还在。");
  CHECK(mended("--园丁手记") == "——园丁手记");
  CHECK(mended("--2022年3月1日，在花展上") == "——2022年3月1日，在花展上");
  CHECK(in("这座桥——还在。") == "");
  CHECK(in("用--help看用法，也可写 --all。") == "");
  CHECK(in("选项“--”后面是文件名。") == "");
  CHECK(in("----------") == "");
  CHECK(in("花名──────价钱") == "");
  CHECK(in_traditional("這座橋──還在。") == "");
}

TEST_CASE("P04: -- with a style of its own is a word of a command", "[proof]") {
  const std::string source = "选项 **--** 在这里没有用。";
  Sample sample = document_of({p({t("选项 "), t("--"), t(" 在这里没有用。")})});
  CHECK(findings_in(sample).size() == 1);
  sample.source = source;
  auto& nodes = std::get<document::Paragraph>(sample.document.blocks.front().content).children;
  const auto place = [&](size_t i, const std::string& words) {
    const auto begin = static_cast<uint32_t>(source.find(words));
    nodes[i].info.span = {0, begin, begin + static_cast<uint32_t>(words.size())};
  };
  place(1, "--");
  place(2, " 在这里没有用。");
  CHECK(findings_in(sample).empty());
}

TEST_CASE("P04: a single stroke", "[proof]") {
  CHECK(mended("这座桥—这是城里最老的一座—还在。") == "这座桥——这是城里最老的一座—还在。");
  CHECK(mended("他种茶—就是为了解渴。") == "他种茶——就是为了解渴。");
  CHECK(mended("他喊：“开船了—”") == "他喊：“开船了——”");
  CHECK(mended("花开了。—《园丁手记》") == "花开了。——《园丁手记》");
  CHECK(mended("—《园丁手记》") == "——《园丁手记》");
  CHECK(mended("—2022年，在花展上") == "——2022年，在花展上");
  CHECK(in("北京—上海的火车，秦岭—淮河一线，2004年—2008年。") == "");
  CHECK(in("让-雅克种茶，吐鲁番-哈密盆地。") == "");
  CHECK(in("A—B与茶—tea") == "");
}

TEST_CASE("P04: the numeral for a stroke", "[proof]") {
  CHECK(mended("一一《园丁手记》") == "——《园丁手记》");
  CHECK(mended("一2022年3月1日，在花展上") == "——2022年3月1日，在花展上");
  CHECK(mended("他找到了答案一一这是一座石桥。") == "他找到了答案——这是一座石桥。");
  CHECK(mended("他种了花一一一种会爬墙的花。") == "他种了花——一种会爬墙的花。");
  CHECK(in("他一一列举了花名，花与名一一对应，先生一一作答。") == "");
  CHECK(in("这是唯一一个，要一一这样浇，二〇一一这一年。") == "");
  CHECK(in("一一看过来，北京一上海。") == "");
}

}  // namespace
}  // namespace huozi::proof
