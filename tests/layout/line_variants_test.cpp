#include "layout/line_variants.h"

#include "support/break_input.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::test;

namespace {

// Lines of ten ems; every fifth cluster is a mark that can give up half an em.
layout::BreakInput prose(size_t length, int64_t shrink = 500) {
  std::vector<Piece> pieces(length);
  for (size_t k = 4; k < length; k += 5) pieces[k].shrink = shrink;
  return make_input(pieces);
}

std::vector<layout::LineVariant> variants(const layout::BreakInput& in, int64_t measure = 10'000) {
  const layout::BreakRequest request = break_request(em(measure));
  return layout::line_variants(in, request, layout::break_lines(in, request));
}

}  // namespace

TEST_CASE("a last line that others can take in is taken in (CLREQ 3.4.4)") {
  const auto shorter = variants(prose(62));
  REQUIRE(shorter.size() == 1);
  CHECK(shorter[0].starts.size() == 6);
  CHECK(shorter[0].cost > 0);
  CHECK(variants(prose(62, 0)).empty());
}

TEST_CASE("a last line that is nearly full runs over where the lines before it have gaps enough") {
  const auto longer = variants(prose(398, 0), 40'000);
  REQUIRE(longer.size() == 1);
  CHECK(longer[0].starts.size() == 11);
  CHECK(398 - longer[0].starts.back() >= 2);
  CHECK(variants(prose(378, 0), 40'000).empty());  // gaps would be too wide
}

TEST_CASE("no line of a variant has wider gaps than the mean may be, for others that have none") {
  layout::BreakInput in = prose(398, 0);
  for (size_t k = 1; k < in.size(); ++k) {
    if (k % 40 != 0 && k % 40 != 36) in.breaks[k] = text::BreakKind::forbidden;
  }
  CHECK(variants(in, 40'000).empty());  // ten lines of 40, or one of 36 and the others as they are
}

TEST_CASE("what is parted by the author, a single line and ragged lines stay as they are") {
  layout::BreakInput parted = prose(62);
  parted.breaks[30] = text::BreakKind::forced;
  CHECK(variants(parted).empty());
  CHECK(variants(prose(9)).empty());
  layout::BreakRequest ragged = break_request(em(10'000));
  ragged.ragged = true;
  const layout::BreakInput in = prose(62);
  CHECK(layout::line_variants(in, ragged, layout::break_lines(in, ragged)).empty());
}
