#include "text/outline.h"

#include <algorithm>

#include "support/catch.h"
#include "support/fonts.h"

using namespace huozi;

TEST_CASE("an outline has closed contours within the glyph's box, in CFF and TrueType fonts") {
  for (const auto& font : {test::song(), test::kai()}) {
    const text::GlyphId glyph = font->glyph(U'回');
    const auto steps = text::outline(*font, glyph);
    const text::GlyphBox box = font->box(glyph);
    REQUIRE(steps.size() > 8);
    CHECK(steps.front().kind == text::OutlineStep::Kind::move);
    CHECK(steps.back().kind == text::OutlineStep::Kind::close);
    const auto count = [&](text::OutlineStep::Kind kind) {
      return std::count_if(steps.begin(), steps.end(), [&](const auto& step) { return step.kind == kind; });
    };
    CHECK(count(text::OutlineStep::Kind::move) == count(text::OutlineStep::Kind::close));
    float left = 1e9F, right = -1e9F;
    for (const auto& step : steps) {
      if (step.kind == text::OutlineStep::Kind::close) continue;
      left = std::min(left, step.end.x);
      right = std::max(right, step.end.x);
    }
    CHECK(std::abs(left - static_cast<float>(box.left)) < 8);
    CHECK(std::abs(right - static_cast<float>(box.right)) < 8);
  }
  CHECK(text::outline(*test::song(), test::song()->glyph(U' ')).empty());
}
