// P12 blanks between ideographs and words of Latin letters, over a whole book: what nine of ten places have is the
// book's habit. Not here: numbers, which take none in dates and may in amounts, and single letters (A座).
#include <algorithm>

#include <fmt/format.h>

#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr size_t kFewest = 20;

bool is_letter(char32_t c) {
  return is_latin(c) && !is_digit(c);
}

struct Place {
  size_t begin;
  size_t end;
  bool blank;
};

// Where the ideograph at `i` meets a word of letters behind it or before it, a blank between them or not.
std::vector<Place> places(const Stretch& text) {
  std::vector<Place> out;
  for (size_t i = 0; i < text.text.size(); ++i) {
    if (!is_letter(text.at(i)) || is_latin(text.before(i))) continue;
    size_t end = i;
    while (is_latin(text.at(end))) ++end;
    if (end - i < 2) continue;
    const bool blank_before = text.before(i) == U' ';
    const size_t left = blank_before ? i - 1 : i;
    if (is_han(text.before(left))) out.push_back({left - 1, end, blank_before});
    const bool blank_after = text.at(end) == U' ';
    const size_t right = blank_after ? end + 1 : end;
    if (is_han(text.at(right))) out.push_back({i, right + 1, blank_after});
    i = end - 1;
  }
  return out;
}

}  // namespace

void check_spacing(const std::vector<std::vector<Stretch>>& articles, std::vector<Findings>& out) {
  size_t with = 0;
  size_t all = 0;
  for (const std::vector<Stretch>& article : articles) {
    for (const Stretch& text : article) {
      for (const Place& place : places(text)) {
        ++all;
        with += place.blank ? 1 : 0;
      }
    }
  }
  const size_t most = std::max(with, all - with);
  if (all < kFewest || most * 10 < all * 9 || most == all) return;
  const bool blank = with > all - with;
  for (size_t i = 0; i < articles.size(); ++i) {
    size_t count = 0;
    const Stretch* first_text = nullptr;
    Place first{};
    for (const Stretch& text : articles[i]) {
      for (const Place& place : places(text)) {
        if (place.blank == blank) continue;
        if (++count > 1) continue;
        first_text = &text;
        first = place;
      }
    }
    if (count == 0) continue;
    report(out[i], *first_text, "proof.p12", first.begin, first.end,
           {first_text->words(first.begin, first.end), blank ? "no blank" : "a blank", fmt::format("{}", count),
            fmt::format("{} of {}", most, all), blank ? "a blank" : "none"});
  }
}

}  // namespace huozi::proof
