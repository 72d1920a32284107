#include "proof/words.h"

#include "told.h"

namespace huozi {
namespace {

using namespace test;

struct Read {
  proof::Words words;
  std::string messages;  // "2 a text is ...\n"
};

Read read(std::string yaml) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  Read out{proof::read_words(sources.add("words.yaml", std::move(yaml)), diagnostics), {}};
  for (const source::Diagnostic& item : diagnostics.items()) {
    out.messages += std::to_string(sources.find(item.span.file)->position(item.span.begin).line) + ' ' +
                    source::message_of(item) + '\n';
  }
  return out;
}

std::string told_by(std::string yaml, const char* words, bool with_shipped = false) {
  Read own = read(std::move(yaml));
  CHECK(own.messages.empty());
  if (with_shipped) own.words.append(shipped_words());
  return told({document_of({p({t(words)})}).document}, {{}, "zh-Hans", std::move(own.words)});
}

void leaves(std::initializer_list<const char*> lines) {
  for (const char* line : lines) {
    INFO(line);
    CHECK(told(line).empty());
  }
}

TEST_CASE("characters written twice", "[proof]") {
  CHECK(told("茶馆的的门开着。") == "C01: 的的 | 的");
  CHECK(told("桥修好了了，人来了。") == "C01: 了了 | 了");
  CHECK(told("这座桥是是石头的。") == "C01: 是是 | 是");
  CHECK(told("书放在在架子上。") == "C01: 在在 | 在");
  CHECK(told("花和和树都活了。") == "C01: 和和 | 和");
  CHECK(told("孩子们们回家了。") == "C01: 们们 | 们");
  CHECK(told("我们我们去种树。") == "C01: 我们我们 | 我们");
  leaves({"修桥的目的的确不在赚钱。",
          "他说的的确是实话。",
          "为了了解花期，他天天来。",
          "除了了解茶，他还懂水。",
          "家长里短，是是非非。",
          "他实实在在地修桥。",
          "标的的价格，无的放矢。",
          "这件事不得了了。",
          "他终于了了一桩心事。",
          "问题是是否开馆。",
          "书现在在架子上。",
          "问题存在在图书里。",
          "老少和和气气。",
          "春天和和平都来了。",
          "总和和平均数。",
          "他说“的的”两个字写重了。",
          "哥们们都来了。",
          "他的的确确来过。",
          "茶叶的校验和和字节数。",
          "魚在在藻。",
          "如自悟之了了；"});
}

TEST_CASE("longer words that stand twice in a row", "[proof]") {
  CHECK(told("今年图书馆开放图书馆开放到夜里。") == "C01: 图书馆开放图书馆开放 | 图书馆开放");
  leaves({"大家研究研究，讨论讨论。", "他一步一步一步一步走上石桥。", "石桥修好石桥修好石桥修好了。", "哈哈哈哈哈哈。",
          "图书馆的图书馆员。", "里面有对齐的字符串的字符串变量。", "种花，种花种树。", "茶馆开门了，茶馆开门了。"});
  // A term in bold, and what explains it.
  document::Document bold =
      document_of({p({t("看"), strong({t("图书编目")}), t("图书编目是记下每一本书。")})}).document;
  CHECK(told({bold}) == "C01: 图书编目图书编目 | 图书编目");
  source::Span& behind = std::get<document::Paragraph>(bold.blocks[0].content).children.back().info.span;
  behind = {behind.file, behind.begin + 2, behind.end + 2};  // the marks of bold type
  CHECK(told({bold}).empty());
  CHECK(told("图书编目图书编目是记下每一本书。").empty());
}

TEST_CASE("characters taken for their like", "[proof]") {
  CHECK(told("他自已修的桥。") == "C03: 自已 | 自己");
  CHECK(told("花己经开了。") == "C03: 己经 | 已经");
  CHECK(told("戊戍年修的桥。") == "C03: 戊戍 | 戊戌");
  CHECK(told("如此而己。") == "C03: 而己 | 而已");
  CHECK(told("他激动不己，说不出话。") == "C03: 不己 | 不已");
  CHECK(told("公平竟争。") == "C03: 竟争 | 竞争");
  CHECK(told("种花的时侯下雨。") == "C03: 时侯 | 时候");
  CHECK(told("自已的茶馆。") == "C03: 自已的 | 自己的");
  leaves({"他情不自已。",         "自己经过石桥。",     "自己经常浇花。",       "知己经年不见。",
          "立即然后开门。",       "自已经公布之日起。", "究竟争什么呢？",       "研究竞争与合作。",
          "公布署名文章。",       "甲戌边上写着年份。", "为标签定义一种颜色。", "人而己所不欲，勿施于人。",
          "上海拨来一笔钱。",     "他说“自已”写错了。", "各各自已经到家。",     "数据来自已删除的文章。",
          "花名综合自已有的书。", "他竟选择了茶。",     "赛博土豆。",           "用过渡假说解释。",
          "开幕捐书。",           "触摸式屏幕。",       "答辩认为可行。",       "王侯车马。",
          "精密蜂窝。",           "已经厉行节约。",     "而非州府所在地。",     "刘海拨开。"});
}

TEST_CASE("words of the house list", "[proof]") {
  CHECK(told("截止目前，馆里有书万册。") == "C04: 截止目前 | 截至目前");
  CHECK(told("截止2022年5月底，种树千棵。") == "C04: 截止 | 截至");
  CHECK(told("种花，截止5月31日，共种千棵。") == "C04: 截止 | 截至");
  CHECK(told("他去银行开了帐户。") == "C04: 帐户 | 账户");
  CHECK(told("其它人都在浇花。") == "C04: 其它人 | 其他人");
  CHECK(told("大部份花开了。") == "C04: 部份 | 部分");
  CHECK(told("好象下雨了。") == "C04: 好象 | 好像");
  leaves({"报名5月31日截止，过期不候。", "报名截止5月31日。", "截至目前，馆里有书万册。", "截止日期是5月底。",
          "截止阀关上了。", "他在蚊帐里睡着了。", "帐篷搭在桥边。", "其它花草。", "其它人工湖。", "美好象征。",
          "两股分红。", "终身分红不多。", "全部份额卖完。", "完成份额。", "工作梦里也在做。", "一座落满灰的桥。",
          "“截止目前”是写错的。"});
}

TEST_CASE("in traditional text the mainland's choice of words says nothing", "[proof]") {
  CHECK(told("圖書館與橋樑邊開滿鮮花，這裡的遊客還沒來，部份樹木長葉了。").empty());
}

TEST_CASE("a book's own words come first, and may put shipped ones off", "[proof]") {
  const char* const own = "words:\n  - {wrong: [茶館儿, 茶管], right: 茶馆, except: [茶管家], after: [开, '|']}\n";
  CHECK(told_by(own, "茶管开门。") == "C04: 茶管 | 茶馆");
  CHECK(told_by(own, "去茶管。") == "C04: 茶管 | 茶馆");
  CHECK(told_by(own, "茶管家开门，茶管理。").empty());
  CHECK(told_by("words: [{wrong: 版, right: 板, before: ['第#', '|#']}]", "第12版，3版，木版。") ==
        "C04: 版 | 板; C04: 版 | 板");
  CHECK(told_by("off: [部份]", "大部份花开了，他自已浇的。", true) == "C03: 自已 | 自己");
  CHECK(told_by("words: [{wrong: 部份, right: 局部}]", "大部份花开了。", true) == "C04: 部份 | 局部");
  CHECK(told_by("twice: [石桥]\ndoubled: [{wrong: 桥桥, right: 桥}]", "石桥石桥，木桥桥。") ==
        "C01: 石桥石桥 | 石桥; C01: 桥桥 | 桥");
}

TEST_CASE("files of words that are not of their form", "[proof]") {
  CHECK(read("").messages.empty());
  CHECK(read("- a\n").messages ==
        "1 a mapping with `doubled`, `twice`, `confused`, `words` or `off` is expected here\n");
  CHECK(read("word: [a]\n").messages == "1 `doubled`, `twice`, `confused`, `words` or `off` is expected here\n");
  CHECK(read("words: a\n").messages == "1 a list of entries with `wrong` and `right` is expected here\n");
  CHECK(read("words:\n  - a\n").messages == "2 an entry with `wrong` and `right` is expected here\n");
  CHECK(read("words:\n  - {wrong: a}\n").messages == "2 an entry with `wrong` and `right` is expected here\n");
  CHECK(read("words:\n  - {wrong: a, right: b, then: c}\n").messages ==
        "2 `wrong`, `right`, `except`, `before` or `after` is expected here\n");
  CHECK(read("words:\n  - {wrong: 茶, right: b, except: [花]}\n").messages ==
        "2 an exception that holds `wrong` is expected here\n");
  CHECK(read("words:\n  - {wrong: {a: b}, right: b}\n").messages.find("2 a list of texts is expected") == 0);
  CHECK(read("twice: ['']\n").messages == "1 a text of at most 30 characters is expected here\n");
  CHECK(read("twice: [" + std::string(31, 'a') + "]\n").messages ==
        "1 a text of at most 30 characters is expected here\n");
  CHECK(read("words: [{\n").messages.find("1 ") == 0);
  // What can be read is.
  const Read some = read("words:\n  - a\n  - {wrong: 茶, right: 花}\n");
  REQUIRE(some.words.entries.size() == 1);
  CHECK(some.words.entries[0].rule == "proof.c04");
}

TEST_CASE("files of words have a bound", "[proof]") {
  std::string many = "twice:\n";
  for (int i = 0; i < 301; ++i) many += "  - 茶" + std::to_string(i) + "\n";
  const Read list = read(many);
  CHECK(list.words.entries.size() == 300);
  CHECK(list.messages == "2 a list of at most 300 texts is expected here\n");
  std::string more = "words:\n";
  for (int i = 0; i < 5100; ++i) more += "  - {wrong: 茶" + std::to_string(i) + ", right: 茶}\n";
  const Read file = read(more);
  CHECK(file.words.entries.size() == 5000);
  CHECK(file.messages == "5002 a file of at most 5000 words is expected here\n");
}

}  // namespace
}  // namespace huozi
