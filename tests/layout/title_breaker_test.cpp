#include <numeric>

#include "layout/line_breaker.h"
#include "support/break_input.h"
#include "support/catch.h"
#include "support/set_lines.h"

using namespace huozi;
using test::em;
using test::make_input;
using test::Piece;

namespace {

using Starts = std::vector<uint32_t>;

layout::BreakRequest request(int64_t milli_measure) {
  return test::break_request(em(milli_measure));
}

// The title's lines, set in the test face.
std::string lines(std::string title, int64_t ems) {
  layout::ParagraphShape shape = test::shape(test::kEmSize * ems);
  shape.align = shape.align_last = style::TextAlign::center;
  shape.balance = true;
  std::string out;
  for (const layout::SetLine& line : test::set_lines(test::inline_text(std::move(title)), shape)) {
    out += (out.empty() ? "" : "|") + test::text_of(line);
  }
  return out;
}

}  // namespace

TEST_CASE("a title that fits stays on one line") {
  CHECK(layout::break_title(make_input(std::vector<Piece>(18), true), request(18'000)) == Starts{0});
  CHECK(layout::break_title({}, request(18'000)).empty());
}

TEST_CASE("a title takes as few lines as it can, of like length, the longer first") {
  CHECK(layout::break_title(make_input(std::vector<Piece>(19), true), request(18'000)) == Starts{0, 10});
  CHECK(layout::break_title(make_input(std::vector<Piece>(20), true), request(18'000)) == Starts{0, 10});
  CHECK(layout::break_title(make_input(std::vector<Piece>(40), true), request(18'000)) == Starts{0, 14, 27});
}

TEST_CASE("a title breaks by sense before it breaks evenly") {
  std::vector<Piece> pieces(20);
  for (Piece& piece : pieces) piece.sense = 2;
  pieces[7].sense = 1;
  CHECK(layout::break_title(make_input(pieces, true), request(18'000)) == Starts{0, 7});
  pieces[12].sense = 0;
  CHECK(layout::break_title(make_input(pieces, true), request(18'000)) == Starts{0, 12});
}

TEST_CASE("no line of a title is a lone character") {
  std::vector<Piece> pieces(12);
  for (Piece& piece : pieces) piece.sense = 2;
  pieces[11].sense = 0;
  const Starts starts = layout::break_title(make_input(pieces, true), request(11'000));
  REQUIRE(starts.size() == 2);
  CHECK(starts[1] < 11);
}

TEST_CASE("a title breaks only where a line may") {
  std::vector<Piece> pieces(20);
  for (const size_t k : {9u, 10u, 11u}) pieces[k].before = text::BreakKind::forbidden;
  const Starts starts = layout::break_title(make_input(pieces, true), request(18'000));
  CHECK((starts == Starts{0, 12} || starts == Starts{0, 8}));
  pieces[4].before = text::BreakKind::forced;
  CHECK(layout::break_title(make_input(pieces, true), request(18'000)) == Starts{0, 4});
}

TEST_CASE("a title with a word wider than the measure is still set") {
  std::vector<Piece> pieces(30);
  for (size_t k = 1; k < 30; ++k) pieces[k].before = text::BreakKind::forbidden;
  CHECK(layout::break_title(make_input(pieces, true), request(10'000)) == Starts{0, 10, 20});
}

TEST_CASE("Chinese titles break between words and after marks") {
  CHECK(lines("论新时代中国人民的历史使命", 12) == "论新时代中国|人民的历史使命");
  CHECK(lines("旧邦新命：中国道路的回顾与展望", 12) == "旧邦新命：|中国道路的回顾与展望");
  CHECK(lines("短题", 12) == "短题");
}
