#include "edit/attribution_record.h"
#include "edit/chinese_date.h"
#include "support/catch.h"

namespace huozi {
namespace {

using edit::read_attribution;
using Kind = document::CitationRecord::Kind;

std::string date_in(std::string_view text) {
  const auto match = edit::find_date(text);
  return match ? match->iso : "none";
}

TEST_CASE("Chinese dates become ISO dates") {
  CHECK(date_in("2022年3月1日") == "2022-03-01");
  CHECK(date_in("于2022年03月01日在") == "2022-03-01");
  CHECK(date_in("二〇二二年十一月二十一日") == "2022-11-21");
  CHECK(date_in("一九四九年十月一日") == "1949-10-01");
  CHECK(date_in("２０１７年７月，") == "2017-07");
  CHECK(date_in("1948年，第43页") == "1948");
  CHECK(date_in("2020年2月29日") == "2020-02-29");
}

TEST_CASE("what is no date is none") {
  CHECK(date_in("2022年春季学期") == "none");
  CHECK(date_in("2021年2月29日") == "none");
  CHECK(date_in("2022年13月1日") == "none");
  CHECK(date_in("12022年3月1日") == "none");
  CHECK(date_in("3月1日") == "none");
  CHECK(date_in("") == "none");
}

TEST_CASE("a speech: date, occasion, kind") {
  const auto record = read_attribution("2021年4月23日，在2021年春季全市读书节（第三届）开幕式上的讲话");
  CHECK(record.kind == Kind::speech);
  CHECK(record.date == "2021-04-23");
  CHECK(record.occasion == "在2021年春季全市读书节（第三届）开幕式上");
  CHECK(record.agency.empty());
  CHECK(record.dateline_date.empty());
  CHECK(read_attribution("2018年12月13日，在第十一次集体学习时的讲话").occasion == "在第十一次集体学习时");
}

TEST_CASE("an instruction reported by an agency: the dateline's date is the report's") {
  const auto record = read_attribution("对图书馆工作作出的重要指示，据新华社北京2017年7月19日电");
  CHECK(record.kind == Kind::instruction);
  CHECK(record.date.empty());
  CHECK(record.occasion == "对图书馆工作");
  CHECK(record.agency == "新华社");
  CHECK(record.place == "北京");
  CHECK(record.dateline_date == "2017-07-19");
  CHECK(record.text == "对图书馆工作作出的重要指示，据新华社北京2017年7月19日电");
}

TEST_CASE("unknown fields stay empty") {
  const auto record = read_attribution("据新华社电");
  CHECK(record.kind == Kind::other);
  CHECK(record.agency == "新华社");
  CHECK(record.place.empty());
  CHECK(record.dateline_date.empty());
  CHECK(read_attribution("据新华社上海7月2日电").place.empty());
  CHECK(read_attribution("就读者服务工作作出的批示").kind == Kind::directive);
  CHECK(read_attribution("《读书》，1948年").occasion.empty());
}

TEST_CASE("equal sources have equal keys, different ones different keys") {
  const std::string key = read_attribution("2022年3月1日，在读书节上的讲话").key;
  CHECK(key == read_attribution(" ２０２２年03月01日 在读书节上的讲话 ").key);
  CHECK(key != read_attribution("2022年3月10日，在读书节上的讲话").key);
  CHECK(read_attribution("《论茶》，示例出版社，1991年，第3页").key ==
        read_attribution("《论茶》，示例出版社，1991年").key);
  CHECK(read_attribution("《论茶》，示例出版社，1991年，第3章").key !=
        read_attribution("《论茶》，示例出版社，1991年").key);
  CHECK(read_attribution("对读书工作作出的重要指示").key != read_attribution("就读书工作作出的重要指示").key);
}

// speaker|title|date|container|publisher|place|published|volume|issue|edition|pages, + when complete
std::string fields(std::string_view words) {
  const auto r = read_attribution(words);
  std::string out;
  for (const std::string* each : {&r.speaker, &r.title, &r.date, &r.container, &r.publisher, &r.place, &r.published,
                                  &r.volume, &r.issue, &r.edition, &r.pages}) {
    out += *each + "|";
  }
  while (out.ends_with("||")) out.pop_back();
  return out + (r.complete ? "+" : "");
}

TEST_CASE("the speaker is whom the words name") {
  CHECK(fields("2022年3月1日，在读书节上的讲话") == "|在读书节上的讲话|2022-03-01|+");
  CHECK(fields("李明在读书节上的讲话（2022年3月1日）") == "李明|在读书节上的讲话|2022-03-01|+");
  CHECK(fields("李明：在读书节上的讲话，2022年3月1日") == "李明|在读书节上的讲话|2022-03-01|+");
  CHECK(fields("李明：《在读书节上的讲话》（2022年3月1日），《示例日报》2022年3月2日，第1版") ==
        "李明|在读书节上的讲话|2022-03-01|示例日报|||2022-03-02||||1|+");
  CHECK(fields("鲁迅《故乡》") == "鲁迅|故乡|+");
  // Whoever is not named in such a way is not guessed.
  CHECK(fields("日前在读书节上的讲话").starts_with("|日前在"));
  CHECK(fields("李明馆长在读书节上的讲话").starts_with("|李明馆长在"));
  CHECK_FALSE(read_attribution("摘自《故乡》").complete);
  CHECK(read_attribution("摘自《故乡》").speaker.empty());
}

TEST_CASE("books, newspapers and journals, as far as the words go") {
  CHECK(fields("《园艺要略》，示例出版社，1987年") == "|园艺要略|||示例出版社||1987|+");
  CHECK(fields("赵某：《文坛忆旧》，上海：示例书局，1948年，第43页") == "赵某|文坛忆旧|||示例书局|上海|1948||||43|+");
  CHECK(fields("《茶论》，《文集》第1卷，示例出版社1991年第2版，第288—289页") ==
        "|茶论||文集|示例出版社||1991|1||2|288—289|+");
  CHECK(fields("钱某：《论桥》，《桥梁》1998年第6期") == "钱某|论桥||桥梁|||1998||6|+");
  CHECK(fields("《示例日报》2022年3月2日") == "|||示例日报|||2022-03-02|");
  CHECK(fields("《论茶》，见某处") == "|论茶|");
  CHECK(read_attribution("《园艺要略》，示例出版社，1987年").kind == Kind::book);
  CHECK(read_attribution("钱某：《论桥》，《桥梁》1998年第6期").kind == Kind::article);
}

TEST_CASE("a record is complete when its fields hold all words") {
  CHECK(read_attribution("对图书馆工作作出的重要指示，据新华社北京2017年7月19日电").complete);
  CHECK(read_attribution("对图书馆工作作出的重要指示，据新华社北京2017年7月19日电").title ==
        "对图书馆工作作出的重要指示");
  CHECK_FALSE(read_attribution("对图书馆工作作出的重要指示，据新华社北京7月19日电").complete);
  CHECK_FALSE(read_attribution("据新华社电").complete);
  CHECK_FALSE(read_attribution("2022年3月1日，在读书节上的讲话，有删节").complete);
  CHECK_FALSE(read_attribution("2022年3月1日，在某地调研时强调").complete);
  CHECK_FALSE(read_attribution("2022年3月1日，2022年3月2日，在会上的讲话").complete);
  for (const char* words : {"", "，", "《", "《》", "》《", "：《题》", "（）", "第", "第页", "《题》第", "在上的讲话",
                            "：讲话", "《甲》《乙》", "出版社", "：出版社"}) {
    INFO(words);
    const auto record = read_attribution(words);
    CHECK((!record.complete || !record.title.empty()));
  }
}

}  // namespace
}  // namespace huozi
