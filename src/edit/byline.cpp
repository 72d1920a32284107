#include "edit/byline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestByline = 40;
constexpr size_t kLongestAuthor = 24;

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Bracket, 5> kBrackets = {{{"【", "】"}, {"（", "）"}, {"(", ")"}, {"[", "]"}, {"［", "］"}}};

// Names only: Han, Latin letters, blanks, the dots and 、 between names.
bool is_author(std::string_view text) {
  const std::string_view name = trimmed(text);
  const size_t length = character_count(name);
  if (length < 2 || length > kLongestAuthor) return false;
  for (const auto item : base::CodePoints(name)) {
    const char32_t cp = item.code_point;
    const bool letter =
        (cp >= U'a' && cp <= U'z') || (cp >= U'A' && cp <= U'Z') || (cp >= U'\u00c0' && cp <= U'\u024f');
    if (!is_han(cp) && !letter && !is_blank(cp) && !is_one_of(cp, U"·•、.-&")) return false;
  }
  return true;
}

// Without the word after which another task is named: 林舟 编辑/陈桥.
std::string_view until_next_task(std::string_view text) {
  constexpr std::array<std::string_view, 9> kTasks = {"编辑", "责编", "图/", "图｜", "摄影",
                                                      "校对", "编译", "图|", "審校"};
  size_t end = text.size();
  for (const std::string_view task : kTasks) {
    const size_t at = text.find(task);
    // Parted from the name, so that it is no part of one.
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = text.substr(0, at);
    if (trimmed(before).size() < before.size() || before.ends_with("、") || before.ends_with("；"))
      end = std::min(end, at);
  }
  std::string_view name = trimmed(text.substr(0, end));
  for (const std::string_view mark : {std::string_view("、"), std::string_view("；"), std::string_view("，")}) {
    if (name.ends_with(mark)) name = trimmed(name.substr(0, name.size() - mark.size()));
  }
  return name;
}

// `rest` after the first of the words the text begins with.
template <size_t kCount>
std::optional<std::string_view> after_word(std::string_view text, const std::array<std::string_view, kCount>& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return text.substr(word.size());
  }
  return std::nullopt;
}

// 文/林舟, 文｜林舟, 作者：林舟: a label, a mark, the name.
std::optional<std::string_view> labelled(std::string_view text) {
  constexpr std::array<std::string_view, 4> kLabels = {"撰文", "作者", "文字", "文"};
  constexpr std::array<std::string_view, 6> kMarks = {"/", "／", "|", "｜", "：", ":"};
  const auto after_label = after_word(text, kLabels);
  if (!after_label) return std::nullopt;
  return after_word(trimmed(*after_label), kMarks);
}

// 林舟 陈桥: each a name, not a word of the trade such as 手记.
bool are_persons(std::string_view names) {
  constexpr std::array<std::string_view, 9> kTrade = {"观察", "手记", "调查",   "走访", "视角",
                                                      "按语", "见习", "通讯员", "实习"};
  std::string_view rest = names;
  size_t count = 0;
  while (!trimmed(rest).empty()) {
    rest = trimmed(rest);
    size_t end = rest.size();
    size_t han = 0;
    for (const auto item : base::CodePoints(rest)) {
      if (is_blank(item.code_point) || item.code_point == U'、') {
        end = item.offset;
        break;
      }
      han += is_han(item.code_point) ? 1 : 0;
    }
    const std::string_view name = rest.substr(0, end);
    if (han == 1 || han > 4 || std::find(kTrade.begin(), kTrade.end(), name) != kTrade.end()) return false;
    rest = rest.substr(end);
    if (rest.starts_with("、")) rest.remove_prefix(std::string_view("、").size());
    ++count;
  }
  return count > 0;
}

// 记者 林舟, 本报记者林舟: the word last before the names, parted from them unless brackets say where they end.
std::optional<std::string_view> reporter(std::string_view text, bool in_brackets) {
  constexpr std::string_view kWord = "记者";
  const size_t at = text.find(kWord);
  if (at == std::string_view::npos || character_count(text.substr(0, at)) > 8) return std::nullopt;
  if (at != 0 && !is_author(text.substr(0, at))) return std::nullopt;
  std::string_view rest = text.substr(at + kWord.size());
  const auto marked = after_word(rest, std::array<std::string_view, 4>{"：", ":", "/", "／"});
  if (marked) rest = *marked;
  const bool parted = marked || trimmed(rest).size() < rest.size();
  if (!are_persons(until_next_task(rest)) || (!parted && !in_brackets)) return std::nullopt;
  return rest;
}

// 示例网讯: the words before 讯, without place or date.
std::optional<std::string_view> outlet(std::string_view text) {
  constexpr std::string_view kWord = "讯";
  if (!text.ends_with(kWord)) return std::nullopt;
  const std::string_view name = text.substr(0, text.size() - kWord.size());
  const bool reporting = contains(name, "记者") || contains(name, "通讯员") || contains(name, "电");
  if (reporting || character_count(name) < 3 || character_count(name) > 10 || !has_han(name)) return std::nullopt;
  return name;
}

struct Named {
  std::string author;
  std::string_view form;
  bool outlet = false;
};

Named named_in(std::string_view words, bool in_brackets) {
  const std::string_view text = trimmed(words);
  if (const auto name = labelled(text); name && is_author(until_next_task(*name))) {
    return {std::string(until_next_task(*name)), "a label and a name"};
  }
  if (const auto name = reporter(text, in_brackets); name && is_author(until_next_task(*name))) {
    return {std::string(until_next_task(*name)), "a reporter's name"};
  }
  if (in_brackets) {
    if (const auto name = outlet(text); name && is_author(*name)) return {std::string(*name), "who reports", true};
  }
  return {};
}

}  // namespace

Byline opening_byline(std::string_view text) {
  const auto lead = static_cast<size_t>(trimmed(text).data() - text.data());
  for (const Bracket& bracket : kBrackets) {
    if (!text.substr(lead).starts_with(bracket.open)) continue;
    const size_t inside = lead + bracket.open.size();
    const size_t close = text.find(bracket.close, inside);
    if (close == std::string_view::npos) return {};
    const std::string_view words = text.substr(inside, close - inside);
    if (character_count(words) > kLongestByline) return {};
    Named named = named_in(words, true);
    size_t end = close + bracket.close.size();
    const std::string_view rest = text.substr(end);
    const std::string_view kept = trimmed(rest);
    end += kept.empty() ? rest.size() : static_cast<size_t>(kept.data() - rest.data());
    return {lead, end, std::move(named.author), named.form, named.outlet};
  }
  return {};
}

Byline closing_byline(std::string_view text) {
  std::string_view line = trimmed(text);
  for (const Bracket& bracket : kBrackets) {
    if (!line.ends_with(bracket.close)) continue;
    const size_t open = line.rfind(bracket.open);
    if (open == std::string_view::npos) return {};
    const size_t inside = open + bracket.open.size();
    if (inside + bracket.close.size() > line.size()) return {};
    const std::string_view words = line.substr(inside, line.size() - bracket.close.size() - inside);
    if (trimmed(words).ends_with("讯") || character_count(words) > kLongestByline ||
        !ends_sentence(line.substr(0, open)))
      return {};
    const auto lead = static_cast<size_t>(line.data() - text.data());
    Named named = named_in(words, true);
    return {lead + open, text.size(), std::move(named.author), named.form, named.outlet};
  }
  return {};
}

Byline whole_byline(std::string_view text) {
  std::string_view line = trimmed(text);
  if (line.empty() || character_count(line) > kLongestByline) return {};
  bool bracketed = false;
  for (const Bracket& bracket : kBrackets) {
    const bool within = line.starts_with(bracket.open) && line.ends_with(bracket.close) &&
                        line.size() > bracket.open.size() + bracket.close.size();
    if (!within) continue;
    line.remove_prefix(bracket.open.size());
    line.remove_suffix(bracket.close.size());
    bracketed = true;
    break;
  }
  Named named = named_in(line, bracketed);
  constexpr std::string_view kAnswer = "的回答";
  if (named.author.empty() && !bracketed && line.ends_with(kAnswer)) {
    const std::string_view name = line.substr(0, line.size() - kAnswer.size());
    constexpr std::array<std::string_view, 4> kNobody = {"作者", "匿名用户", "用户", "网友"};
    const bool nobody = std::find(kNobody.begin(), kNobody.end(), trimmed(name)) != kNobody.end();
    if (is_author(name) && character_count(name) <= 12 && !nobody) {
      named = {std::string(trimmed(name)), "whose answer it is"};
    }
  }
  return {0, text.size(), std::move(named.author), named.form, named.outlet};
}

}  // namespace huozi::edit
