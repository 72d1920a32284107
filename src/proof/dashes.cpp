// P04 what is typed in place of a dash. Not here: dashes between numbers (ranges.cpp).
#include <array>

#include "proof/brackets.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kDash = U"——";
constexpr std::u32string_view kStrokes = U"-–—―─";

bool begins(const Stretch& text, size_t i, std::u32string_view words) {
  return std::u32string_view(text.text).substr(i, words.size()) == words;
}

template <size_t kSize>
bool begins_one(const Stretch& text, size_t i, const std::array<std::u32string_view, kSize>& all) {
  for (const std::u32string_view each : all) {
    if (begins(text, i, each)) return true;
  }
  return false;
}

// What a clause begins with behind a dash, and no name does: 北京—上海 has none of them.
bool begins_clause(const Stretch& text, size_t i) {
  constexpr std::array<std::u32string_view, 32> kWords = {
      U"这是", U"这就", U"这种", U"这个", U"这一", U"那是", U"那就", U"那种", U"那个", U"那一", U"它是",
      U"他们", U"她们", U"我们", U"它们", U"就是", U"不是", U"而是", U"却是", U"也就", U"即使", U"甚至",
      U"尤其", U"一个", U"一座", U"一种", U"一位", U"一条", U"一项", U"例如", U"比如", U"這是"};
  return begins_one(text, i, kWords);
}

// 2022年 or 《茶经》: who said it, and when, stands on a line of its own behind a dash.
bool begins_source(const Stretch& text, size_t i) {
  if (text.at(i) == U'《') return true;
  size_t end = i;
  while (is_digit(text.at(end))) ++end;
  return end - i == 4 && text.at(end) == U'年';
}

bool is_text(char32_t c) {
  return is_han(c) || one_of(c, U"“”‘’（）《》「」『』。，！？；：、…");
}

size_t run_end(const Stretch& text, size_t i, char32_t c) {
  while (text.at(i) == c) ++i;
  return i;
}

struct Run {
  size_t begin;
  size_t end;
  bool spaced;      // a blank on both sides, part of the run
  char32_t before;  // kNothing: the beginning of a line
  char32_t after;
};

Run run_at(const Stretch& text, size_t i, size_t end) {
  Run run{i, end, text.before(i) == U' ' && text.at(end) == U' ', kNothing, kNothing};
  if (run.spaced) {
    --run.begin;
    ++run.end;
  }
  run.before = text.before(run.begin) == U'\n' ? kNothing : text.before(run.begin);
  run.after = text.at(run.end);
  return run;
}

void say(const Stretch& text, size_t begin, size_t end, Findings& out) {
  report(out, text, "proof.p04", begin, end, {text.words(begin, end), "——"}, "——");
}

// Whether the source goes straight on from the character before `i`, or writes both another way.
bool in_one_node(const Stretch& text, size_t i) {
  if (i == 0 || i >= text.text.size()) return true;
  const source::Span before = text.spans[i - 1];
  const source::Span after = text.spans[i];
  return before == after || before.end == after.begin || before.end - before.begin != text.words(i - 1, i).size();
}

// -- --- –– ―― ──, and — — with a blank between: two or more short strokes for one long.
void several(const Stretch& text, size_t i, size_t end, bool traditional, Findings& out) {
  constexpr size_t kLongest = 4;
  const char32_t c = text.at(i);
  if (end - i > kLongest || (c == U'─' && (traditional || end - i > 2))) return;
  const Run run = run_at(text, i, end);
  // A -- in bold type or with a style of its own is a word of a command.
  if (c == U'-' && (!in_one_node(text, i) || !in_one_node(text, end))) return;
  const bool opens_line = run.before == kNothing && !run.spaced;
  if (opens_line ? !is_han(run.after) && !begins_source(text, run.end) && !one_of(run.after, U"“《")
                 : !is_text(run.before) || !(is_text(run.after) || run.after == kNothing)) {
    return;
  }
  if (run.after == kNothing && run.before == kNothing) return;
  if (is_opening(run.before) && is_closing(run.after)) return;  // “--” names it
  say(text, run.begin, run.end, out);
}

// One stroke: between ideographs it may as well join what belongs together, 北京—上海.
void single(const Stretch& text, size_t i, Findings& out) {
  const Run run = run_at(text, i, i + 1);
  if (run.before == kNothing) {
    if (begins_source(text, run.end) && text.at(i) != U'-') say(text, run.begin, run.end, out);
    return;
  }
  if (text.at(i) == U'-' || text.at(i) == U'─') return;
  const bool after_stop = one_of(run.before, U"。！？；，…") && (is_han(run.after) || one_of(run.after, U"“《"));
  const bool before_end = is_han(run.before) && one_of(run.after, U"”！？") && text.at(i) == U'—';
  const bool clause = is_han(run.before) && begins_clause(text, run.end);
  if (after_stop || before_end || clause) say(text, run.begin, run.end, out);
}

// 一 for a stroke: 一一《茶经》 and 一2022年 at the beginning of a line, 一一一个 and 一一这是 within one.
void numeral(const Stretch& text, size_t i, Findings& out) {
  if (text.before(i) == U'一') return;
  const size_t end = run_end(text, i, U'一');
  const bool opens_line = i == 0 || text.before(i) == U'\n';
  if (end - i <= 2 && opens_line && begins_source(text, end)) return say(text, i, end, out);
  if (end - i < 2 || end - i > 3) return;
  const char32_t before = text.before(i);
  if (!is_han(before) && !one_of(before, U"”》）") && before != kObject) return;
  // 统一一个, 二〇一一这一年, 来一一这么说.
  if (is_chinese_digit(before) || one_of(before, U"十百千万第统唯专单划同合逐之其归初每来要会可能就都再去将")) return;
  constexpr std::u32string_view kMeasures = U"种个座位条项句次";
  constexpr std::array<std::u32string_view, 8> kClauses = {U"这",   U"那是", U"那就", U"就是",
                                                           U"不是", U"而是", U"即",   U"《"};
  if (end - i == 3 && one_of(text.at(end), kMeasures)) return say(text, i, i + 2, out);
  const bool adverb = begins(text, end, U"这样") || begins(text, end, U"这么");
  if (end - i == 2 && !adverb && begins_one(text, end, kClauses)) say(text, i, end, out);
}

}  // namespace

void check_dashes(const Stretch& text, bool traditional, Findings& out) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    const char32_t c = text.at(i);
    if (c == U'一') numeral(text, i, out);
    if (!one_of(c, kStrokes) || one_of(text.before(i), kStrokes)) continue;
    const size_t end = run_end(text, i, c);
    if (one_of(text.at(end), kStrokes)) continue;
    if (end == i + 1) {
      const bool halves = c == U'—' && begins(text, i, U"— —") && is_han(text.before(i)) && is_han(text.at(i + 3));
      if (halves) {
        say(text, i, i + 3, out);
      } else {
        single(text, i, out);
      }
    } else if (text.text.compare(i, end - i, kDash) != 0) {
      several(text, i, end, traditional, out);
    }
  }
}

}  // namespace huozi::proof
