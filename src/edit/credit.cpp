#include "edit/credit.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestName = 16;  // characters of agency and name before 摄 or 供图

// Offset after the last sentence mark, opening bracket or blank at least one word back from `end`.
size_t word_begin(std::string_view text, size_t end) {
  constexpr std::u32string_view kStops = U"。！？；，：、（(）)】》”";
  size_t begin = 0;
  for (const auto item : base::CodePoints(text.substr(0, end))) {
    const bool stop = is_blank(item.code_point) || kStops.find(item.code_point) != kStops.npos;
    if (stop && item.offset + item.length < end) begin = item.offset + item.length;
  }
  return begin;
}

// The bracket round the credit belongs to it.
size_t with_bracket(std::string_view text, size_t begin) {
  for (const std::string_view bracket : {std::string_view("（"), std::string_view("(")}) {
    if (text.substr(0, begin).ends_with(bracket)) return begin - bracket.size();
  }
  return begin;
}

// 新华社记者 燕雁 摄: from the agency on; without 记者 the name alone. `parted`: then only when something parts the
// name from the verb or from the words before it (林舟 摄, （林舟摄）, not 拍摄).
size_t photographer_begin(std::string_view text, size_t verb, bool parted) {
  const size_t reporter = text.rfind("记者", verb);
  if (reporter != std::string_view::npos && character_count(text.substr(reporter, verb - reporter)) <= kLongestName) {
    return word_begin(text, reporter + std::string_view("记者").size());
  }
  std::string_view name = text.substr(0, verb);
  while (!name.empty() && (name.back() == '/' || name.back() == ' ')) name.remove_suffix(1);
  if (name.ends_with("　")) name.remove_suffix(std::string_view("　").size());
  const size_t begin = word_begin(text, name.size());
  const size_t length = character_count(name.substr(begin));
  const bool apart = name.size() < verb || with_bracket(text, begin) < begin;
  return length > 0 && length <= kLongestName && (apart || !parted) ? begin : kNoCredit;
}

size_t source_begin(std::string_view text) {
  constexpr std::array<std::string_view, 16> kWords = {
      "图/",      "图｜",     "摄影：",   "摄影/",  "图源",   "图自",     "图片来源", "圖片來源",
      "照片来源", "照片來源", "图片来自", "图片由", "资料图", "视频截图", "影片截圖", "来源："};
  size_t first = kNoCredit;
  for (const std::string_view word : kWords) {
    const size_t at = text.find(word);
    if (at != std::string_view::npos && word_begin(text, at + word.size()) == at) first = std::min(first, at);
  }
  return first;
}

}  // namespace

size_t credit_begin(std::string_view caption) {
  if (const size_t source = source_begin(caption); source != kNoCredit) return with_bracket(caption, source);
  std::string_view text = trimmed(caption);
  for (const std::string_view closing : {std::string_view("）"), std::string_view(")"), std::string_view("。")}) {
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  const auto offset = static_cast<size_t>(text.data() - caption.data());
  for (const std::string_view verb : {std::string_view("供图"), std::string_view("摄"), std::string_view("攝")}) {
    if (!text.ends_with(verb)) continue;
    const size_t begin = photographer_begin(text, text.size() - verb.size(), verb != "供图");
    if (begin != kNoCredit) return with_bracket(caption, offset + begin);
  }
  return kNoCredit;
}

}  // namespace huozi::edit
