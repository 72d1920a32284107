// The head of a document that the article quotes in full: title lines set in the middle (class title) and whom it
// speaks to, flush left (class salutation).
#include <algorithm>
#include <array>

#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;

namespace {

constexpr size_t kLongestTitleLine = 45;
constexpr size_t kMostTitleLines = 4;
constexpr size_t kLongestSalutation = 80;

template <size_t kCount>
bool contains_word(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains(text, word); });
}

// 以下为通知全文：
bool announces_document(std::string_view text) {
  constexpr std::array<std::string_view, 12> kWords = {"全文", "如下", "原文",   "以下", "通知", "公告",
                                                       "通报", "声明", "公开信", "意见", "办法", "方案"};
  return announces(text) && contains_word(text, kWords);
}

// `first`: of the title; below it may stand in brackets when it was passed.
bool is_title_line(const Block& block, bool first) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || !is_centred(block) || has_image(paragraph->children)) return false;
  const std::string text = text_of(block);
  if (text.empty() || character_count(text) > kLongestTitleLine || !has_han(text) || dash_length(text) > 0)
    return false;
  if (!first && is_enclosed(text)) return true;
  return !ends_sentence(text) && !is_one_of(last_mark(text), U"：:，、") && !is_enclosed(text) &&
         !is_credit_or_date(text);
}

bool has_long_line(const Blocks& flow, size_t begin, size_t end) {
  constexpr size_t kLongestVerse = 10;
  return std::any_of(flow.begin() + static_cast<std::ptrdiff_t>(begin), flow.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Block& block) { return character_count(text_of(block)) > kLongestVerse; });
}

// 各区图书馆：, 尊敬的读者：; not 各馆要做到：.
bool is_salutation(const Block& block) {
  const std::string text = text_of(block);
  if (!announces(text) || character_count(text) > kLongestSalutation || contains(text, "。") || is_centred(block) ||
      is_right_aligned(block)) {
    return false;
  }
  if (text.starts_with("尊敬的") || text.starts_with("亲爱的") || text.starts_with("親愛的")) return true;
  constexpr std::array<std::string_view, 30> kAddressed = {
      "馆", "校", "局", "部", "委", "会", "院", "社", "站",   "厂",   "店",   "队",   "区",   "县",   "市",
      "省", "处", "组", "館", "會", "處", "縣", "區", "单位", "部门", "机关", "企业", "同志", "读者", "同学"};
  std::string_view name = text;
  for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
    if (name.ends_with(colon)) name = trimmed(name.substr(0, name.size() - colon.size()));
  }
  return text.starts_with("各") &&
         std::any_of(kAddressed.begin(), kAddressed.end(), [&](std::string_view word) { return name.ends_with(word); });
}

bool is_text(const Blocks& flow, size_t i) {
  return i < flow.size() && (is_running_text(text_of(flow[i])) || is_salutation(flow[i]));
}

std::vector<BlockRange> heads_in(const Blocks& flow, Pass& pass) {
  std::vector<BlockRange> ranges;
  const auto take = [&](size_t begin, size_t end, std::string_view rule, int confidence, std::string_view reason) {
    pass.decide(rule, joined(flow[begin].info.span, flow[end - 1].info.span), confidence, std::string(reason));
    if (confidence >= kTaken) ranges.push_back({begin, end, std::string(rule)});
  };
  for (size_t i = 0; i < flow.size();) {
    size_t end = i;
    while (end < flow.size() && end - i < kMostTitleLines && is_title_line(flow[end], end == i)) ++end;
    if (end == i) {
      const bool begins =
          i > 0 && (std::holds_alternative<document::Heading>(flow[i - 1].content) ||
                    (!ranges.empty() && ranges.back().end == i) || announces_document(text_of(flow[i - 1])));
      if ((begins || i == 0) && is_salutation(flow[i]) && i + 1 < flow.size()) {
        take(i, i + 1, "salutation", 80, "speaks to somebody at a document's head");
      }
      ++i;
      continue;
    }
    const bool text = is_text(flow, end);
    if (text && i > 0 && announces_document(text_of(flow[i - 1]))) {
      take(i, end, "title", 85, "centred lines under the words that announce a document");
    } else if (text && end - i >= 2 && !has_long_line(flow, i, end)) {
      take(i, end, "title", 40, "centred lines, but as short as verse");
    } else if (text && end - i >= 2) {
      take(i, end, "title", 65, "centred lines on top of each other above text");
    } else {
      take(i, end, "title", 30, text ? "one centred line above text" : "centred lines without text below them");
    }
    i = end;
  }
  return ranges;
}

}  // namespace

void find_document_heads(Pass& pass) {
  for (Blocks* flow : flows(pass.document, Flows::article)) {
    const std::vector<BlockRange> ranges = heads_in(*flow, pass);
    *flow = wrapped(std::move(*flow), ranges, pass);
  }
}

}  // namespace huozi::edit
