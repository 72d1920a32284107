#include "base/utf8.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kHalf = U",;:!?";
constexpr std::u32string_view kFull = U"，；：！？";
constexpr std::u32string_view kStops = U"，。、；：！？";
constexpr std::u32string_view kBlanks = U" \u00A0\u3000\u200B\uFEFF";
constexpr size_t kLongestBracket = 60;

std::string one(char32_t c) {
  return base::to_utf8(std::u32string(1, c));
}

void half_width(const Stretch& text, size_t i, Findings& out) {
  const size_t mark = kHalf.find(text.at(i));
  if (mark != std::u32string_view::npos && is_han(text.before(i))) {
    const size_t next = text.at(i + 1) == U' ' ? i + 2 : i + 1;
    const char32_t after = text.at(next);
    if (is_han(after) || after == kNothing || one_of(after, U"”’》）")) {
      report(out, text, "proof.p02", i, i + 1, {text.words(i, i + 1), one(kFull[mark])}, one(kFull[mark]));
    }
  }
  if (text.at(i) != U'(' || !is_han(text.before(i))) return;
  bool han = false;
  for (size_t end = i + 1; end < text.text.size() && end - i <= kLongestBracket; ++end) {
    if (text.at(end) == U'(') return;
    if (text.at(end) == U')') {
      if (han) report(out, text, "proof.p02", i, end + 1, {"( )", "（ ）"}, "（" + text.words(i + 1, end) + "）");
      return;
    }
    han = han || is_han(text.at(end));
  }
}

// Where the run of `c` that begins at i ends.
size_t run_end(const Stretch& text, size_t i, char32_t c) {
  while (text.at(i) == c) ++i;
  return i;
}

void ellipsis(const Stretch& text, size_t i, Findings& out) {
  const char32_t c = text.at(i);
  if (!one_of(c, U".。…") || text.before(i) == c || !is_han(text.before(i))) return;
  const size_t end = run_end(text, i, c);
  const char32_t after = text.at(end);
  const bool ended = after == kNothing || is_han(after) || one_of(after, U"”’》）！？");
  const bool wrong = c == U'…' ? end - i == 1 : end - i >= 3;
  if (wrong && ended) report(out, text, "proof.p03", i, end, {text.words(i, end)}, "……");
}

void doubled(const Stretch& text, size_t i, Findings& out) {
  const char32_t c = text.at(i);
  const char32_t next = text.at(i + 1);
  if (!one_of(c, U"，。、；：") || !one_of(next, U"，。、；：")) return;
  const char32_t before = text.before(i);
  if (!is_han(before) && !is_latin(before) && !one_of(before, U"”’》）")) return;
  // Marks that are named one after the other (，。；) and three full stops (P03) are something else.
  if (one_of(text.at(i + 2), U"，。、；：！？")) return;
  report(out, text, "proof.p09", i, i + 2, {text.words(i, i + 2)});
}

void blank(const Stretch& text, size_t i, Findings& out) {
  if (!one_of(text.at(i), kBlanks) || !is_han(text.before(i))) return;
  size_t end = i + 1;
  while (end < text.text.size() && one_of(text.at(end), kBlanks)) ++end;
  if (!one_of(text.at(end), kStops)) return;
  // A row of marks with blanks between them names the marks.
  if (one_of(text.at(end + 1), kBlanks)) return;
  report(out, text, "proof.p10", i, end + 1, {text.words(end, end + 1)}, text.words(end, end + 1));
}

}  // namespace

void check_marks(const Stretch& text, Findings& out) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    half_width(text, i, out);
    ellipsis(text, i, out);
    doubled(text, i, out);
    blank(text, i, out);
  }
}

}  // namespace huozi::proof
