// Inside cover/: what of a spine's words is turned.
#include "cover/spine_column.h"

#include "support/catch.h"

using namespace huozi;

namespace {

// Turned words in brackets, blanks as _.
std::string cells(std::string_view text) {
  std::string out;
  for (const cover::SpineCell& cell : cover::spine_cells(text)) {
    out += cell.turned ? "[" + cell.text + "]" : cell.text.empty() ? "_" : cell.text;
    out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("Chinese stands upright on a spine, words of letters are turned whole") {
  CHECK(cells("桥梁志") == "桥 梁 志 ");
  CHECK(cells("Bridges of the River") == "[Bridges of the River] ");
  CHECK(cells("用C++写诗") == "用 [C++] 写 诗 ");
  CHECK(cells("用 C++ 写诗") == "用 _ [C++] _ 写 诗 ");
  CHECK(cells("Anna Quill　Otto Fährmann") == "[Anna Quill] _ [Otto Fährmann] ");
  CHECK(cells("Don’t Stop—Now!") == "[Don’t Stop—Now!] ");
  CHECK(cells("Мосты") == "[Мосты] ");
  CHECK(cells("") == "");
}

TEST_CASE("two digits stand upright, more are turned; in words they are as the words") {
  CHECK(cells("3座桥") == "3 座 桥 ");
  CHECK(cells("第12版") == "第 12 版 ");
  CHECK(cells("1984年的桥") == "[1984] 年 的 桥 ");
  CHECK(cells("1984 and 100 Bridges") == "[1984 and 100 Bridges] ");
  CHECK(cells("3.5版") == "[3.5] 版 ");
  CHECK(cells("1–2册") == "[1–2] 册 ");
  CHECK(cells("12 34") == "12 _ 34 ");
  CHECK(cells("(1)桥") == "︵ 1 ︶ 桥 ");
  CHECK(cells("桥（上）") == "桥 ︵ 上 ︶ ");
  CHECK(cells("桥(上)") == "桥 ︵ 上 ︶ ");
  CHECK(cells("“Tea”与茶") == "﹁ [Tea] ﹂ 与 茶 ");
  CHECK(cells("安娜·奎尔") == "安 娜 · 奎 尔 ");
}
