// P06 a 、 between quotation marks or book titles, P07 the stop at the end of a quotation, P11 straight quotation marks
// (GB/T 15834-2011 4.5.3.5, 4.8). Not here: quotation marks without a partner (pairs.cpp).
#include <array>

#include "base/utf8.h"
#include "proof/brackets.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kStops = U"。！？";

// Where the pair that closes at `close` opens, or opens at `open` closes; SIZE_MAX: there is none.
class Partners {
 public:
  Partners(const Stretch& text, Kind kind) : of_(text.text.size(), SIZE_MAX) {
    for (const Pair& pair : match(text, kind).pairs) {
      of_[pair.open] = pair.close;
      of_[pair.close] = pair.open;
    }
  }
  size_t of(size_t i) const { return i < of_.size() ? of_[i] : SIZE_MAX; }

 private:
  std::vector<size_t> of_;
};

// “茶”、“花”、“鸟”, all of it: with a plain word or a remark among them the marks have their use.
void listed(const Stretch& text, Kind kind, Findings& out) {
  const std::u32string joint = {kind.close, U'、', kind.open};
  if (text.text.find(joint) == std::u32string::npos) return;
  const Partners partners(text, kind);
  for (size_t i = text.text.find(joint); i != std::u32string::npos; i = text.text.find(joint, i + 1)) {
    const size_t first = partners.of(i);
    if (first == SIZE_MAX) continue;
    size_t last = i;
    std::u32string right(1, kind.close);
    while (text.text.compare(last, joint.size(), joint) == 0 && partners.of(last + 2) != SIZE_MAX) {
      const size_t open = last + 2;
      last = partners.of(open);
      if (right.size() > 1) right += kind.close;
      right += text.text.substr(open, last - open);
    }
    if (last == i) continue;
    const bool alone = text.before(first) != U'、' && text.at(last + 1) != U'、' && text.at(last + 1) != U'（';
    // From the first mark to the last 、 and the mark behind it.
    const size_t end = text.text.rfind(joint, last) + joint.size();
    if (alone) {
      right.resize(right.size() - (last - end));
      const std::string meeting = text.words(i, i + 1) + text.words(i + 2, i + 3);
      report(out, text, "proof.p06", i, end, {text.words(i, i + 3), meeting}, base::to_utf8(right));
    }
    i = last;
  }
}

// Whether a sentence ends here and another begins. 《走吗？》 and ‘走！’ end none.
bool has_sentences(const Stretch& text, size_t begin, size_t end) {
  for (size_t i = begin; i + 1 < end; ++i) {
    if (one_of(text.at(i), kStops) && (is_han(text.at(i + 1)) || is_opening(text.at(i + 1)))) return true;
  }
  return false;
}

// At `i` a closing quotation mark, opened at `open`.
void stop_of_quotation(const Stretch& text, size_t open, size_t i, Findings& out) {
  const char32_t last = text.before(i);
  const char32_t after = text.at(i + 1);
  const bool told = text.before(open) == U'：';
  const bool is_speech = told || open == 0 || one_of(text.before(open), U"。！？\n");
  const std::string mark = text.words(i, i + 1);
  const auto say = [&](size_t begin, size_t end, const std::string& right) {
    report(out, text, "proof.p07", begin, end, {text.words(begin, end), right}, right);
  };
  if (last == U'。' && after == U'。') {
    say(i - 1, i + 2, "。" + mark);
  } else if (last == U'。' && after == U'，' && is_speech) {
    report(out, text, "proof.p07", i - 1, i + 2, {text.words(i - 1, i + 2), "。" + mark});
  } else if (one_of(last, U"！？") && after == U'。' && told) {
    say(i - 1, i + 2, text.words(i - 1, i + 1));
  } else if (after == U'。' && told && is_han(last) && has_sentences(text, open + 1, i)) {
    say(i, i + 2, "。" + mark);
  }
}

void stops(const Stretch& text, Kind kind, Findings& out) {
  for (const Pair& pair : match(text, kind).pairs) {
    if (pair.depth == 0) stop_of_quotation(text, pair.open, pair.close, out);
  }
}

// "茶", which cleaning was not to convert, and "茶”, which it cannot.
void straight(const Stretch& text, bool traditional, Findings& out) {
  constexpr size_t kMost = 100;
  std::vector<size_t> places;
  for (size_t i = 0; i < text.text.size() && places.size() <= kMost; ++i) {
    if (one_of(text.at(i), U"\"“”")) places.push_back(i);
  }
  if (places.size() % 2 != 0 || places.size() > kMost) return;
  for (size_t k = 0; k < places.size(); k += 2) {
    const size_t open = places[k];
    const size_t close = places[k + 1];
    if (text.at(open) == U'”' || text.at(close) == U'“') return;
    if (text.at(open) != U'"' && text.at(close) != U'"') continue;
    const bool beside_han = is_han(text.at(open + 1)) || is_han(text.before(close));
    if (!beside_han || text.at(open + 1) == U' ' || text.before(close) == U' ') continue;
    const bool curved = !traditional || text.at(open) != text.at(close);
    const std::string left = curved ? "“" : "「";
    const std::string end = curved ? "”" : "」";
    report(out, text, "proof.p11", open, close + 1,
           {text.excerpt(open, close + 1), left + text.excerpt(open + 1, close) + end},
           left + text.words(open + 1, close) + end);
  }
}

}  // namespace

void check_quotations(const Stretch& text, bool traditional, Findings& out) {
  if (!traditional) {
    for (const Kind kind : {kDouble, kSingle, kTitle}) listed(text, kind, out);
  }
  for (const Kind kind : {kDouble, kCorner}) stops(text, kind, out);
  if (text.text.find(U'"') != std::u32string::npos) straight(text, traditional, out);
}

}  // namespace huozi::proof
