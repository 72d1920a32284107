#include "edit/attribution_record.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "edit/chinese_date.h"
#include "edit/line_shape.h"
#include "edit/source_words.h"

namespace huozi::edit {
namespace {

using document::CitationRecord;
using Kind = CitationRecord::Kind;

struct KindWord {
  std::string_view word;
  Kind kind;
};
// The first that occurs in this order: a 重要指示 given in a 讲话 is rare, a 讲话 quoted by its book is not.
constexpr std::array kKindWords = {
    KindWord{"讲话", Kind::speech},  KindWord{"講話", Kind::speech},    KindWord{"致辞", Kind::speech},
    KindWord{"演讲", Kind::speech},  KindWord{"批示", Kind::directive}, KindWord{"指示", Kind::instruction},
    KindWord{"文章", Kind::article}, KindWord{"http://", Kind::web},    KindWord{"https://", Kind::web},
};

Kind kind_of(std::string_view words) {
  const auto found = std::find_if(kKindWords.begin(), kKindWords.end(),
                                  [&](const KindWord& entry) { return contains(words, entry.word); });
  return found == kKindWords.end() ? Kind::other : found->kind;
}

// 据新华社北京2017年7月19日电: bytes [begin, end) of the words.
struct Dateline {
  size_t begin = 0;
  size_t end = 0;
  std::string agency;
  std::string place;
  std::string date;
  bool whole = false;  // these hold all of its words
};

std::string_view agency_at(std::string_view text) {
  constexpr std::array<std::string_view, 14> kAgencies = {
      "新华社",   "新华网", "中新社",   "中新网",           "中国新闻社", "中央社", "人民日报社",
      "人民日报", "人民网", "光明日报", "中央广播电视总台", "央视新闻",   "央视",   "法新社"};
  const auto found = std::find_if(kAgencies.begin(), kAgencies.end(),
                                  [&](std::string_view agency) { return text.starts_with(agency); });
  if (found != kAgencies.end()) return text.substr(0, found->size());
  const size_t bureau = text.find("社");
  return bureau == std::string_view::npos ? std::string_view{} : text.substr(0, bureau + std::string_view("社").size());
}

std::optional<Dateline> find_dateline(std::string_view words) {
  constexpr std::string_view kAccording = "据";
  for (const std::string_view ending : {std::string_view("电"), std::string_view("讯")}) {
    const size_t last = words.rfind(ending);
    const size_t first = words.rfind(kAccording, last);
    if (last == std::string_view::npos || first == std::string_view::npos) continue;
    Dateline line{first, last + ending.size(), {}, {}, {}, false};
    std::string_view inside = words.substr(first + kAccording.size(), last - first - kAccording.size());
    inside = trimmed(inside);
    const std::string_view agency = agency_at(inside);
    if (agency.empty()) continue;
    line.agency = agency;
    inside.remove_prefix(agency.size());
    if (const auto date = find_date(inside)) {
      line.place = trimmed(inside.substr(0, date->begin));
      line.date = date->iso;
      line.whole = date->end == inside.size();
    } else if (std::none_of(inside.begin(), inside.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      line.place = trimmed(inside);
      line.whole = true;
    }
    return line;
  }
  return std::nullopt;
}

// 在…上的讲话, 在…时发表的讲话 -> 在…上, 在…时; 对…作出的重要指示 -> 对….
std::string occasion_of(std::string_view words) {
  struct Frame {
    std::string_view begin;
    std::string_view end;
    bool keep_end;
  };
  constexpr std::array kFrames = {
      Frame{"在", "上的", true},    Frame{"在", "时的", true},   Frame{"在", "上发表", true},
      Frame{"在", "时发表", true},  Frame{"在", "期间的", true}, Frame{"在", "上作", true},
      Frame{"对", "作出", false},   Frame{"就", "作出", false},  Frame{"对", "的重要", false},
      Frame{"就", "的重要", false},
  };
  for (const Frame& frame : kFrames) {
    const size_t begin = words.find(frame.begin);
    if (begin == std::string_view::npos) continue;
    const size_t end = words.rfind(frame.end);
    if (end == std::string_view::npos || end < begin + frame.begin.size()) continue;
    // The frame's last word (的, 发表, 作) belongs to what follows; its first (上, 时, 期间) closes the occasion.
    std::string_view closing = frame.keep_end ? frame.end : std::string_view{};
    for (const std::string_view tail : {std::string_view("的"), std::string_view("发表"), std::string_view("作")}) {
      if (closing.ends_with(tail)) closing.remove_suffix(tail.size());
    }
    return std::string(words.substr(begin, end - begin + closing.size()));
  }
  return {};
}

// Less the page of it that is cited: ，第43页 at its end.
std::string_view source_of(std::string_view words) {
  const size_t page = words.rfind("，第");
  const bool paged = words.ends_with("页") || words.ends_with("頁");
  return page == words.npos || !paged ? words : words.substr(0, page);
}

std::string key_of(std::string_view words) {
  std::string key;
  bool in_number = false;
  for (const auto item : base::CodePoints(words)) {
    char32_t cp = item.code_point;
    if (cp >= U'\uff01' && cp <= U'\uff5e') cp -= 0xFEE0;
    if (is_blank(cp) || u_ispunct(static_cast<UChar32>(cp)) != 0) {
      in_number = false;
      continue;
    }
    const bool digit = cp >= U'0' && cp <= U'9';
    if (digit && cp == U'0' && !in_number) continue;
    in_number = digit;
    base::append_utf8(key, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(cp), U_FOLD_CASE_DEFAULT)));
  }
  return key;
}

}  // namespace

CitationRecord read_attribution(std::string_view words) {
  const std::string_view text = trimmed(words);
  CitationRecord record;
  record.text = text;
  record.key = key_of(source_of(text));
  std::string outside(text);  // the words without the dateline, whose date is the report's
  bool whole = true;
  if (const auto dateline = find_dateline(text)) {
    record.agency = dateline->agency;
    record.place = dateline->place;
    record.dateline_date = dateline->date;
    whole = dateline->whole;
    outside.erase(dateline->begin, dateline->end - dateline->begin);
  }
  record.complete = read_source_words(outside, record) && whole;
  if (record.date.empty() && record.published.empty()) {
    if (const auto date = find_date(outside)) record.date = date->iso;
  }
  record.occasion = occasion_of(outside);
  record.kind = kind_of(outside);
  if (!record.title.empty() && record.kind == Kind::other) {
    if (!record.container.empty()) record.kind = Kind::article;
    if (!record.publisher.empty() && record.container.empty()) record.kind = Kind::book;
  }
  return record;
}

}  // namespace huozi::edit
