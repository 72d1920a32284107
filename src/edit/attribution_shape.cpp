#include "edit/attribution_shape.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "edit/chinese_date.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestAttribution = 80;
constexpr size_t kLongestAuthor = 16;

// Nothing after it that goes on with the same phrase: 讲话, not 讲话精神.
bool ends_phrase(std::string_view after) {
  constexpr std::array<std::string_view, 9> kMarks = {"，", "（", "(", "）", ")", "、", "；", "》", " "};
  return after.empty() ||
         std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return after.starts_with(mark); });
}

bool holds_phrase_ending_in(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
    if (ends_phrase(text.substr(at + word.size()))) return true;
  }
  return false;
}

// 据新华社北京2017年7月19日电
bool is_dispatch(std::string_view words) {
  const size_t according = words.find("据");
  if (according == std::string_view::npos) return false;
  const std::string_view report = words.substr(according);
  return holds_phrase_ending_in(report, "电") || holds_phrase_ending_in(report, "電");
}

bool names_kind(std::string_view words) {
  constexpr std::array<std::string_view, 8> kKinds = {"讲话", "講話", "指示", "批示", "致辞", "致辭", "演讲", "演講"};
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](std::string_view kind) { return holds_phrase_ending_in(words, kind); });
}

// 《…》, before it nothing but a date, its author, or a word such as 摘自: 林舟《…》, 2021年，林舟：《…》.
bool is_titled(std::string_view words) {
  const size_t title = words.find("《");
  if (title == std::string_view::npos || !contains(words.substr(title), "》")) return false;
  std::string_view before = words.substr(0, title);
  if (const auto date = find_last_date(before)) before.remove_prefix(date->end);
  before = trimmed(before);
  for (const std::string_view mark : {std::string_view("，"), std::string_view("："), std::string_view(",")}) {
    if (before.ends_with(mark)) before.remove_suffix(mark.size());
    if (before.starts_with(mark)) before.remove_prefix(mark.size());
  }
  return character_count(before) <= kLongestAuthor && !contains_any(before, U"，、；：,;:");
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

// A date at the end after a name parted from it or an occasion (林舟，1948年; 在读书节上，2021年), or a date first and
// then where it was (2021年4月23日，在读书节上).
bool is_dated(std::string_view words) {
  const std::optional<DateMatch> date = find_date(words);
  if (!date) return false;
  const std::string_view before = trimmed(words.substr(0, date->begin));
  std::string_view after = trimmed(words.substr(date->end));
  if (after.empty()) {
    std::string_view name = before;
    for (const std::string_view mark : {std::string_view("，"), std::string_view(",")}) {
      if (name.ends_with(mark)) name = trimmed(name.substr(0, name.size() - mark.size()));
    }
    const bool parted = name.size() < date->begin && character_count(name) <= kLongestAuthor;
    const bool occasion = begins_with_any(name, {"在", "于", "於", "摘自", "引自"});
    return (name.empty() || parted || occasion) && !contains_any(name, U"，；,;");
  }
  for (const std::string_view mark : {std::string_view("，"), std::string_view(",")}) {
    if (after.starts_with(mark)) after = trimmed(after.substr(mark.size()));
  }
  return before.empty() && begins_with_any(after, {"在", "于", "於"}) && !contains_any(after, U"，；");
}

}  // namespace

SourceLine judge_source_line(std::string_view text) {
  const std::string_view words = trimmed(text.substr(dash_length(text)));
  if (words.empty()) return {0, "a dash without words"};
  if (contains(words, "。")) return {5, "says a whole sentence"};
  if (character_count(words) > kLongestAttribution) return {10, "too long to name a source"};
  if (is_dispatch(words)) return {95, "names a dispatch"};
  if (names_kind(words)) return {find_date(words) ? 95 : 85, "names a speech or an instruction"};
  if (is_titled(words)) return {85, "names a title"};
  if (is_dated(words)) return {75, "names a date"};
  if (contains(words, "《") || find_date(words)) return {35, "holds a title or a date among other words"};
  return {15, "names no source"};
}

bool is_attribution(std::string_view text) {
  return dash_length(text) > 0 && judge_source_line(text).confidence >= kTaken;
}

}  // namespace huozi::edit
