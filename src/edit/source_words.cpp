#include "edit/source_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "edit/chinese_date.h"
#include "edit/line_shape.h"

namespace huozi::edit {

using document::CitationRecord;

namespace {

constexpr std::string_view kOpen = "《", kClose = "》";

template <typename Words>
std::string_view ending_among(std::string_view text, const Words& words) {
  const auto found = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
    return text.size() > word.size() && text.ends_with(word);
  });
  return found == words.end() ? std::string_view{} : std::string_view(*found);
}

// At commas outside of brackets and quotation marks.
std::vector<std::string_view> clauses(std::string_view words) {
  std::vector<std::string_view> out;
  size_t begin = 0, depth = 0;
  for (const auto item : base::CodePoints(words)) {
    const char32_t c = item.code_point;
    if (is_one_of(c, U"《〈（“‘「『(")) ++depth;
    if (is_one_of(c, U"》〉）”’」』)") && depth > 0) --depth;
    if (depth > 0 || !is_one_of(c, U"，,；;")) continue;
    out.push_back(trimmed(words.substr(begin, item.offset - begin)));
    begin = item.offset + item.length;
  }
  out.push_back(trimmed(words.substr(begin)));
  std::erase_if(out, [](std::string_view clause) { return clause.empty() || clause == "（）" || clause == "()"; });
  return out;
}

bool is_periodical(std::string_view name) {
  constexpr std::array<std::string_view, 12> kEndings = {"日报", "晚报", "时报", "早报", "商报", "周报",
                                                         "学报", "杂志", "周刊", "月刊", "季刊", "报"};
  return !ending_among(name, kEndings).empty();
}

// 张三, 欧阳三: a common surname and one or two characters more.
bool is_chinese_name(std::string_view text) {
  constexpr std::u32string_view kSurnames =
      U"王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢"
      U"汪戴"
      U"崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜"
      U"庄章鲁"
      U"倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜"
      U"成饶宁"
      U"凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全"
      U"娄"
      U"甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚"
      U"張劉陳楊黃趙吳孫馬鄭羅謝韓許鄧蕭馮葉呂蔣鍾盧陸賈鄒閻龍嚴錢湯喬莊龐習习";
  const std::u32string name = base::to_utf32(text);
  constexpr std::array<std::u32string_view, 12> kLong = {U"欧阳", U"司马", U"诸葛", U"上官", U"司徒", U"皇甫",
                                                         U"令狐", U"慕容", U"歐陽", U"司馬", U"諸葛", U"夏侯"};
  if (!std::all_of(name.begin(), name.end(), is_han)) return false;
  const bool is_long =
      std::any_of(kLong.begin(), kLong.end(), [&](std::u32string_view surname) { return name.starts_with(surname); });
  if (is_long) return name.size() == 3 || name.size() == 4;
  return (name.size() == 2 || name.size() == 3) && kSurnames.find(name[0]) != kSurnames.npos;
}

class ClauseReader {
 public:
  explicit ClauseReader(CitationRecord& record) : record_(record) {}

  bool read(std::string_view clause) {
    rest_ = clause;
    if (clause.find(kOpen) != clause.npos) return titled();
    if (details()) return true;
    rest_ = clause;
    return published() || said();
  }

 private:
  bool take(std::string_view word) {
    const bool found = rest_.starts_with(word);
    if (found) rest_.remove_prefix(word.size());
    return found;
  }

  std::string digits() {
    size_t end = 0;
    while (end < rest_.size() && rest_[end] >= '0' && rest_[end] <= '9') ++end;
    const std::string number(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return number;
  }

  static bool set(std::string& field, std::string value) {
    if (!field.empty() || value.empty()) return false;
    field = std::move(value);
    return true;
  }

  // 张三：《题》…, 张三《题》…, 《人民日报》2022年3月2日
  bool titled() {
    const size_t open = rest_.find(kOpen), close = rest_.find(kClose, open);
    if (close == rest_.npos) return false;
    std::string_view before = trimmed(rest_.substr(0, open));
    const std::string_view name = rest_.substr(open + kOpen.size(), close - open - kOpen.size());
    if (name.find(kOpen) != name.npos || name.empty()) return false;
    rest_.remove_prefix(close + kClose.size());
    const bool has_title = !record_.title.empty();
    if (!before.empty()) {
      if (has_title || !speaker(before, true)) return false;
    }
    if (has_title || (before.empty() && is_periodical(name))) {
      if (!set(record_.container, std::string(name))) return false;
    } else {
      record_.title = name;
      has_work_ = true;
    }
    return details();
  }

  // `colon_optional`: a Chinese name needs none.
  bool speaker(std::string_view before, bool colon_optional) {
    for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
      if (!before.ends_with(colon)) continue;
      const std::string_view name = trimmed(before.substr(0, before.size() - colon.size()));
      const bool one_name = !contains_any(name, U"：:，。《》“”（）");
      return one_name && character_count(name) <= 20 && set(record_.speaker, std::string(name));
    }
    return colon_optional && is_chinese_name(before) && set(record_.speaker, std::string(before));
  }

  // What follows a title, a newspaper or a publisher, or stands alone: dates, volumes, issues, editions, pages.
  bool details() {
    for (rest_ = trimmed(rest_); !rest_.empty(); rest_ = trimmed(rest_)) {
      if (!bracketed() && !dated() && !numbered()) return false;
    }
    return true;
  }

  bool bracketed() {
    for (const auto& [open, close] : {std::pair("（", "）"), std::pair("(", ")")}) {
      const size_t end = rest_.find(close);
      if (!rest_.starts_with(open) || end == rest_.npos) continue;
      const std::string_view inner = rest_.substr(std::string_view(open).size(), end - std::string_view(open).size());
      const auto date = find_date(inner);
      if (!date || date->begin != 0 || date->end != inner.size() || !set(record_.date, date->iso)) return false;
      rest_.remove_prefix(end + std::string_view(close).size());
      return true;
    }
    return false;
  }

  bool dated() {
    // A day is said or published; a year of its own is of an issue, an edition or a book.
    const std::string_view whole = rest_;
    if (const auto date = find_date(rest_); date && date->begin == 0 && date->iso.size() > 4) {
      rest_.remove_prefix(date->end);
      if (take("电") || take("讯")) return false;
      return set(is_published() ? record_.published : record_.date, date->iso);
    }
    const std::string year = digits();
    if (year.size() != 4 || !take("年")) {
      rest_ = whole;
      if (const auto date = find_date(rest_); date && date->begin == 0) {
        rest_.remove_prefix(date->end);
        return set(is_published() ? record_.published : record_.date, date->iso);
      }
      return false;
    }
    take("版") || take("出版");
    const bool known = rest_.empty() || rest_.starts_with("第") || contains_any(rest_.substr(0, 3), U"（，");
    return known && set(is_published() ? record_.published : record_.date, year);
  }

  // Something printed has been named before.
  bool is_published() const { return has_work_ || !record_.container.empty() || !record_.publisher.empty(); }

  // 第1卷, 第二卷, 第6期, 第2版, 第43页, 第32—33页
  bool numbered() {
    if (!take("第")) return false;
    size_t end = 0;
    while (end < rest_.size()) {
      const auto item = base::decode_utf8(rest_, end);
      const char32_t c = item.code_point;
      const bool part = (c >= '0' && c <= '9') || is_one_of(c, U"-–—~～、,一二三四五六七八九十百上中下");
      if (!part) break;
      end += item.length;
    }
    const std::string_view number = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (number.empty()) return false;
    const bool plain = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (take("卷")) return set(record_.volume, plain ? std::string(number) : "第" + std::string(number) + "卷");
    if (take("册")) return set(record_.volume, "第" + std::string(number) + "册");
    if (take("期")) return set(record_.issue, std::string(number));
    if (take("页") || take("頁")) return set(record_.pages, std::string(number));
    if (!take("版")) return false;
    return set(is_periodical(record_.container) ? record_.pages : record_.edition, std::string(number));
  }

  // 北京：人民出版社1991年版
  bool published() {
    constexpr std::array<std::string_view, 9> kHouses = {"出版社", "出版公司", "出版集团", "出版中心", "印书馆",
                                                         "书局",   "书店",     "书社",     "編譯館"};
    size_t end = rest_.npos;
    for (const std::string_view house : kHouses) {
      const size_t at = rest_.find(house);
      if (at != rest_.npos && at > 0) end = std::min(end, at + house.size());
    }
    if (end == rest_.npos) return false;
    std::string_view name = rest_.substr(0, end);
    if (contains_any(name, U"（）《》“”的")) return false;
    for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
      const size_t at = name.find(colon);
      if (at == name.npos) continue;
      const std::string_view place = trimmed(name.substr(0, at));
      if (character_count(place) > 12 || !set(record_.place, std::string(place))) return false;
      name = trimmed(name.substr(at + colon.size()));
    }
    rest_.remove_prefix(end);
    return set(record_.publisher, std::string(name)) && details();
  }

  // 张三在…上的讲话, 张三：对…作出的重要指示（2022年3月1日）
  bool said() {
    constexpr std::array<std::string_view, 16> kKinds = {"讲话", "講話", "致辞", "致詞",  "演讲", "演講",
                                                         "指示", "批示", "谈话", "談話",  "报告", "发言",
                                                         "贺信", "回信", "文章", "开幕词"};
    if (!record_.title.empty()) return false;
    std::string_view words = rest_;
    const size_t bracket = words.rfind("（");
    if (words.ends_with("）") && bracket != words.npos) words = trimmed(words.substr(0, bracket));
    if (ending_among(words, kKinds).empty()) return false;
    rest_.remove_prefix(words.size());
    size_t begin = 0;
    for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
      const size_t at = words.find(colon);
      if (at != words.npos) begin = at + colon.size();
    }
    if (begin > 0) {
      if (!speaker(trimmed(words.substr(0, begin)), false)) return false;
      words = trimmed(words.substr(begin));
    } else {
      for (const std::string_view frame : {std::string_view("在"), std::string_view("对"), std::string_view("就")}) {
        const size_t at = words.find(frame);
        if (at == words.npos || at == 0 || !is_chinese_name(words.substr(0, at))) continue;
        record_.speaker = words.substr(0, at);
        words = words.substr(at);
        break;
      }
    }
    record_.title = words;
    return details();
  }

  CitationRecord& record_;
  std::string_view rest_;
  bool has_work_ = false;  // a title within 《》
};

}  // namespace

bool read_source_words(std::string_view words, CitationRecord& record) {
  ClauseReader reader(record);
  bool all = true;
  for (const std::string_view clause : clauses(words)) all = reader.read(clause) && all;
  // Of a title alone it is not known whether the day is its publication's.
  if (record.container.empty() && record.publisher.empty() && record.date.empty()) record.date.swap(record.published);
  return all && !record.title.empty();
}

}  // namespace huozi::edit
