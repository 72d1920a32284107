#include "layout/line_breaker.h"

#include <algorithm>
#include <ctime>
#include <optional>
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
  measure += in.start_trim[first];
  return in.width(first, last) - in.shrink(first, last) <= measure;
}

// Every way to break whose lines fit and break where they may.
template <class Use>
void for_each_way(const BreakInput& in, const BreakRequest& r, Use use) {
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
    if (possible) use(starts);
  }
}

// The widest gap between characters, in thousandths of an em, of lines that have to fill the measure.
int64_t widest_gap(const BreakInput& in, const BreakRequest& r, const Starts& starts) {
  int64_t widest = 0;
  for (size_t i = 0; i + 1 < starts.size(); ++i) {
    const size_t first = starts[i], last = starts[i + 1];
    if (in.breaks[last] == BreakKind::forced) continue;
    base::Length need = r.measure - (first == 0 ? r.first_indent : base::Length()) - in.width(first, last);
    need += in.start_trim[first];
    base::Length weight;
    base::Length all;
    for (size_t k = first + 1; k < last; ++k) {
      const auto& before = in.stretch_sum[k - 1];
      const auto& sums = in.stretch_sum[k];
      need -= sums[text::kStretchAutospace] - before[text::kStretchAutospace];
      weight += sums[text::kStretchCharacters] - before[text::kStretchCharacters];
      all += sums[text::kStretchAll] - before[text::kStretchAll];
    }
    if (need <= base::Length()) continue;
    // Without any gap it is left short: by a twenty-fourth of an em a cluster at most.
    const int64_t stiff = need.raw() * 24 <= em(1000).raw() * static_cast<int64_t>(last - first - 1) ? 0 : 1'000'000;
    // Gaps between characters carry the load as far as a quarter em, then all do; in a line of words they do at once.
    const int64_t gap = need <= weight            ? need.raw() * 250 / weight.raw()
                        : all <= base::Length()   ? stiff
                        : weight > base::Length() ? 250 + (need - weight).raw() * 1000 / all.raw()
                                                  : need.raw() * 1000 / all.raw();
    widest = std::max(widest, gap);
  }
  return widest;
}

bool lone_end(const BreakInput& in, const Starts& starts) {
  const size_t first = starts.back();
  return first > 0 && std::count(in.weighty.begin() + static_cast<std::ptrdiff_t>(first), in.weighty.end(), 1) < 2;
}

// Paragraphs of at most 13 clusters with every kind of width, glue and break.
class RandomParagraphs {
 public:
  explicit RandomParagraphs(bool elastic = false) : elastic_(elastic) {}
  BreakInput next() {
    std::vector<Piece> pieces(static_cast<size_t>(pick(1, 13)));
    const int64_t forced_in = pick(0, 1) * 20;
    for (Piece& piece : pieces) {
      piece.advance = pick(0, 3) == 0 ? 500 : 1000;
      if (pick(0, 3) == 0) piece.glue = 250;
      if (pick(0, 3) == 0) piece.shrink = pick(1, 250);
      piece.shrink_tier = static_cast<size_t>(pick(0, text::kShrinkTiers - 1));
      if (piece.glue > 0 && pick(0, 1) == 0) piece.space_stretch = 250;
      if (elastic_) piece.shrink = 300, piece.space_stretch = 300;
      if (pick(0, 4) == 0) piece.stretch = 0;
      if (pick(0, 4) == 0) piece.start_trim = 500;
      if (pick(0, 4) == 0) piece.end_trim = 500;
      if (pick(0, 3) == 0) piece.before = BreakKind::forbidden;
      if (forced_in > 0 && pick(0, forced_in) == 0) piece.before = BreakKind::forced;
      piece.weighty = pick(0, 3) != 0;
    }
    BreakInput in = make_input(pieces);
    for (size_t k = 1; k < in.size(); ++k) {
      if (in.breaks[k] == BreakKind::allowed && pick(0, 5) == 0) in.hyphenated[k] = BreakInput::kHyphen;
      if (pick(0, 15) == 0) in.hyphenated[k] = BreakInput::kLastWord;
      if (pick(0, 5) == 0) in.make_reluctant(k, static_cast<uint32_t>(pick(1, 20'000)));
    }
    return in;
  }
  BreakRequest request() { return ::request(pick(25, 70) * 100, pick(0, 1) * 1000); }

 private:
  int64_t pick(int64_t from, int64_t to) {
    return from + static_cast<int64_t>(random_() % static_cast<uint64_t>(to - from + 1));
  }
  bool elastic_;
  std::mt19937 random_{7};
};

}  // namespace

TEST_CASE("a paragraph that fits is one line, an empty one none") {
  CHECK(layout::break_lines({}, request(5000)).empty());
  CHECK(layout::break_lines(make_input(std::vector<Piece>(5)), request(5000)) == Starts{0});
  CHECK(layout::break_lines(make_input(std::vector<Piece>(7)), request(5000)) == Starts{0, 5});
}

TEST_CASE("the first line gives way to its indent") {
  CHECK(layout::break_lines(make_input(std::vector<Piece>(8)), request(5000, 2000)) == Starts{0, 3});
}

TEST_CASE("of all ways to break none costs less, is torn less or ends less alone") {
  RandomParagraphs paragraphs;
  int compared = 0;
  int torn = 0;
  for (int round = 0; round < 4000; ++round) {
    const BreakInput in = paragraphs.next();
    const BreakRequest r = paragraphs.request();
    std::optional<layout::LineCost> least;
    bool whole = false;         // a way without a gap above a quarter em
    bool whole_at_end = false;  // ... nor a last line of one character
    for_each_way(in, r, [&](const Starts& starts) {
      const layout::LineCost cost = layout::cost_of_lines(in, r, starts);
      if (!least || cost < *least) least = cost;
      if (widest_gap(in, r, starts) > 250) return;
      whole = true;
      whole_at_end = whole_at_end || !lone_end(in, starts);
    });
    if (!least) continue;
    ++compared;
    INFO(round);
    const Starts found = layout::break_lines(in, r);
    REQUIRE(layout::cost_of_lines(in, r, found) == *least);
    if (whole) REQUIRE(widest_gap(in, r, found) <= 250);
    const bool parts = std::count(in.breaks.begin(), in.breaks.end(), BreakKind::forced) > 0;
    if (whole_at_end && !parts) REQUIRE(!lone_end(in, found));
    torn += !whole;
  }
  CHECK(compared > 3000);
  CHECK(torn > 100);
}

TEST_CASE("a paragraph a line longer or shorter is the best of those with so many lines") {
  RandomParagraphs paragraphs(true);
  int compared = 0;
  for (int round = 0; round < 1000; ++round) {
    const BreakInput in = paragraphs.next();
    const BreakRequest r = paragraphs.request();
    const size_t count = layout::break_lines(in, r).size();
    for (const size_t wanted : {count - 1, count, count + 1}) {
      std::optional<layout::LineCost> least;
      for_each_way(in, r, [&](const Starts& starts) {
        const layout::LineCost cost = layout::cost_of_lines(in, r, starts);
        if (starts.size() == wanted && cost.torn == 0 && cost.lone == 0 && (!least || cost < *least)) least = cost;
      });
      const Starts found = layout::break_into(in, r, wanted);
      INFO(round);
      REQUIRE(found.empty() == !least.has_value());
      if (!least) continue;
      REQUIRE(found.size() == wanted);
      REQUIRE(layout::cost_of_lines(in, r, found) == *least);
      compared += wanted != count;
    }
  }
  CHECK(compared > 100);
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
    return layout::cost_of_lines(make_input(pieces), request(5000), {0, 5, 10, 15}).demerits;
  };
  const int64_t none = cost({BreakInput::kNoHyphen, BreakInput::kNoHyphen});
  const int64_t one = cost({BreakInput::kHyphen, BreakInput::kNoHyphen});
  CHECK(one > none);
  CHECK(cost({BreakInput::kNoHyphen, BreakInput::kHyphen}) == one);
  const int64_t two = cost({BreakInput::kHyphen, BreakInput::kHyphen});
  CHECK(two - one > 3 * (one - none));
  CHECK(cost({BreakInput::kHyphen, BreakInput::kNoHyphen, BreakInput::kHyphen}) - one == one - none);
  CHECK(cost({BreakInput::kNoHyphen, BreakInput::kLastWord}) - none > 3 * (one - none));
}

TEST_CASE("lines that are not justified may be short, and the last still has two characters") {
  // A word of six ems that would tear the line before it.
  std::vector<Piece> pieces(8);
  for (size_t k = 3; k < 8; ++k) pieces[k].before = BreakKind::forbidden;
  BreakRequest r = request(6000);
  r.ragged = true;
  CHECK(layout::break_lines(make_input(pieces), r) == Starts{0, 2});
  CHECK(layout::cost_of_lines(make_input(pieces), r, {0, 2}).torn == 0);
  CHECK(layout::cost_of_lines(make_input(pieces), request(6000), {0, 2}).torn > 0);
  // A row of contents: what follows its last word holds on to it, wide, and is no character.
  std::vector<Piece> row(13);
  for (size_t k = 11; k < 13; ++k) {
    row[k].before = BreakKind::forbidden;
    row[k].weighty = false;
    row[k].advance = 3000;
  }
  r = request(14'000);
  r.ragged = true;
  CHECK(layout::break_lines(make_input(row), r) == Starts{0, 9});
}

TEST_CASE("of lines that are not justified, too, no other way costs less") {
  RandomParagraphs paragraphs;
  int compared = 0;
  for (int round = 0; round < 1000; ++round) {
    const BreakInput in = paragraphs.next();
    BreakRequest r = paragraphs.request();
    r.ragged = true;
    std::optional<layout::LineCost> least;
    for_each_way(in, r, [&](const Starts& starts) {
      const layout::LineCost cost = layout::cost_of_lines(in, r, starts);
      if (!least || cost < *least) least = cost;
    });
    if (!least) continue;
    ++compared;
    INFO(round);
    CHECK(least->torn == 0);
    REQUIRE(layout::cost_of_lines(in, r, layout::break_lines(in, r)) == *least);
  }
  CHECK(compared > 700);
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
  CHECK(Starts(starts.begin(), starts.begin() + 5) == Starts{0, 5, 10, 15, 20});
  CHECK(starts[5] < 35);
  for (size_t i = 0; i < starts.size(); ++i) {
    CHECK(fits(in, r, starts[i], i + 1 < starts.size() ? starts[i + 1] : in.size()));
    if (i > 5) CHECK(in.breaks[starts[i]] == BreakKind::allowed);
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
