#include "edit/heading_evidence.h"

#include <algorithm>
#include <array>

#include "edit/attribution_shape.h"
#include "edit/inline_edit.h"
#include "edit/item_number.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"

namespace huozi::edit {

using document::HeadingFamily;

namespace {

constexpr size_t kLongestPlainHeading = 35;
constexpr size_t kLongestStrongHeading = 50;
constexpr size_t kShortestLongParagraph = 40;
constexpr size_t kArabicHeadings = 3;
constexpr size_t kFamilies = static_cast<size_t>(HeadingFamily::unnumbered);

// Why a line cannot name a part, wherever it stands; nothing when it may.
struct Refusal {
  int confidence = 0;
  std::string_view reason;  // empty: none
};

Refusal refusal_of(const Line& line) {
  if (dash_length(line.text) > 0) return {5, "begins with a dash"};
  if (is_right_aligned(*line.block)) return {15, "stands at the right"};
  if (is_enclosed(line.text)) return {15, "stands in brackets or quotation marks"};
  if (is_credit_or_date(line.text)) return {15, "a byline, a source or a date"};
  if (line.length < 2 || !has_han(line.text)) return {30, "no words of Han"};
  return {};
}

// 一是, 首先, 第一，: these count the points of an argument.
bool begins_as_point(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords = {"首先", "其次", "再次", "最后", "最後"};
  if (std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return text.starts_with(word); })) {
    return true;
  }
  constexpr std::array<std::string_view, 10> kDigits = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const bool ordinal = text.starts_with("第");
  if (ordinal) text.remove_prefix(std::string_view("第").size());
  size_t digits = 0;
  for (bool more = true; more && digits < 3;) {
    more = false;
    for (const std::string_view digit : kDigits) {
      if (!text.starts_with(digit)) continue;
      text.remove_prefix(digit.size());
      ++digits;
      more = true;
      break;
    }
  }
  return digits > 0 && (text.starts_with("是") || (ordinal && text.starts_with("，")));
}

// 示例网：您怎么看？ in bold: a question put to somebody, not a title.
bool is_spoken(const Line& line) {
  constexpr size_t kLongestSpeaker = 10;
  size_t colon = line.text.find("：");
  if (colon == std::string::npos) colon = line.text.find(':');
  return !line.is_numbered() && colon != std::string::npos && ends_sentence(line.text) &&
         character_count(std::string_view(line.text).substr(0, colon)) <= kLongestSpeaker;
}

bool is_arabic(const Line& line) {
  return line.family == HeadingFamily::arabic || line.family == HeadingFamily::bracketed_arabic;
}

// Short, without a sentence's marks.
bool is_plain_line(const Line& line) {
  return line.plain && line.length <= kLongestPlainHeading && !contains_any(line.text, U"。！？；：!?;:…") &&
         !line.text.ends_with("，") && !line.text.ends_with("、");
}

bool reads_as_plain_heading(const Line& line) {
  return is_plain_line(line) && !is_arabic(line) && !item_number(line.text) && refusal_of(line).reason.empty();
}

bool reads_as_strong_heading(const Line& line) {
  return line.strong && line.length <= kLongestStrongHeading && refusal_of(line).reason.empty() &&
         !contains(line.text, "。") && !is_one_of(last_mark(line.text), U"；：，、;:,") && !is_spoken(line);
}

// Under a picture without a caption a short line may be the caption.
bool is_captioned_figure(const document::Block& block) {
  const auto* figure = std::get_if<document::Figure>(&block.content);
  return figure != nullptr && (!figure->caption.empty() || !figure->credit.empty());
}

// A story in dialogue, where a short line by itself means little.
bool has_short_paragraphs(const std::vector<Line>& lines) {
  constexpr size_t kShort = 20;
  constexpr size_t kFewest = 3;
  const auto count = [&](auto test) { return static_cast<size_t>(std::count_if(lines.begin(), lines.end(), test)); };
  const size_t paragraphs = count([](const Line& line) { return line.is_paragraph(); });
  const size_t brief = count([](const Line& line) {
    return line.is_paragraph() && line.length <= kShort && ends_sentence(line.text) && dash_length(line.text) == 0;
  });
  return brief >= kFewest && brief * 6 >= paragraphs;
}

// A judgement as it grows: points for, or against, each with its words.
class Scale {
 public:
  Scale(std::string_view rule, int points, std::string_view what) : judgement_{rule, points, std::string(what)} {}

  void add(int points, std::string_view what) {
    judgement_.confidence += points;
    judgement_.reason += ", ";
    judgement_.reason += what;
  }
  int points() const { return judgement_.confidence; }
  Judgement result() {
    judgement_.confidence = std::clamp(judgement_.confidence, 0, 98);
    return std::move(judgement_);
  }

 private:
  Judgement judgement_;
};

}  // namespace

HeadingEvidence::HeadingEvidence(const document::Blocks& flow, bool plain_lines)
    : lines_(lines_of(flow)),
      plain_lines_(plain_lines),
      short_paragraphs_(has_short_paragraphs(lines_)),
      text_end_(lines_.size()) {
  while (text_end_ > 0 && reads_as_strong_heading(lines_[text_end_ - 1])) --text_end_;
  find_places();
  find_arabic_headings();
}

std::optional<Judgement> HeadingEvidence::judge(size_t i) const {
  const Line& line = lines_[i];
  if (!line.is_paragraph() || line.in_verse || (line.plain && dash_length(line.text) > 0)) return std::nullopt;
  if (line.strong) return judge_strong(i);
  if (!line.plain) {
    const auto& nodes = paragraph_of(*line.block)->children;
    if (begins_with_strong(nodes)) return Judgement{"heading.lead-in", 10, "bold words before running text"};
    return std::nullopt;
  }
  if (!is_plain_line(line)) {
    const bool sentence = line.is_numbered() && !is_arabic(line) && line.length <= kLongestPlainHeading;
    if (sentence && ends_sentence(line.text))
      return Judgement{"heading.number", 40, "numbered, but ends as a sentence"};
    return std::nullopt;
  }
  return is_arabic(line) ? judge_arabic(i) : judge_plain(i);
}

Judgement HeadingEvidence::judge_strong(size_t i) const {
  const Line& line = lines_[i];
  constexpr std::string_view kRule = "heading.bold";
  if (line.length > kLongestStrongHeading) return {kRule, 10, "bold, but too long"};
  if (const Refusal refusal = refusal_of(line); !refusal.reason.empty()) {
    return {kRule, refusal.confidence, std::string(refusal.reason)};
  }
  if (contains(line.text, "。")) return {kRule, 15, "bold, but ends as a sentence"};
  if (announces(line.text)) return {kRule, 30, "bold, but announces what follows"};
  if (is_one_of(last_mark(line.text), U"；，、;,")) return {kRule, 20, "bold, but goes on below"};
  if (is_spoken(line)) return {kRule, 30, "bold, but said by somebody"};
  if (i + 1 >= text_end_) return {kRule, 20, "bold, but nothing stands below it"};
  Scale scale(kRule, 70, "a bold line by itself");
  if (line.is_numbered()) scale.add(12, "numbered");
  if (places_[i] == Place::next) scale.add(6, "the next of its sequence");
  if (places_[i] == Place::gap) scale.add(-12, "out of sequence");
  if (precedes_text(i, 0)) scale.add(10, "text follows");
  return scale.result();
}

Judgement HeadingEvidence::judge_plain(size_t i) const {
  const Line& line = lines_[i];
  const std::string_view rule = line.is_numbered() ? "heading.number" : "heading.plain";
  if (const Refusal refusal = refusal_of(line); !refusal.reason.empty()) {
    return {rule, refusal.confidence, std::string(refusal.reason)};
  }
  if (!plain_lines_) return {rule, 20, "a short line, but the article marks its headings"};
  if (i + 1 >= text_end_) return {rule, 10, "a short line with nothing below it"};
  if (item_number(line.text)) return {rule, 30, "numbered as a list's item"};
  if (is_in_stack(i)) return {rule, 25, "two such lines on top of each other"};
  if (begins_as_point(line.text)) return {rule, 30, "a point of an argument"};
  constexpr int kBase = 30;
  Scale scale(rule, kBase, line.is_numbered() ? "a numbered line by itself" : "a short line by itself");
  if (is_attributed(i)) {
    scale.add(50, "a quotation with its source follows");
  } else if (line.is_numbered()) {
    const Line& next = lines_[i + 1];
    const bool items = next.is_numbered() || dash_length(next.text) > 0;
    const bool leads = next.strong || is_running_text(next.text) || items;
    if (leads) scale.add(40, items ? "numbered lines or items follow" : "text follows");
  } else if (precedes_text(i, kShortestLongParagraph)) {
    scale.add(15, "text follows");
    if (follows_text(i)) scale.add(25, "text stands before");
    if (short_paragraphs_) scale.add(-25, "but the article has many short paragraphs");
  }
  if (scale.points() == kBase) return {rule, kBase, "a short line without text under it"};
  if (places_[i] == Place::first) scale.add(5, "the first of its sequence");
  if (places_[i] == Place::next) scale.add(15, "the next of its sequence");
  if (places_[i] == Place::gap) scale.add(-15, "out of sequence");
  return scale.result();
}

// Plain lines with 1. are questions and steps more often than headings.
Judgement HeadingEvidence::judge_arabic(size_t i) const {
  constexpr std::string_view kRule = "heading.number";
  if (!arabic_heading_[i]) return {kRule, 30, "numbered as a list's item or a question"};
  if (!plain_lines_) return {kRule, 20, "a numbered line, but the article marks its headings"};
  return {kRule, 70, "one of a sequence from 1 on, with text under each"};
}

void HeadingEvidence::find_places() {
  places_.assign(lines_.size(), Place::none);
  std::array<int64_t, kFamilies> last = {};
  for (size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (!line.number || !(reads_as_strong_heading(line) || reads_as_plain_heading(line))) continue;
    const auto family = static_cast<size_t>(line.family);
    const int64_t before = last[family];
    places_[i] = *line.number == 1 ? Place::first : *line.number == before + 1 ? Place::next : Place::gap;
    last[family] = *line.number;
    std::fill(last.begin() + static_cast<std::ptrdiff_t>(family) + 1, last.end(), 0);
  }
}

void HeadingEvidence::find_arabic_headings() {
  arabic_heading_.assign(lines_.size(), false);
  std::vector<size_t> sequence;
  const auto close = [&] {
    if (sequence.size() >= kArabicHeadings) {
      for (const size_t i : sequence) arabic_heading_[i] = true;
    }
    sequence.clear();
  };
  for (size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (line.family != HeadingFamily::arabic || !line.number) continue;
    const bool fits = is_plain_line(line) && !line.in_verse && refusal_of(line).reason.empty() &&
                      !line.text.ends_with("）") && precedes_text(i, kShortestLongParagraph);
    if (!fits || *line.number != static_cast<int64_t>(sequence.size()) + 1) close();
    if (fits && *line.number == static_cast<int64_t>(sequence.size()) + 1) sequence.push_back(i);
  }
  close();
}

// Two plain lines of a kind on top of each other: a title set in lines, a signature.
bool HeadingEvidence::is_in_stack(size_t i) const {
  const auto alike = [&](size_t k) {
    return reads_as_plain_heading(lines_[k]) && lines_[k].family == lines_[i].family;
  };
  return (i > 0 && alike(i - 1)) || (i + 1 < lines_.size() && alike(i + 1));
}

bool HeadingEvidence::is_attributed(size_t i) const {
  if (i + 2 >= lines_.size() || !is_attribution(lines_[i + 2].text)) return false;
  return std::holds_alternative<document::Quotation>(lines_[i + 1].block->content) || ends_sentence(lines_[i + 1].text);
}

bool HeadingEvidence::precedes_text(size_t i, size_t length) const {
  if (i + 1 >= lines_.size()) return false;
  const Line& next = lines_[i + 1];
  return std::holds_alternative<document::Quotation>(next.block->content) ||
         (is_running_text(next.text) && next.length >= length);
}

bool HeadingEvidence::follows_text(size_t i) const {
  if (i == 0) return false;
  const Line& before = lines_[i - 1];
  return is_running_text(before.text) || is_attribution(before.text) || is_captioned_figure(*before.block);
}

}  // namespace huozi::edit
