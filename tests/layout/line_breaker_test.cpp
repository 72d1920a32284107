#include "layout/line_breaker.h"

#include <ctime>
#include <random>

#include "support/break_input.h"
#include "support/catch.h"

using namespace huozi;
using layout::BreakInput;
using layout::BreakRequest;
using test::em;
using test::make_input;
using test::Piece;
using text::BreakKind;

namespace {

using Starts = std::vector<uint32_t>;

BreakRequest request(int64_t milli_measure, int64_t milli_indent = 0) {
  return test::break_request(em(milli_measure), em(milli_indent));
}

bool fits(const BreakInput& in, const BreakRequest& r, size_t first, size_t last) {
  base::Length measure = r.measure - (first == 0 ? r.first_indent : base::Length());
  if (first > 0) measure += in.start_trim[first];
  return in.width(first, last) - in.shrink(first, last) <= measure;
}

// The least cost of all ways to break whose lines fit and break where they may; -1: there is none.
int64_t least_cost(const BreakInput& in, const BreakRequest& r) {
  int64_t best = -1;
  for (uint32_t choice = 0; choice < 1u << (in.size() - 1); ++choice) {
    Starts starts{0};
    bool possible = true;
    for (uint32_t k = 1; k < in.size(); ++k) {
      const bool broken = choice >> (k - 1) & 1;
      if (broken) starts.push_back(k);
      possible = possible && (broken ? in.breaks[k] != BreakKind::forbidden : in.breaks[k] != BreakKind::forced);
    }
    for (size_t i = 0; possible && i < starts.size(); ++i) {
      possible = fits(in, r, starts[i], i + 1 < starts.size() ? starts[i + 1] : in.size());
    }
    if (!possible) continue;
    const int64_t cost = layout::cost_of_lines(in, r, starts);
    if (best < 0 || cost < best) best = cost;
  }
  return best;
}

}  // namespace

TEST_CASE("a paragraph that fits is one line, an empty one none") {
  CHECK(layout::break_lines({}, request(5000)).empty());
  CHECK(layout::break_lines(make_input(std::vector<Piece>(5)), request(5000)) == Starts{0});
  CHECK(layout::break_lines(make_input(std::vector<Piece>(7)), request(5000)) == Starts{0, 5});
}

TEST_CASE("the first line gives way to its indent") {
  CHECK(layout::break_lines(make_input(std::vector<Piece>(8)), request(5000, 2000)) == Starts{0, 3});
}

TEST_CASE("the lines found cost no more than any other way to break") {
  std::mt19937 random(7);
  const auto pick = [&](int64_t from, int64_t to) {
    return from + static_cast<int64_t>(random() % static_cast<uint64_t>(to - from + 1));
  };
  int compared = 0;
  for (int round = 0; round < 600; ++round) {
    std::vector<Piece> pieces(static_cast<size_t>(pick(1, 12)));
    for (Piece& piece : pieces) {
      piece.advance = pick(0, 3) == 0 ? 500 : 1000;
      if (pick(0, 3) == 0) piece.glue = 250;
      if (pick(0, 3) == 0) piece.shrink = pick(1, 250);
      piece.shrink_tier = static_cast<size_t>(pick(0, text::kShrinkTiers - 1));
      if (pick(0, 4) == 0) piece.stretch = 0;
      if (pick(0, 4) == 0) piece.start_trim = 500;
      if (pick(0, 4) == 0) piece.end_trim = 500;
      if (pick(0, 3) == 0) piece.before = BreakKind::forbidden;
      if (pick(0, 20) == 0) piece.before = BreakKind::forced;
      if (pick(0, 5) == 0) piece.hyphenated = BreakInput::kHyphen;
      if (pick(0, 15) == 0) piece.hyphenated = BreakInput::kLastWord;
      piece.weighty = pick(0, 3) != 0;
    }
    const BreakInput in = make_input(pieces);
    const BreakRequest r = request(pick(25, 60) * 100, pick(0, 1) * 1000);
    const int64_t least = least_cost(in, r);
    if (least < 0) continue;
    INFO(round);
    CHECK(layout::cost_of_lines(in, r, layout::break_lines(in, r)) == least);
    ++compared;
  }
  CHECK(compared > 300);
}

TEST_CASE("a mark is squeezed in rather than a character pushed out") {
  // CLREQ 3.5.2: six characters and a mark's worth of blank in a measure of five and a half.
  std::vector<Piece> pieces(13);
  CHECK(layout::break_lines(make_input(pieces), request(5500)) == Starts{0, 5, 10});
  pieces[3].shrink = 500;
  CHECK(layout::break_lines(make_input(pieces), request(5500)) == Starts{0, 6, 11});
}

TEST_CASE("trims at both edges make room") {
  std::vector<Piece> pieces(6);
  pieces[5].before = BreakKind::forbidden;
  pieces[5].end_trim = 500;
  CHECK(layout::break_lines(make_input(pieces), request(5500)) == Starts{0});
  pieces = std::vector<Piece>(9);
  pieces[4].start_trim = 500;
  for (const size_t k : {1u, 2u, 3u, 5u, 6u, 7u, 8u}) pieces[k].before = BreakKind::forbidden;
  CHECK(layout::break_lines(make_input(pieces), request(4500)) == Starts{0, 4});
}

TEST_CASE("the last line has two characters at least") {
  // CLREQ 3.4.4
  CHECK(layout::break_lines(make_input(std::vector<Piece>(11)), request(10'000)) == Starts{0, 9});
  std::vector<Piece> pieces(12);
  pieces[11].before = BreakKind::forbidden;
  pieces[11].weighty = false;
  pieces[11].end_trim = 500;
  CHECK(layout::break_lines(make_input(pieces), request(10'000))[1] < 10);
}

// Words of four clusters, half an em each, with stretchable blanks between them; a word may be divided in its middle by
// a hyphen of half an em.
BreakInput words(size_t count, BreakInput::Hyphenation hyphenation, int64_t stretch = 1000) {
  std::vector<Piece> pieces(count * 4);
  for (size_t k = 0; k < pieces.size(); ++k) {
    Piece& piece = pieces[k];
    piece.advance = 500;
    piece.stretch = k % 4 == 0 ? stretch : 0;
    if (k % 4 == 0) continue;
    piece.before = k % 4 == 2 ? BreakKind::allowed : BreakKind::forbidden;
    if (k % 4 == 2) piece.hyphenated = hyphenation;
    if (k % 4 == 1) piece.end_trim = -500;
  }
  return make_input(pieces);
}

TEST_CASE("a word is divided rather than a line torn, and not for a little") {
  // Lines of 5 em: two words and a blank em, or two and a half and the hyphen's half em too much.
  CHECK(layout::break_lines(words(6, BreakInput::kHyphen), request(5500))[1] == 10);
  // 4.02 em: two words and one gap a little wider.
  CHECK(layout::break_lines(words(6, BreakInput::kHyphen), request(4020)) == Starts{0, 8, 16});
}

TEST_CASE("a line with its hyphen fits the measure") {
  for (int64_t measure = 2500; measure < 9000; measure += 130) {
    const BreakInput in = words(12, BreakInput::kHyphen);
    const BreakRequest r = request(measure);
    const Starts starts = layout::break_lines(in, r);
    for (size_t i = 0; i < starts.size(); ++i) {
      INFO(measure);
      CHECK(fits(in, r, starts[i], i + 1 < starts.size() ? starts[i + 1] : in.size()));
    }
  }
}

TEST_CASE("two divided lines in a row, or a divided last word, cost more than one divided line") {
  using Hyphenations = std::vector<BreakInput::Hyphenation>;
  const auto cost = [](const Hyphenations& ends) {
    std::vector<Piece> pieces(20);
    for (size_t k = 0; k < ends.size(); ++k) pieces[5 * k + 5].hyphenated = ends[k];
    return layout::cost_of_lines(make_input(pieces), request(5000), {0, 5, 10, 15});
  };
  const int64_t none = cost({BreakInput::kNoHyphen, BreakInput::kNoHyphen});
  const int64_t one = cost({BreakInput::kHyphen, BreakInput::kNoHyphen});
  CHECK(one > none);
  CHECK(cost({BreakInput::kNoHyphen, BreakInput::kHyphen}) == one);
  const int64_t two = cost({BreakInput::kHyphen, BreakInput::kHyphen});
  CHECK(two - one > 3 * (one - none));
  CHECK(cost({BreakInput::kHyphen, BreakInput::kHyphen, BreakInput::kHyphen}) - two > 3 * (two - one));
  CHECK(cost({BreakInput::kHyphen, BreakInput::kNoHyphen, BreakInput::kHyphen}) - one == one - none);
  CHECK(cost({BreakInput::kNoHyphen, BreakInput::kLastWord}) - none > 3 * (one - none));
}

TEST_CASE("forced breaks hold, and each part's last line is not stretched") {
  std::vector<Piece> pieces(9);
  pieces[2].before = BreakKind::forced;
  CHECK(layout::break_lines(make_input(pieces), request(5000)) == Starts{0, 2, 7});
}

TEST_CASE("a word wider than the measure breaks where it must and nowhere else") {
  std::vector<Piece> pieces(55);
  for (size_t k = 20; k < 35; ++k) {
    pieces[k].advance = 500;
    if (k > 20) pieces[k].before = BreakKind::forbidden;
  }
  const BreakInput in = make_input(pieces);
  const BreakRequest r = request(5000);
  const Starts starts = layout::break_lines(in, r);
  CHECK(Starts(starts.begin(), starts.begin() + 6) == Starts{0, 5, 10, 15, 20, 30});
  for (size_t i = 0; i < starts.size(); ++i) {
    CHECK(fits(in, r, starts[i], i + 1 < starts.size() ? starts[i + 1] : in.size()));
    if (starts[i] > 30) CHECK(in.breaks[starts[i]] == BreakKind::allowed);
  }
}

TEST_CASE("a cluster wider than the measure stands alone") {
  std::vector<Piece> pieces(3);
  pieces[1].advance = 9000;
  CHECK(layout::break_lines(make_input(pieces), request(3000)) == Starts{0, 1, 2});
}

TEST_CASE("a paragraph of 200,000 characters takes less than a second") {
  std::vector<Piece> pieces(200'000);
  for (size_t k = 0; k < pieces.size(); k += 9) pieces[k].shrink = 500;
  std::vector<Piece> one_word = pieces;
  for (Piece& piece : one_word) piece.before = BreakKind::forbidden;
  for (const auto* text : {&pieces, &one_word}) {
    const BreakInput in = make_input(*text);
    const std::clock_t begin = std::clock();
    const Starts starts = layout::break_lines(in, request(28'000));
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 1);
    CHECK(starts.size() > 6000);
  }
}
