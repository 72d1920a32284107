#include "citation/entry.h"

#include "citation/style_file.h"

using namespace huozi;
using document::Names;
using document::Reference;
using Type = Reference::Type;

namespace {

Names whole(std::initializer_list<const char*> names) {
  Names out;
  for (const char* name : names) out.persons.push_back({{}, {}, {}, name});
  return out;
}

Names latin(std::initializer_list<std::pair<const char*, const char*>> names) {
  Names out;
  for (const auto& [family, given] : names) out.persons.push_back({family, given, {}, {}});
  return out;
}

std::string line(const Reference& reference, const char* style, const char* locator = "") {
  return citation::text_of(citation::entry(reference, test::style(style), locator));
}
std::string gb2025(const Reference& reference, const char* locator = "") {
  return line(reference, "gb-t-7714-2025", locator);
}
std::string gb2015(const Reference& reference, const char* locator = "") {
  return line(reference, "gb-t-7714-2015", locator);
}
std::string notes(const Reference& reference, const char* locator = "") {
  return line(reference, "humanities", locator);
}

Reference book() {
  Reference r;
  r.type = Type::book;
  r.authors = whole({"严蔚敏", "吴伟民"});
  r.title = "数据结构";
  r.place = "北京";
  r.publisher = "清华大学出版社";
  r.date = "1997";
  return r;
}

}  // namespace

TEST_CASE("a book", "[entry]") {
  CHECK(gb2025(book()) == "严蔚敏，吴伟民. 数据结构[M]. 北京：清华大学出版社，1997.");
  CHECK(gb2015(book()) == "严蔚敏, 吴伟民. 数据结构[M]. 北京: 清华大学出版社, 1997.");
  CHECK(gb2025(book(), "第43页") == "严蔚敏，吴伟民. 数据结构[M]. 北京：清华大学出版社，1997：43.");
  CHECK(gb2015(book(), "43--45") == "严蔚敏, 吴伟民. 数据结构[M]. 北京: 清华大学出版社, 1997: 43-45.");
  CHECK(gb2025(book(), "序2-3") == "严蔚敏，吴伟民. 数据结构[M]. 北京：清华大学出版社，1997：序2-3.");

  Reference memories;
  memories.type = Type::book;
  memories.authors = whole({"赵景深"});
  memories.title = "文坛忆旧";
  memories.place = "上海";
  memories.publisher = "北新书局";
  memories.date = "1948";
  CHECK(notes(memories, "43") == "赵景深：《文坛忆旧》，上海：北新书局，1948年，第43页。");
  CHECK(notes(memories, "第43页") == "赵景深：《文坛忆旧》，上海：北新书局，1948年，第43页。");
  CHECK(notes(memories, "第3章") == "赵景深：《文坛忆旧》，上海：北新书局，1948年，第3章。");
}

TEST_CASE("what is missing leaves no marks behind", "[entry]") {
  Reference r;
  r.type = Type::book;
  r.title = "园艺";
  CHECK(gb2025(r) == "园艺[M].");
  CHECK(notes(r) == "《园艺》。");
  r.date = "1947";
  CHECK(gb2025(r) == "园艺[M]. 1947.");
  r.place = "北京";
  CHECK(gb2025(r) == "园艺[M]. 北京，1947.");
  r.edition = "1";
  CHECK(gb2025(r) == "园艺[M]. 北京，1947.");
  r.edition = "修订版";
  r.volume = "2";
  CHECK(gb2025(r) == "园艺：第2卷[M]. 修订版. 北京，1947.");
  CHECK(notes(r) == "《园艺》第2卷，修订版，北京，1947年。");
}

TEST_CASE("a newspaper's article, and a speech printed in it", "[entry]") {
  Reference r;
  r.type = Type::newspaper;
  r.authors = whole({"谢希德"});
  r.title = "创造学习的思路";
  r.container = "人民日报";
  r.date = "1998-12-25";
  r.pages = "10";
  CHECK(gb2025(r) == "谢希德. 创造学习的思路[N]. 人民日报，1998-12-25（10）.");
  CHECK(gb2015(r) == "谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25(10).");
  r.authors = whole({"习近平"});
  r.title = "在……上的讲话";
  r.said = "2022-03-01";
  r.date = "2022-03-02";
  r.pages = "1";
  CHECK(notes(r) == "习近平：《在……上的讲话》（2022年3月1日），《人民日报》2022年3月2日，第1版。");
  CHECK(gb2025(r) == "习近平. 在……上的讲话（2022-03-01）[N]. 人民日报，2022-03-02（1）.");
}

TEST_CASE("an article of a journal", "[entry]") {
  Reference r;
  r.type = Type::journal;
  r.authors = whole({"甲", "乙", "丙", "丁"});
  r.title = "论茶";
  r.container = "茶叶研究";
  r.date = "2012-05";
  r.volume = "52";
  r.issue = "11";
  r.pages = "1518--1523";
  CHECK(gb2025(r) == "甲，乙，丙，等. 论茶[J]. 茶叶研究，2012，52（11）：1518-1523.");
  CHECK(gb2015(r) == "甲, 乙, 丙, 等. 论茶[J]. 茶叶研究, 2012, 52(11): 1518-1523.");
  CHECK(notes(r) == "甲、乙、丙等：《论茶》，《茶叶研究》2012年第52卷第11期，第1518—1523页。");
  r.volume = "";
  r.doi = "10.1000/x";
  CHECK(gb2025(r) == "甲，乙，丙，等. 论茶[J/OL]. 茶叶研究，2012（11）：1518-1523. DOI:10.1000/x.");
  const citation::Line made = citation::entry(r, test::style("gb-t-7714-2025"));
  REQUIRE(made.size() == 3);
  CHECK(made[1].address == "https://doi.org/10.1000/x");
}

TEST_CASE("a part of a collection", "[entry]") {
  Reference r;
  r.type = Type::collection;
  r.authors = whole({"程根"});
  r.title = "洪水与桥";
  r.container = "流域与桥梁";
  r.editors = whole({"许泽", "赵国"});
  r.place = "北京";
  r.publisher = "示例出版社";
  r.date = "1999";
  r.pages = "32-36";
  CHECK(gb2025(r) == "程根. 洪水与桥[G]//许泽，赵国. 流域与桥梁. 北京：示例出版社，1999：32-36.");
  CHECK(gb2015(r) == "程根. 洪水与桥[G]//许泽, 赵国. 流域与桥梁. 北京: 示例出版社, 1999: 32-36.");
  CHECK(notes(r) == "程根：《洪水与桥》，许泽、赵国编：《流域与桥梁》，北京：示例出版社，1999年，第32—36页。");
}

TEST_CASE("an online text: only there a day of access", "[entry]") {
  Reference r;
  r.type = Type::electronic;
  r.authors = whole({"林舟"});
  r.title = "活字";
  r.date = "2022-05-05";
  r.access = "2022-06-01";
  r.url = "https://example.com/1";
  CHECK(gb2025(r) == "林舟. 活字[EB/OL]. （2022-05-05）[2022-06-01]. https://example.com/1.");
  CHECK(gb2015(r) == "林舟. 活字[EB/OL]. (2022-05-05)[2022-06-01]. https://example.com/1.");
  CHECK(notes(r) == "林舟：《活字》，2022年5月5日，https://example.com/1，访问日期：2022年6月1日。");
  r.type = Type::book;
  CHECK(gb2025(r) == "林舟. 活字[M/OL]. 2022. https://example.com/1.");
  CHECK(gb2015(r) == "林舟. 活字[M/OL]. 2022[2022-06-01]. https://example.com/1.");
  r.url = "";
  CHECK(gb2015(r) == "林舟. 活字[M]. 2022.");
}

TEST_CASE("theses, standards, reports, patents, translations", "[entry]") {
  Reference r = book();
  r.type = Type::dissertation;
  r.genre = "博士学位论文";
  r.authors = whole({"王琦"});
  r.publisher = "武汉大学";
  r.place = "武汉";
  CHECK(gb2025(r, "87") == "王琦. 数据结构[D]. 武汉：武汉大学，1997：87.");
  CHECK(notes(r, "87") == "王琦：《数据结构》，博士学位论文，武汉：武汉大学，1997年，第87页。");

  Reference standard;
  standard.type = Type::standard;
  standard.number = "GB/T 3792—2021";
  standard.title = "信息与文献 资源描述";
  standard.publisher = "示例出版社";
  CHECK(gb2025(standard) == "GB/T 3792—2021 信息与文献 资源描述[S].");
  CHECK(gb2015(standard) == "信息与文献 资源描述: GB/T 3792—2021[S]. 示例出版社.");
  CHECK(notes(standard) == "《信息与文献 资源描述》（GB/T 3792—2021），示例出版社。");

  Reference report;
  report.type = Type::report;
  report.title = "报告";
  report.date = "2013-09-30";
  report.url = "http://a.b/";
  report.access = "2014-01-01";
  CHECK(gb2025(report) == "报告[R/OL]. 2013-09-30. http://a.b/.");
  CHECK(gb2015(report) == "报告[R/OL]. (2013-09-30)[2014-01-01]. http://a.b/.");

  Reference patent;
  patent.type = Type::patent;
  patent.title = "节电器";
  patent.number = "CN2006";
  patent.date = "2008-01-16";
  CHECK(gb2025(patent, "8-9") == "节电器：CN2006[P]. 2008-01-16：8-9.");

  Reference translated = book();
  translated.authors = whole({"昂温 G", "昂温 P S"});
  translated.translators = whole({"陈生"});
  translated.edition = "3";
  CHECK(gb2025(translated) == "昂温 G，昂温 P S. 数据结构[M]. 陈生，译. 3版. 北京：清华大学出版社，1997.");
  CHECK(gb2015(translated) == "昂温 G, 昂温 P S. 数据结构[M]. 陈生, 译. 3版. 北京: 清华大学出版社, 1997.");
  CHECK(notes(translated) == "昂温 G、昂温 P S：《数据结构》，陈生译，第3版，北京：清华大学出版社，1997年。");
}

TEST_CASE("works that still appear, and others that live online", "[entry]") {
  Reference r;
  r.type = Type::journal;
  r.editors = whole({"示例学会"});
  r.title = "桥梁评论";
  r.date = "1936-";
  r.volume = "1";
  r.issue = "1";
  r.place = "北京";
  r.publisher = "桥梁出版社";
  CHECK(gb2025(r) == "示例学会. 桥梁评论[J]. 1936，1（1）—. 北京：桥梁出版社，1936—.");
  CHECK(gb2015(r) == "示例学会. 桥梁评论[J]. 1936, 1(1)-. 北京: 桥梁出版社, 1936-.");
  Reference data;
  data.type = Type::dataset;
  data.title = "数据集";
  data.edition = "V1.0";
  data.publisher = "数据中心";
  data.date = "2023-09-10";
  data.access = "2025-07-15";
  data.url = "https://x.y/z";
  CHECK(gb2025(data) == "数据集[DS/OL]. V1.0. 数据中心（2023-09-10）[2025-07-15]. https://x.y/z.");
}

TEST_CASE("Western entries", "[entry]") {
  Reference r;
  r.type = Type::book;
  r.authors = latin({{"Sadock", "Benjamin J."}, {"Godard", "Jean-Luc"}, {"Ruiz", "P"}, {"Last", "L"}});
  r.title = "Gardens and bridges";
  r.edition = "9";
  r.place = "Philadelphia";
  r.publisher = "Example Press";
  r.date = "2009";
  CHECK(
      gb2025(r, "pp. 7-9") ==
      "Sadock B J，Godard J-L，Ruiz P，et al. Gardens and bridges[M]. 9th ed. Philadelphia：Example Press，2009：7-9.");
  CHECK(gb2015(r, "7") ==
        "SADOCK B J, GODARD J L, RUIZ P, et al. Gardens and bridges[M]. 9th ed. Philadelphia: Example Press, 2009: 7.");
  CHECK(
      notes(r, "7") ==
      "Benjamin J. Sadock, Jean-Luc Godard, P Ruiz et al., Gardens and bridges, 9th ed., Philadelphia: Example Press, "
      "2009, p. 7.");
  CHECK(notes(r, "7-9").ends_with(", pp. 7-9."));
  r.authors = latin({{"Zhang", "Shifu"}, {"Ouyang", "Jiangning"}, {"Martin", "Dan"}});
  CHECK(gb2025(r).starts_with("Zhang Shifu，Ouyang Jiangning，Martin D. "));
  CHECK(gb2015(r).starts_with("ZHANG S F, OUYANG J N, MARTIN D. "));
  for (const auto& [number, word] : {std::pair("1", "[M]. Phil"), std::pair("2", "2nd ed. "),
                                     std::pair("11", "11th ed. "), std::pair("23", "23rd ed. ")}) {
    r.edition = number;
    CHECK(gb2025(r).find(word) != std::string::npos);
  }
}

TEST_CASE("pages are told from other places in a work", "[entry]") {
  CHECK(citation::page_numbers("第12页") == "12");
  CHECK(citation::page_numbers("第12—15页") == "12-15");
  CHECK(citation::page_numbers("pp. 12--15") == "12-15");
  CHECK(citation::page_numbers("12、14") == "12,14");
  for (const char* other : {"", "序2", "第3章", "12-", "-", "第页", "p.", "图12页"}) {
    INFO(other);
    CHECK(citation::page_numbers(other).empty());
  }
}

TEST_CASE("every type has its mark", "[entry]") {
  Reference r;
  r.title = "题";
  for (const Type type : {Type::book, Type::collection, Type::proceedings, Type::newspaper, Type::journal,
                          Type::dissertation, Type::report, Type::standard, Type::patent, Type::database, Type::program,
                          Type::electronic, Type::preprint, Type::dataset, Type::map, Type::archive, Type::other}) {
    r.type = type;
    CHECK(gb2025(r).find("[" + citation::type_mark(r, true) + "].") != std::string::npos);
    CHECK_FALSE(notes(r).empty());
  }
  r.carrier = "CD";
  CHECK(citation::type_mark(r, true) == "Z/CD");
}
