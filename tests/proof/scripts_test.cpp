#include "proof/scripts.h"

#include "told.h"

namespace huozi {
namespace {

using namespace test;

const char* const kSimplified = "这座图书馆开门时，门边种满鲜花，读书的人从桥头进来，对着树荫写东西。";
const char* const kTraditional = "這座圖書館開門時，門邊種滿鮮花，讀書的人從橋頭進來，對著樹蔭寫東西。";

std::string in_simplified(Words words) {
  return told({p(kSimplified), p(std::move(words))});
}
std::string in_traditional(Words words) {
  return told({p(kTraditional), p(std::move(words))});
}

TEST_CASE("traditional characters in simplified text", "[proof]") {
  CHECK(in_simplified("读书的人從桥头进来。") == "C02: 從 | 从");
  CHECK(in_simplified("读书时来的車輛都停在桥边，说话的人进来。") == "C02: 車輛 | 车辆");
  for (const char* line : {"著名的名著，编著者显著，昭著于世。", "乾隆年间，扭转乾坤。", "宫商角徵羽，说说魏徵。",
                           "皇后与后来。", "瞭望台与明瞭的说法。", "於梨华写过书。", "“車”字简化为车。",
                           "他说过車字的写法。", "引文是“門邊種滿鮮花”。", "作者李時珍。", "碁盘、畑、辻。",
                           "藉此说说，狼藉。", "鍾书来过。", "覆盖、反覆、答覆。", "彷彿说过话。", "㧑撝谦谦的话。"}) {
    INFO(line);
    CHECK(in_simplified(line).empty());
  }
}

TEST_CASE("simplified characters in traditional text", "[proof]") {
  CHECK(in_traditional("讀書的人从橋頭進來。") == "C02: 从 | 從");
  CHECK(in_traditional("圖書館发布了開門的時間。") == "C02: 发 | 發");
  for (const char* line : {"皇后與太后來過圖書館。", "公里、干戈、台灣、人云亦云，說說這裡的系統。", "著書與着色都對。",
                           "引文是「门边种满鲜花」。", "只有一只、余先生、松樹、于先生、面對麵館。"}) {
    INFO(line);
    CHECK(in_traditional(line).empty());
  }
}

TEST_CASE("passages of the other script are no slips", "[proof]") {
  Inline named = span({t("從軍橋")});
  named.info.attributes.classes = {"proper-noun"};
  CHECK(in_simplified({t("读书的人从桥头进来，走过"), named, t("说了话。")}).empty());
  Inline quoted = span({t("從前")});
  quoted.info.attributes.lang = "zh-Hant";
  CHECK(in_simplified({t("读书的人说"), quoted, t("进来。")}).empty());
  // Verse, and an article that has both scripts.
  CHECK(told({p(kSimplified), division("verse", {p("读书的人從桥头进来")})}).empty());
  CHECK(told({p(kSimplified), p(kTraditional), p("读书的人從桥头进来。")}).empty());
  // Too short to tell.
  CHECK(told("读书的人從桥头进来。").empty());
}

}  // namespace
}  // namespace huozi
