#include "layout/note_mark.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

constexpr Length pt(int64_t n) {
  return Length::points(n);
}

struct Marks {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  style::Cascade cascade;
  text::Shaper shaper{test_library()};
  layout::NoteMarks marks{cascade, shaper};
  layout::TextStyle style = layout::make_text_style(cascade.body(), "zh-Hans", test_library());

  explicit Marks(const char* css = "")
      : cascade(
            style::read_stylesheet(sources.add("a.css", std::string("html { font-size: 10pt }") + css), diagnostics),
            style::Medium::print) {}

  layout::SetMark set(const style::Content& content, int64_t number) { return marks.set(content, number, style, {}); }
};

style::Content counter(std::string name) {
  return {{style::ContentItem::Kind::counter, "footnote", std::move(name)}};
}

std::string text_of(const layout::SetMark& mark) {
  std::string out;
  for (const layout::GlyphRun& run : mark.runs) out += run.text;
  return out;
}

}  // namespace

TEST_CASE("circled numbers are characters to fifty, then circles drawn round digits, all of them one em wide") {
  Marks marks;
  for (const int64_t n : {1, 21, 36, 50}) {
    const layout::SetMark mark = marks.set(counter("circled-decimal"), n);
    CHECK(mark.circles.empty());
    CHECK(mark.width == pt(10));
  }
  for (const int64_t n : {51, 99, 100, 12345}) {
    const layout::SetMark mark = marks.set(counter("circled-decimal"), n);
    REQUIRE(mark.circles.size() == 1);
    CHECK(text_of(mark) == std::to_string(n));
    CHECK(mark.width == pt(10));
    // The middle of the em square; the digits within the circle.
    CHECK(mark.circles[0].origin.x == pt(5));
    CHECK(mark.circles[0].origin.y == -Length::ratio(38, 10));
    REQUIRE(mark.runs.size() == 1);
    const layout::GlyphRun& run = mark.runs[0];
    CHECK(run.origin.x >= Length::ratio(18, 10));
    CHECK(run.origin.x + run.glyphs.back().x + run.size / 2 <= Length::ratio(82, 10));
  }
}

TEST_CASE("a circle is drawn where the font has no such character") {
  // ⓪ is in none of the test fonts.
  Marks marks;
  CHECK(marks.set(counter("circled-decimal"), 0).circles.size() == 1);
}

TEST_CASE("marks of brackets and symbols are as wide as they are, the widest as wide as all") {
  Marks marks("@counter-style stars { system: symbolic; symbols: '*' '+' }");
  const style::Content brackets = {{style::ContentItem::Kind::text, "[", ""},
                                   {style::ContentItem::Kind::counter, "footnote", ""},
                                   {style::ContentItem::Kind::text, "]", ""}};
  CHECK(text_of(marks.set(brackets, 9)) == "[9]");
  CHECK(marks.set(brackets, 9).width == pt(15));
  CHECK(marks.marks.widest(brackets, 9, marks.style) == pt(15));
  CHECK(marks.marks.widest(brackets, 10, marks.style) == pt(20));
  CHECK(text_of(marks.set(counter("stars"), 4)) == "++");
}
