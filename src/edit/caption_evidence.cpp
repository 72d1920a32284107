#include "edit/caption_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/heading_family.h"
#include "document/plain_text.h"
#include "edit/credit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestCaption = 200;
constexpr size_t kLongestCentredCaption = 60;
constexpr size_t kLongestPlainCaption = 30;

template <size_t kCount>
bool begins_with_any(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

bool has_caption_class(const document::Attributes& attributes) {
  constexpr std::array<std::string_view, 11> kClasses = {"img-desc",      "pic-desc",   "caption",        "img-caption",
                                                         "image-caption", "figcaption", "photo-desc",     "img-title",
                                                         "pic-title",     "img-info",   "wp-caption-text"};
  return std::any_of(kClasses.begin(), kClasses.end(),
                     [&](std::string_view name) { return attributes.has_class(name); });
}

// 图1 …, 图为…, ▲…: says itself that it belongs to a picture.
bool points_at_picture(std::string_view text) {
  constexpr std::array<std::string_view, 9> kPointers = {"▲",    "△",      "↑",      "▼",   "图为",
                                                         "圖為", "图注：", "图说：", "上图"};
  if (begins_with_any(text, kPointers)) return true;
  for (const std::string_view word : {std::string_view("图"), std::string_view("圖")}) {
    if (!text.starts_with(word)) continue;
    const std::string_view after = trimmed(text.substr(word.size()));
    if (after.empty()) return false;
    constexpr std::string_view kDigits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    if (after.front() >= '0' && after.front() <= '9') return true;
    // 图一：…, not 图一乐.
    for (const std::string_view digit : kDigits) {
      if (!after.starts_with(digit)) continue;
      const std::string_view rest = after.substr(digit.size());
      return rest.starts_with("：") || rest.starts_with(" ") || rest.starts_with("　") || rest.starts_with("、");
    }
  }
  return false;
}

// （林舟漫画作品，有改动）
bool is_remark_on_picture(std::string_view text) {
  if (contains(text, "漫画作品") || contains(text, "漫畫作品")) return true;
  return is_enclosed(text) && (contains(text, "有改动") || contains(text, "有改動") || contains(text, "作品）"));
}

// 书库平面图, 阅览室一角: names what a picture shows.
bool names_a_picture(std::string_view text) {
  constexpr std::array<std::string_view, 12> kEndings = {"示意图",   "架构图", "结构图", "流程图", "效果图", "平面图",
                                                         "资料图片", "截图",   "现场照", "一角",   "合影",   "外景"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view word) { return text.ends_with(word); });
}

}  // namespace

CaptionJudgement judge_caption(const document::Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || has_image(paragraph->children)) return {0, "no words under the picture"};
  const std::string whole = document::plain_text(paragraph->children);
  const std::string_view text = trimmed(whole);
  const size_t length = character_count(text);
  if (length == 0) return {0, "no words under the picture"};
  if (is_wholly_strong(paragraph->children)) return {20, "a bold line"};
  if (dash_length(text) > 0) return {10, "begins with a dash"};
  if (length > kLongestCaption) return {5, "running text"};
  if (has_caption_class(block.info.attributes)) return {97, "a class for captions"};
  if (credit_begin(text) != kNoCredit) return {95, "names who took the picture"};
  if (is_remark_on_picture(text)) return {90, "a remark on the picture"};
  if (points_at_picture(text)) return {85, "points at the picture"};
  if (is_grey(paragraph->children)) return {85, "grey type"};
  if (is_centred(block) && length <= kLongestCentredCaption) return {75, "a short centred line"};
  if (document::family_of(text) != document::HeadingFamily::unnumbered) return {15, "a numbered line"};
  if (!ends_sentence(text) && length <= kLongestPlainCaption) {
    if (names_a_picture(text)) return {65, "names what a picture shows"};
    return {40, "a short line that may be a heading too"};
  }
  return {10, "running text"};
}

bool title_is_caption(std::string_view title, std::string_view article_title) {
  const std::string_view words = trimmed(title);
  const size_t length = character_count(words);
  return length >= 4 && length <= kLongestCentredCaption && has_han(words) && words != trimmed(article_title) &&
         !contains(words, "http") && !contains(words, "_");
}

}  // namespace huozi::edit
