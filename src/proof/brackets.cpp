#include "proof/brackets.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kOpening = U"“‘（［｛〔【《〈「『〖";
constexpr std::u32string_view kClosing = U"”’）］｝〕】》〉」』〗";
constexpr std::u32string_view kStops = U"，。．、；：！？…—·";

// A mark that is spoken of: “（”, 、】、, or one in a long row of marks.
bool is_named(const Stretch& text, size_t i) {
  const char32_t before = text.before(i);
  const char32_t after = text.at(i + 1);
  if (is_opening(before) && is_closing(after)) return true;
  if (before == U'、' && after == U'、') return true;
  constexpr size_t kRow = 5;
  size_t begin = i;
  size_t end = i + 1;
  while (begin > 0 && i - begin < kRow && is_mark(text.at(begin - 1))) --begin;
  while (end - i < kRow && is_mark(text.at(end))) ++end;
  return end - begin >= kRow;
}

// 1） a） 十二） at the beginning of a line or behind a stop.
bool closes_number(const Stretch& text, size_t i) {
  constexpr size_t kLongest = 3;
  size_t begin = i;
  while (begin > 0 && i - begin < kLongest + 1 &&
         (is_latin(text.at(begin - 1)) || is_chinese_digit(text.at(begin - 1)) || text.at(begin - 1) == U'十' ||
          (text.at(begin - 1) >= U'①' && text.at(begin - 1) <= U'⑳'))) {
    --begin;
  }
  if (begin == i || i - begin > kLongest) return false;
  return begin == 0 || one_of(text.before(begin), U" \u3000\u00A0\n，。、；：！？") || text.before(begin) == kObject;
}

bool is_apostrophe(const Stretch& text, size_t i) {
  return is_latin(text.before(i)) && is_latin(text.at(i + 1));
}

// What is perhaps no half of a pair.
bool is_doubtful(const Stretch& text, size_t i) {
  const char32_t c = text.at(i);
  if (c == kRound.close || c == kHalfRound.close) return closes_number(text, i);
  if (c == kSingle.close) return is_latin(text.before(i)) || is_digit(text.at(i + 1));
  if (c == kSingle.open) return is_digit(text.at(i + 1));
  return c == kDouble.close && is_digit(text.before(i));
}

Brackets match_but(const Stretch& text, Kind kind, bool doubtful) {
  Brackets out;
  for (size_t i = 0; i < text.text.size(); ++i) {
    const char32_t c = text.at(i);
    if (c != kind.open && c != kind.close) continue;
    if (c == kSingle.close && is_apostrophe(text, i)) continue;
    if (is_named(text, i) || (!doubtful && is_doubtful(text, i))) continue;
    if (c == kind.open) {
      out.opens.push_back(i);
    } else if (out.opens.empty()) {
      out.closes.push_back(i);
    } else {
      out.pairs.push_back({out.opens.back(), i, out.opens.size() - 1});
      out.opens.pop_back();
    }
  }
  return out;
}

}  // namespace

bool is_opening(char32_t c) {
  return one_of(c, kOpening);
}

bool is_closing(char32_t c) {
  return one_of(c, kClosing);
}

bool is_mark(char32_t c) {
  return is_opening(c) || is_closing(c) || one_of(c, kStops);
}

Brackets match(const Stretch& text, Kind kind) {
  Brackets all = match_but(text, kind, true);
  if (all.whole()) return all;
  Brackets fewer = match_but(text, kind, false);
  const auto left = [](const Brackets& each) { return each.opens.size() + each.closes.size(); };
  return left(fewer) < left(all) ? fewer : all;
}

}  // namespace huozi::proof
