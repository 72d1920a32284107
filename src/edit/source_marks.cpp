// What an article says of itself by its wording: that its title was altered, that its text is not whole.
// No word of it is changed.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestMark = 24;

bool is_word_character(char32_t cp) {
  return (cp >= U'a' && cp <= U'z') || (cp >= U'A' && cp <= U'Z') || (cp >= U'0' && cp <= U'9');
}

// Scrapers write _ for what file names cannot hold. The title with “ ” for those that pair round words, ？ for one at
// the end and ： for others beside Chinese; nothing when there are none: snake_case, __init__ and _name are names.
std::string proposed_title(std::string_view title) {
  std::u32string text = base::to_utf32(title);
  const auto at = [&](size_t i) { return i < text.size() ? text[i] : U' '; };
  const auto before = [&](size_t i) { return i > 0 ? text[i - 1] : U' '; };
  std::vector<size_t> places;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool within_name = is_word_character(before(i)) && is_word_character(at(i + 1));
    if (text[i] == U'_' && before(i) != U'_' && at(i + 1) != U'_' && !within_name) places.push_back(i);
  }
  bool found = false;
  for (size_t k = 0; k < places.size(); ++k) {
    const size_t open = places[k];
    const size_t close = k + 1 < places.size() ? places[k + 1] : 0;
    if (close > open + 1 && !is_blank(at(open + 1)) && !is_blank(before(close))) {
      text[open] = U'“';
      text[close] = U'”';
      ++k;
    } else if (is_han(before(open)) || is_han(at(open + 1))) {
      text[open] = open + 1 == text.size() ? U'？' : U'：';
    } else {
      continue;
    }
    found = true;
  }
  return found && has_han(title) ? base::to_utf8(text) : std::string();
}

void check_title(Pass& pass) {
  const document::ArticleMetadata& metadata = pass.document.metadata;
  if (metadata.title_span.file == source::kNoFile) return;  // given in book.yaml
  std::string proposal = proposed_title(metadata.title);
  if (!proposal.empty()) pass.diagnostics.report("article.title", metadata.title_span, {metadata.title, proposal});
}

std::string_view last_character(std::string_view text) {
  size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) continue;
  return text.substr(at);
}

// What stands in a pair of brackets, or is a line of its own.
std::string_view mark_of_omission(std::string_view text) {
  constexpr std::array<std::string_view, 14> kBracketed = {"有删减", "有刪減",   "有删改",   "有刪改",    "有删节",
                                                           "有刪節", "未完待续", "未完待續", "以下省略",  "下略",
                                                           "以下略", "节选",     "節選",     "本文为节选"};
  constexpr std::array<std::string_view, 10> kLines = {"阅读全文", "閱讀全文",     "查看全文", "展开全文",
                                                       "展開全文", "阅读原文全文", "余下全文", "未完待续",
                                                       "未完待續", "点击阅读全文"};
  const std::string_view line = trimmed(text);
  for (const std::string_view words : kLines) {
    if (line.starts_with(words) && character_count(line) <= character_count(words) + 3) return line;
  }
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}, {"【", "】"}}) {
    for (size_t begin = line.find(open); begin != std::string_view::npos; begin = line.find(open, begin + 1)) {
      const std::string_view rest = line.substr(begin, kLongestMark * 4);
      const size_t end = rest.find(close);
      if (end == std::string_view::npos) continue;
      const std::string_view mark = rest.substr(0, end + close.size());
      if (character_count(mark) > kLongestMark) continue;
      // “（节选）” speaks of such a mark.
      if (contains_any(last_character(line.substr(0, begin)), U"“‘「『\"")) continue;
      const std::string_view words = trimmed(mark.substr(open.size(), end - open.size()));
      const bool found = std::any_of(kBracketed.begin(), kBracketed.end(),
                                     [&](std::string_view word) { return words.ends_with(word); });
      if (found) return mark;
    }
  }
  return {};
}

void report_omissions(Pass& pass) {
  for (document::Blocks* flow : flows(pass.document, Flows::quoted)) {
    for (const document::Block& block : *flow) {
      const document::Paragraph* paragraph = paragraph_of(block);
      if (paragraph == nullptr) continue;
      const std::string text = document::plain_text(paragraph->children);
      const std::string_view mark = mark_of_omission(text);
      if (!mark.empty()) pass.diagnostics.report("article.not-whole", block.info.span, {std::string(mark)});
    }
  }
}

}  // namespace

void report_source_marks(Pass& pass) {
  check_title(pass);
  report_omissions(pass);
}

}  // namespace huozi::edit
