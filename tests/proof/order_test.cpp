#include "told.h"

namespace huozi {
namespace {

using namespace test;

Blocks headings(std::initializer_list<std::pair<int, const char*>> lines) {
  Blocks out;
  for (const auto& [level, words] : lines) {
    out.push_back(level == 0 ? p({t(words)}) : h(level, {t(words)}));
    out.push_back(p("茶。"));
  }
  return out;
}

TEST_CASE("numbers of headings", "[proof]") {
  CHECK(told(headings({{2, "一、茶"}, {2, "二、花"}, {2, "四、桥"}})) == "S01: 四、桥 | it follows “二、花”");
  CHECK(told(headings({{2, "一、茶"}, {2, "三、花"}})) == "S01: 三、花 | it follows “一、茶”");
  CHECK(told(headings({{2, "第一章 茶"}, {2, "第二章 花"}, {2, "第二章 桥"}})) ==
        "S01: 第二章 桥 | it follows “第二章 花”");
  CHECK(told(headings({{2, "一、茶"}, {3, "（一）种"}, {3, "（三）采"}, {2, "二、花"}})) ==
        "S01: （三）采 | it follows “（一）种”");
  // One gap is told once.
  CHECK(told(headings({{2, "一、茶"}, {2, "四、花"}, {2, "五、桥"}})) == "S01: 四、花 | it follows “一、茶”");
  CHECK(
      told(headings({{2, "一、茶"}, {3, "（一）种"}, {3, "（二）采"}, {2, "二、花"}, {3, "（一）种"}, {3, "（二）剪"}}))
          .empty());
  CHECK(told(headings({{2, "一、茶"}, {2, "尾声"}, {2, "二、花"}})).empty());
  CHECK(told(headings({{2, "上篇"}, {3, "一、茶"}, {3, "二、花"}, {2, "下篇"}, {3, "一、茶"}, {3, "二、花"}})).empty());
  CHECK(told(headings({{2, "三、茶"}, {2, "四、花"}})).empty());
  CHECK(told(headings({{2, "七、茶"}, {3, "小记"}})).empty());
  CHECK(told({h(2, "一、茶"), p("（略）"), h(2, "三、花")}).empty());
  CHECK(told({h(2, "一、茶"), p("……"), h(2, "三、花")}).empty());
}

TEST_CASE("forms of numbers stand in their order", "[proof]") {
  CHECK(told(headings({{2, "（一）茶"}, {3, "一、种"}, {3, "二、采"}, {2, "（二）花"}})) ==
        "S01: 二、采 | it stands below “（一）茶”");
  CHECK(told(headings({{2, "一、茶"}, {3, "1. 种"}, {3, "2. 采"}, {2, "二、花"}, {3, "（一）种"}, {3, "（二）剪"}}))
            .empty());
  CHECK(told(headings({{2, "（一）茶"}, {3, "一、种"}, {2, "（二）花"}})).empty());
}

TEST_CASE("numbers of paragraphs, where they are counted from one", "[proof]") {
  CHECK(told(headings({{0, "（一）种茶。"}, {0, "（二）采茶。"}, {0, "（四）炒茶。"}})) ==
        "S01: （四）炒茶。 | it follows “（二）采茶。”");
  CHECK(told(headings({{0, "（一）种茶。"}, {0, "（二）采茶。"}, {0, "（三）炒茶。"}})).empty());
  CHECK(told(headings({{0, "（二）种茶。"}, {0, "（四）采茶。"}, {0, "（五）炒茶。"}})).empty());
  CHECK(told(headings({{0, "(1) 看书。"}, {0, "(1) 借书。"}, {0, "(8) 还书。"}})).empty());
  CHECK(told(headings({{0, "一、种茶。"}, {0, "二、采茶。"}, {2, "炒茶"}, {0, "四、看火。"}})).empty());
  CHECK(told({quote({p("（一）种茶。"), p("（二）采茶。"), p("（四）炒茶。")})}).empty());
  document::Document excerpt = document_of(headings({{2, "一、茶"}, {2, "三、花"}})).document;
  excerpt.metadata.title = "茶书节选";
  CHECK(told({excerpt}).empty());
}

TEST_CASE("numbers of figures and tables", "[proof]") {
  const auto picture = [](const char* caption) { return figure({p({img("a.png")})}, {t(caption)}); };
  CHECK(told({picture("图1 茶"), picture("图2 花"), picture("图4 桥")}) == "S02: 图4 | the number before it is 2");
  CHECK(told({picture("图1 茶"), picture("图1 花")}) == "S02: 图1 | the number is given twice");
  CHECK(told({picture("图2-1 茶"), picture("图2-2 花"), picture("图3-1 桥"), picture("图3-3 树")}) ==
        "S02: 图3-3 | the number before it is 1");
  CHECK(told({picture("图1 茶"), picture("图2 花"), p("花见图5。")}) == "S02: 图5 | there is no such caption");
  CHECK(told({picture("图1 茶"), picture("图2 花"), p("如图 2 所示，见图1。")}).empty());
  CHECK(told({picture("图1 茶"), picture("图2 花"), p("如图1-2所示。"), p("见表5。")}).empty());
  CHECK(told({picture("图1（a） 茶"), picture("图1（b） 花")}).empty());
  CHECK(told({picture("图1 茶"), p("见图5。")}).empty());
  CHECK(told({picture("图1 茶"), picture("图2 花"), p("图3 桥"), p("见图3。")}).empty());
  CHECK(told({picture("茶"), picture("花"), p("见图5。")}).empty());
  CHECK(told({picture("图3 茶"), picture("图4 花")}).empty());
  // Numbers with their chapter's are the whole book's.
  const document::Document first = document_of({picture("图1-1 茶"), picture("图1-2 花")}).document;
  const document::Document second = document_of({picture("图2-1 茶"), picture("图2-2 花"), p("见图1-2。")}).document;
  CHECK(told({first, second}).empty());
  CHECK(told({second}) == "S02: 图1-2 | there is no such caption");
}

}  // namespace
}  // namespace huozi
