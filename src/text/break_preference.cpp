#include "text/break_preference.h"

#include <string_view>

namespace huozi::text {
namespace {

// CLREQ 3.1.5.2 has numbers with their units whole; that what is counted stays with them too is publishing practice.
constexpr uint32_t kCounted = 25;       // 25|岁, 图|3
constexpr uint32_t kOrdinal = 30;       // 第|3|章
constexpr uint32_t kYearAndMonth = 20;  // 2022年|3月, the best place in a date
constexpr size_t kLongestNumber = 20;   // digits of an ordinal in Han

constexpr std::u32string_view kHanDigits = U"〇零一二三四五六七八九十百千万亿两";
constexpr std::u32string_view kCounters =
    U"年月日号时点分秒岁世代届级期周天章节条款项页卷册部篇编回集版讲课层楼名位人个次种类批组件家户所间座栋台辆只头匹株"
    U"本张幅份封元角万亿千百倍度"
    U"米里亩吨斤克升公厘毫";
constexpr std::u32string_view kLabels = U"图表第";

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_digit(const Cluster& c) {
  return c.cls == CharClass::digit || (c.code_point >= U'０' && c.code_point <= U'９');
}

class Search {
 public:
  explicit Search(const std::vector<Cluster>& clusters) : clusters_(clusters) {}

  std::vector<UnwelcomeBreak> run() {
    const size_t n = clusters_.size();
    for (size_t i = 0; i < n;) {
      const Cluster& c = clusters_[i];
      if (is_digit(c)) {
        i = number(i);
      } else if (c.code_point == U'第' && i + 1 < n && contains(kHanDigits, clusters_[i + 1].code_point)) {
        i = han_ordinal(i);
      } else {
        if (c.code_point == U'公' && is(i + 1, U'元')) era(i + 2);
        ++i;
      }
    }
    return std::move(found_);
  }

 private:
  bool is(size_t k, char32_t c) const { return k < clusters_.size() && clusters_[k].code_point == c; }
  void add(size_t before, uint32_t gap) { found_.push_back({static_cast<uint32_t>(before), gap}); }

  size_t end_of_digits(size_t k) const {
    while (k < clusters_.size() && is_digit(clusters_[k])) ++k;
    return k;
  }

  // What stands before and after the digits from `begin` on. Returns their end.
  size_t number(size_t begin) {
    const size_t end = end_of_digits(begin);
    const bool ordinal = begin > 0 && clusters_[begin - 1].code_point == U'第';
    if (begin > 0 && contains(kLabels, clusters_[begin - 1].code_point)) add(begin, ordinal ? kOrdinal : kCounted);
    if (end == clusters_.size() || !contains(kCounters, clusters_[end].code_point)) return end;
    add(end, ordinal ? kOrdinal : kCounted);
    const size_t next = end_of_digits(end + 1);
    if (next == end + 1) return end;
    if (is(end, U'年') && is(next, U'月')) add(end + 1, kYearAndMonth);
    if (is(end, U'月') && (is(next, U'日') || is(next, U'号'))) add(end + 1, kCounted);
    return end;
  }

  // 第一百二十条
  size_t han_ordinal(size_t begin) {
    size_t end = begin + 1;
    while (end < clusters_.size() && end - begin <= kLongestNumber && contains(kHanDigits, clusters_[end].code_point)) {
      add(end++, kOrdinal);
    }
    if (end < clusters_.size() && contains(kCounters, clusters_[end].code_point)) add(end, kOrdinal);
    return end;
  }

  // 公元|前|221年
  void era(size_t k) {
    if (is(k, U'前')) add(k++, kCounted);
    if (k < clusters_.size() && (is_digit(clusters_[k]) || contains(kHanDigits, clusters_[k].code_point))) {
      add(k, kCounted);
    }
  }

  const std::vector<Cluster>& clusters_;
  std::vector<UnwelcomeBreak> found_;
};

}  // namespace

std::vector<UnwelcomeBreak> unwelcome_breaks(const std::vector<Cluster>& clusters) {
  return Search(clusters).run();
}

}  // namespace huozi::text
