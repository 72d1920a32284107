#include "layout/page_geometry.h"

#include "support/catch.h"

using namespace huozi;
using base::Length;

namespace {

constexpr Length pt(int64_t n) {
  return Length::points(n);
}

style::PageStyle page() {
  style::PageStyle out;
  out.width = pt(150);
  out.height = pt(220);
  out.margin = {pt(25), pt(18), pt(45), pt(30)};
  return out;
}

style::ComputedStyle body() {
  style::ComputedStyle out;
  out.font_size = pt(10);
  out.line_height = pt(20);
  return out;
}

}  // namespace

TEST_CASE("without a type area the margins hold, cut to whole characters and lines") {
  // CLREQ 2.3.5: 102 pt across hold 10 characters, 150 pt down hold 8 lines (7 x 20 + 10).
  const auto g = layout::page_geometry(page(), body(), true);
  CHECK(g.measure == pt(100));
  CHECK(g.lines == 8);
  CHECK(g.type_height == pt(150));
  CHECK(g.left == pt(30));
  CHECK(g.top == pt(25));
  CHECK(g.grid_top() == pt(20));
  CHECK(g.rows_height() == pt(160));
}

TEST_CASE("what is left over goes to the outer margin") {
  CHECK(layout::page_geometry(page(), body(), false).left == pt(150 - 18 - 100));
}

TEST_CASE("a type area of its own outweighs the lower and outer margins") {
  style::PageStyle style = page();
  style.characters = 9;
  style.lines = 7;
  const auto g = layout::page_geometry(style, body(), true);
  CHECK(g.measure == pt(90));
  CHECK(g.lines == 7);
  CHECK(g.left == pt(30));
}

TEST_CASE("a type area stands in the middle, or where the margins that are given put it") {
  // CLREQ 2.3.4. 60 pt are left across, 90 pt down.
  style::PageStyle style = page();
  style.characters = 9;
  style.lines = 7;
  style.margin_auto = {true, true, true, true};
  const auto middle = layout::page_geometry(style, body(), true);
  CHECK(middle.left == pt(30));
  CHECK(middle.top == pt(45));
  CHECK(layout::page_geometry(style, body(), false).left == pt(30));
  style.margin_auto = {false, true, true, false};  // head and binding edge
  CHECK(layout::page_geometry(style, body(), true).left == pt(30));
  CHECK(layout::page_geometry(style, body(), true).top == pt(25));
  style.margin_auto = {true, false, false, true};  // foot and fore edge
  CHECK(layout::page_geometry(style, body(), true).left == pt(150 - 90 - 18));
  CHECK(layout::page_geometry(style, body(), true).top == pt(220 - 130 - 45));
  CHECK_FALSE(layout::page_geometry(style, body(), true).cut);
}

TEST_CASE("margins wider than the page still leave a measure") {
  style::PageStyle style = page();
  style.margin = {pt(200), pt(200), pt(200), pt(200)};
  const auto g = layout::page_geometry(style, body(), true);
  CHECK(g.measure > Length());
  CHECK(g.lines >= 1);
}

TEST_CASE("pages whose lines would be of another length are told by their selectors") {
  const auto other = [](const char* css) {
    source::SourceSet sources;
    source::Diagnostics diagnostics;
    const std::string sheet = "html { font-size: 10pt; line-height: 20pt } @page { size: 150pt 220pt; margin: 20pt }";
    const style::Cascade cascade(style::read_stylesheet(sources.add("test.css", sheet + css), diagnostics),
                                 style::Medium::print);
    return layout::pages_of_other_measure(cascade, {});
  };
  CHECK(other("").empty());
  CHECK(other("@page :first { margin-top: 90pt }").empty());
  CHECK(other("@page :left { margin-left: 30pt; margin-right: 10pt }").empty());
  CHECK(other("@page :first { margin-left: 30pt }") == std::vector<std::string>{":first"});
  CHECK(other("@page :left { margin-left: 30pt }") == std::vector<std::string>{":left"});
}
