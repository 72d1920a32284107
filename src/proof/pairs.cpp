// P01 halves of pairs, also over several paragraphs, and P08 pairs within pairs of their own kind.
#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "proof/brackets.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr std::array<Kind, 8> kKinds = {kDouble, kSingle,      kRound,         kTitle,
                                        kCorner, kWhiteCorner, {U'【', U'】'}, {U'〔', U'〕'}};

// A stretch with more than these is no prose.
constexpr size_t kMostHalves = 20;
constexpr size_t kMostPairs = 500;

std::string one(char32_t c) {
  return base::to_utf8(std::u32string(1, c));
}

bool is_letter(char32_t c) {
  return is_han(c) || is_latin(c) || c == kObject;
}

// Straight marks pair with curved ones by the writer's hand: which with which, quotes.unpaired and P11 say.
bool has_straight(const Stretch& text, Kind kind) {
  return (kind.open == kDouble.open && text.text.find(U'"') != std::u32string::npos) ||
         (kind.open == kSingle.open && text.text.find(U'\'') != std::u32string::npos);
}

// Not arrows (更多》》), not faces (：（), not a remark that runs to the end of the line （笑.
bool surely_opens(const Stretch& text, size_t i) {
  constexpr size_t kShortest = 4;
  const char32_t next = text.at(i + 1);
  if (text.before(i) == text.at(i) || one_of(text.before(i), U":;=")) return false;
  return (is_letter(next) || is_opening(next)) && next != text.at(i) && text.text.size() - i > kShortest;
}

bool surely_closes(const Stretch& text, size_t i) {
  const char32_t before = text.before(i);
  if (before == text.at(i) || text.at(i + 1) == text.at(i)) return false;
  if (is_digit(before) && text.at(i) == kDouble.close) return false;  // inches
  return is_letter(before) || is_closing(before) || one_of(before, U"。！？…，");
}

// 首页》新闻》正文 and 更多》 are arrows.
bool is_arrow(const Stretch& text, char32_t c) {
  constexpr size_t kLine = 12;
  if (c != kTitle.close) return false;
  return text.text.size() <= kLine || std::count(text.text.begin(), text.text.end(), c) > 1;
}

// A round bracket whose other half is a half-width one.
void mixed_widths(const Stretch& text, Brackets& round, Findings& out) {
  if (round.whole() || round.opens.size() + round.closes.size() > kMostHalves) return;
  Brackets half = match(text, kHalfRound);
  const auto say = [&](size_t i, char32_t right) {
    report(out, text, "proof.p01", i, i + 1, {one(text.at(i)), "perhaps meant: " + one(right)}, one(right));
  };
  std::erase_if(round.opens, [&](size_t open) {
    const auto close = std::find_if(half.closes.begin(), half.closes.end(), [&](size_t i) { return i > open; });
    if (close == half.closes.end()) return false;
    say(*close, kRound.close);
    half.closes.erase(close);
    return true;
  });
  std::erase_if(round.closes, [&](size_t close) {
    const auto open = std::find_if(half.opens.rbegin(), half.opens.rend(), [&](size_t i) { return i < close; });
    if (open == half.opens.rend()) return false;
    say(*open, kRound.open);
    half.opens.erase(std::next(open).base());
    return true;
  });
}

// Halves of one kind that wait for a partner in one of the next paragraphs.
class Halves {
 public:
  explicit Halves(Kind kind) : kind_(kind) {}

  void read(const std::vector<Stretch>& texts, size_t at, Findings& out) {
    const Stretch& text = texts[at];
    if (text.beside_verse) waiting_.clear();
    if (text.text.find(kind_.open) == std::u32string::npos && text.text.find(kind_.close) == std::u32string::npos) {
      return;
    }
    // A quotation of several paragraphs opens again with each of them.
    if (!waiting_.empty() && at - waiting_.back().text <= 2 && begins_open(text)) waiting_.pop_back();
    if (has_straight(text, kind_)) return waiting_.clear();
    Brackets found = match(text, kind_);
    if (kind_.open == kRound.open) mixed_widths(text, found, out);
    const bool arrow = is_arrow(text, kind_.close);
    for (const size_t close : found.closes) {
      while (!waiting_.empty() && at - waiting_.back().text > kFarthest) give_up(texts, out);
      if (!waiting_.empty()) {
        waiting_.pop_back();
      } else if (surely_closes(text, close) && !arrow && !text.beside_verse) {
        say(text, close, kind_.open, out);
        break;
      }
    }
    if (found.opens.empty() || text.beside_verse || !surely_opens(text, found.opens.front())) return;
    if (found.opens.size() == 1) {
      waiting_.push_back({at, found.opens.front()});
    } else {
      say(text, found.opens.front(), kind_.close, out);
    }
  }

  void give_up_all(const std::vector<Stretch>& texts, Findings& out) {
    while (!waiting_.empty()) give_up(texts, out);
  }

 private:
  static constexpr size_t kFarthest = 20;
  struct Half {
    size_t text;
    size_t place;
  };

  bool begins_open(const Stretch& text) const {
    const size_t first = text.text.find_first_not_of(U" \u3000\u00A0");
    return first != std::u32string::npos && text.at(first) == kind_.open;
  }
  static void say(const Stretch& text, size_t i, char32_t missing, Findings& out) {
    report(out, text, "proof.p01", i, i + 1, {one(text.at(i)), "perhaps a " + one(missing) + " is missing"});
  }
  void give_up(const std::vector<Stretch>& texts, Findings& out) {
    say(texts[waiting_.back().text], waiting_.back().place, kind_.close, out);
    waiting_.pop_back();
  }

  Kind kind_;
  std::vector<Half> waiting_;
};

struct Nested {
  Kind outer;
  Kind inner;
};
constexpr std::array<Nested, 3> kNested = {{{kDouble, kSingle}, {kTitle, {U'〈', U'〉'}}, {kCorner, kWhiteCorner}}};

bool within(const Pair& inner, const Pair& outer) {
  return outer.open < inner.open && inner.close < outer.close;
}

void say_nested(const Stretch& text, const Pair& pair, Kind right, std::optional<std::string> fix, Findings& out) {
  const std::string inside = text.excerpt(pair.open + 1, pair.close);
  report(out, text, "proof.p08", pair.open, pair.close + 1,
         {text.excerpt(pair.open, pair.close + 1), one(right.open) + inside + one(right.close)}, std::move(fix));
}

// “ right within “, 《 right within 《: what stands between two of a kind must be of the other.
void same_within_same(const Stretch& text, const Nested& kinds, Findings& out) {
  const Brackets found = match(text, kinds.outer);
  if (!found.whole() || has_straight(text, kinds.outer) || found.pairs.size() > kMostPairs) return;
  const Brackets between = match(text, kinds.inner);
  for (const Pair& pair : found.pairs) {
    if (pair.depth != 1) continue;
    const auto outer = std::find_if(found.pairs.begin(), found.pairs.end(),
                                    [&](const Pair& each) { return each.depth == 0 && within(pair, each); });
    if (std::any_of(between.pairs.begin(), between.pairs.end(),
                    [&](const Pair& each) { return within(pair, each) && within(each, *outer); }))
      continue;
    say_nested(text, pair, kinds.inner,
               one(kinds.inner.open) + text.words(pair.open + 1, pair.close) + one(kinds.inner.close), out);
  }
}

// A number in brackets, 第（三）项, keeps its own.
bool is_number(const Stretch& text, const Pair& pair) {
  for (size_t i = pair.open + 1; i < pair.close; ++i) {
    if (is_han(text.at(i)) && !one_of(text.at(i), U"〇一二三四五六七八九十百")) return false;
  }
  return true;
}

void round_within_round(const Stretch& text, Findings& out) {
  const Brackets found = match(text, kRound);
  if (!found.whole() || found.pairs.size() > kMostPairs) return;
  for (const Pair& pair : found.pairs) {
    if (pair.depth != 1 || is_number(text, pair)) continue;
    say_nested(text, pair, {U'［', U'］'}, {}, out);
  }
}

}  // namespace

void check_pairs(const std::vector<Stretch>& texts, Findings& out) {
  for (const Kind kind : kKinds) {
    Halves halves(kind);
    for (size_t i = 0; i < texts.size(); ++i) halves.read(texts, i, out);
    halves.give_up_all(texts, out);
  }
}

void check_nesting(const Stretch& text, Findings& out) {
  for (const Nested& kinds : kNested) same_within_same(text, kinds, out);
  round_within_round(text, out);
}

}  // namespace huozi::proof
