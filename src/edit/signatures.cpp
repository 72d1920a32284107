// Who signs and when, in the last lines of the article or of a document within it: a division of class signature.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "document/heading_family.h"
#include "edit/chinese_date.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;

namespace {

constexpr size_t kLongestLine = 30;
constexpr size_t kMostLines = 5;
constexpr size_t kMostCredits = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 2022.3.1, 2022-03-01, 2022/3/1
bool is_numeric_date(std::string_view text) {
  size_t groups = 0;
  size_t digits = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      ++digits;
    } else if ((c == '.' || c == '-' || c == '/') && digits > 0) {
      if (digits != (groups == 0 ? 4U : digits)) return false;
      ++groups;
      digits = 0;
    } else {
      return false;
    }
  }
  return groups == 2 && digits >= 1 && digits <= 2;
}

// 2022年3月1日, 2022年3月1日于示例市
bool is_date(std::string_view line) {
  if (is_numeric_date(line)) return true;
  const std::optional<DateMatch> date = find_date(line);
  if (!date || date->begin != 0) return false;
  const std::string_view after = trimmed(line.substr(date->end));
  const bool place = after.starts_with("于") || after.starts_with("於");
  return after.empty() || (place && character_count(after) <= 9);
}

size_t han_count(std::string_view text) {
  size_t count = 0;
  for (const auto item : base::CodePoints(text)) {
    if (is_blank(item.code_point)) continue;
    if (!is_han(item.code_point)) return 0;
    ++count;
  }
  return count;
}

bool is_body(std::string_view name) {
  return is_one_of(last_mark(name), U"局部委会院馆校社室司厅署组处所府团站厂店队学办心會館學處廳") &&
         character_count(name) >= 3;
}
bool is_person(std::string_view name) {
  const size_t count = han_count(name);
  return count >= 2 && count <= 4;
}
bool is_name(std::string_view name) {
  return (is_body(name) || is_person(name)) && !contains_any(name, U"，。；：！？、“”《》");
}

// 示例市图书馆 2022年3月1日; a person's name only with a blank after it, for 他在 is none.
bool is_name_with_date(std::string_view line) {
  const std::optional<DateMatch> date = find_last_date(line);
  if (!date || date->end != line.size()) return false;
  const std::string_view before = line.substr(0, date->begin);
  const std::string_view name = trimmed(before);
  return is_body(name) ? is_name(name) : name.size() < before.size() && is_name(name);
}

bool may_be_signed(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || has_image(paragraph->children)) return false;
  const std::string text = text_of(block);
  return !text.empty() && character_count(text) <= kLongestLine && !ends_sentence(text) && !announces(text) &&
         dash_length(text) == 0 && !is_enclosed(text) &&
         document::family_of(text) == document::HeadingFamily::unnumbered;
}

// Where a document may end: at the flow's end, before a heading, before what is enclosed (附件).
bool ends_document(const Blocks& flow, size_t i) {
  if (i == flow.size()) return true;
  return std::holds_alternative<document::Heading>(flow[i].content) ||
         std::holds_alternative<document::ThematicBreak>(flow[i].content) || text_of(flow[i]).starts_with("附件");
}

struct Signature {
  size_t begin = 0;
  int confidence = 0;
  std::string_view reason;
};

// Of the lines [first, end), all of which may be signed.
std::optional<Signature> judge(const Blocks& flow, size_t first, size_t end) {
  const auto right = [&](size_t i) { return is_right_aligned(flow[i]); };
  size_t begin = end;
  while (begin > first && right(begin - 1)) --begin;
  if (begin < end) return Signature{begin, 92, "short lines at the right, the last of all"};
  const std::string last = text_of(flow[end - 1]);
  if (is_name_with_date(last)) {
    if (end - 1 > first && is_name_with_date(text_of(flow[end - 2]))) {
      return Signature{end - 1, 35, "one of several lines with dates"};
    }
    if (is_centred(flow[end - 1])) return Signature{end - 1, 40, "a name with a date, but centred"};
    return Signature{end - 1, 75, "a name with a date, the last of all"};
  }
  if (!is_date(last)) return std::nullopt;
  begin = end - 1;
  while (begin > first && is_name(text_of(flow[begin - 1]))) --begin;
  if (begin == end - 1) return Signature{begin, 40, "a date without a name"};
  const bool centred = std::any_of(flow.begin() + static_cast<std::ptrdiff_t>(begin),
                                   flow.begin() + static_cast<std::ptrdiff_t>(end), is_centred);
  if (centred) return Signature{begin, 40, "a name and a date, but centred"};
  return Signature{begin, is_body(text_of(flow[end - 2])) ? 85 : 70, "a name and a date, the last of all"};
}

std::vector<BlockRange> signatures_in(const Blocks& flow, Pass& pass) {
  std::vector<BlockRange> ranges;
  for (size_t i = 1; i <= flow.size(); ++i) {
    if (!ends_document(flow, i)) continue;
    size_t end = i;
    // Below it may stand who edited the page.
    for (size_t credits = 0; credits < kMostCredits && end > 0; ++credits) {
      const std::string text = text_of(flow[end - 1]);
      const bool credit = is_credit_or_date(text) || contains(text, "编辑：") || contains(text, "編輯：");
      if (text.empty() || is_right_aligned(flow[end - 1]) || !credit || find_date(text)) break;
      --end;
    }
    size_t first = end;
    while (first > 0 && end - first < kMostLines && may_be_signed(flow[first - 1])) --first;
    // A document is more than its signature.
    if (first == end || first == 0) continue;
    const std::optional<Signature> signature = judge(flow, first, end);
    if (!signature) continue;
    const source::Span span = joined(flow[signature->begin].info.span, flow[end - 1].info.span);
    pass.decide("signature", span, signature->confidence, std::string(signature->reason));
    const bool apart = ranges.empty() || ranges.back().end <= signature->begin;
    if (signature->confidence >= kTaken && apart) ranges.push_back({signature->begin, end, "signature"});
  }
  return ranges;
}

}  // namespace

void find_signatures(Pass& pass) {
  for (Blocks* flow : flows(pass.document, Flows::article)) {
    const std::vector<BlockRange> ranges = signatures_in(*flow, pass);
    *flow = wrapped(std::move(*flow), ranges, pass);
  }
}

}  // namespace huozi::edit
