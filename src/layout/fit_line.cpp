#include "layout/fit_line.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/word_boundary.h"

namespace huozi::layout {
namespace {

constexpr std::string_view kEllipsis = "…";

// A text that is wider need not be known whole.
Length far_more_than(Length room, const TextStyle& style) {
  return std::max(room, style.size) * 4;
}

// The line with its letters drawn together by the least that will do; nothing where they would touch.
FittedText drawn_together(std::string_view text, const PlainText& natural, const TextStyle& style, text::Shaper& shaper,
                          Length room) {
  int64_t gaps = -1;
  for (const GlyphRun& run : natural.runs) gaps += static_cast<int64_t>(run.glyphs.size());
  const Length over = natural.width - room;
  const Length least = style::least_letter_spacing(style.size);
  if (gaps < 1 || over > (style.spacing.letter_spacing - least) * gaps) return {};
  TextStyle tight = style;
  tight.spacing.letter_spacing = std::max(style.spacing.letter_spacing - over / gaps - Length::from_raw(1), least);
  FittedText fitted{set_plain(text, tight, shaper, {}, far_more_than(room, style)), false};
  return fitted.text.width <= room ? fitted : FittedText{};
}

// The marks that a line cut after them does not keep.
std::string_view without_pause(std::string_view text) {
  constexpr std::array<std::string_view, 9> kPauses = {"，", "、", "：", "；", "—", "　", " ", ":", ","};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view pause : kPauses) {
      if (!text.ends_with(pause)) continue;
      text.remove_suffix(pause.size());
      found = true;
    }
  }
  return text;
}

// Within 二〇三五年, 第十四个: figures are not parted from each other and what they count.
bool splits_figure(std::string_view text, size_t at) {
  constexpr std::u32string_view kFigures = U"〇零一二三四五六七八九十百千万亿第0123456789";
  constexpr std::u32string_view kCounted = U"年月日时届个次章节条号";
  char32_t before = 0;
  for (const auto character : base::CodePoints(text.substr(0, at))) before = character.code_point;
  const char32_t after = at < text.size() ? base::decode_utf8(text, at).code_point : 0;
  return kFigures.find(before) != kFigures.npos &&
         (kFigures.find(after) != kFigures.npos || kCounted.find(after) != kCounted.npos);
}

// Where to cut, at most `most` bytes: behind a pause in the last third, else between words in the last half,
// else anywhere.
std::string_view cut_by_sense(std::string_view text, size_t most, std::string_view language) {
  const std::string_view kept = text.substr(0, most);
  for (const auto character : base::CodePoints(kept)) {
    const size_t end = character.offset + character.length;
    if (end * 3 < most * 2) continue;
    const std::string_view head = kept.substr(0, end);
    if (const std::string_view shorter = without_pause(head); shorter.size() < head.size()) return shorter;
  }
  size_t best = 0;
  // A few characters more, so that the last word is seen whole.
  size_t seen = most;
  for (int more = 0; more < 8 && seen < text.size(); ++more) seen += base::decode_utf8(text, seen).length;
  for (const uint32_t boundary : text::word_boundaries(text.substr(0, seen), language)) {
    if (boundary <= most && !splits_figure(text, boundary)) best = boundary;
  }
  return without_pause(best * 2 >= most ? kept.substr(0, best) : kept);
}

}  // namespace

FittedText fit_line(std::string_view text, const TextStyle& style, text::Shaper& shaper, Length room) {
  if (room <= Length()) return {{}, !text.empty()};
  PlainText natural = set_plain(text, style, shaper, {}, far_more_than(room, style));
  if (natural.width <= room) return {std::move(natural), false};
  if (FittedText tight = drawn_together(text, natural, style, shaper, room); !tight.text.runs.empty()) return tight;
  PlainText hard = set_plain(text, style, shaper, {}, room);
  std::string kept;
  for (const GlyphRun& run : hard.runs) kept += run.text;
  if (!kept.ends_with(kEllipsis)) return {std::move(hard), true};
  kept.resize(kept.size() - kEllipsis.size());
  if (!text.starts_with(kept)) return {std::move(hard), true};
  const std::string_view head = cut_by_sense(text, kept.size(), style.language);
  if (head.empty()) return {std::move(hard), true};
  return {set_plain(std::string(head).append(kEllipsis), style, shaper, {}, room), true};
}

}  // namespace huozi::layout
