#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;
using layout::Galley;

namespace {

// 80 x 40 pixels: 60 x 30 pt, two rows.
Inline picture() {
  Inline node = img("a.png", "图");
  auto& image = std::get<document::Image>(node.content);
  image.file = "a.png";
  image.pixel_width = 80;
  image.pixel_height = 40;
  return node;
}

const std::string kTop = "figure { float: top; margin: 5pt 0 }";
const std::string kBottom = "figure { float: bottom; margin: 5pt 0 }";

// "rows 3: 0>f0 | f0 top 80": the rows that call floats, then each float, its place and height.
std::string show(const Galley& galley) {
  std::string out = "rows " + std::to_string(galley.rows.size());
  for (size_t r = 0; r < galley.rows.size(); ++r) {
    for (const uint32_t index : galley.rows[r].floats) out += " " + std::to_string(r) + ">f" + std::to_string(index);
  }
  for (const layout::PageFloat& each : galley.floats) {
    out += std::string(" | ") + (each.at_foot ? "foot " : "head ") + std::to_string(each.height / Length::points(1));
  }
  return out;
}

std::string floats(Blocks blocks, const std::string& css, const std::string& reason = {}) {
  const Typeset book({chapter("", std::move(blocks))}, css);
  std::string reported;
  for (const source::Diagnostic& each : book.diagnostics.items()) {
    if (each.rule == "layout.float-kept") reported += each.arguments.at(0);
  }
  CHECK(reported == reason);
  return show(book.galleys[0]);
}

}  // namespace

TEST_CASE("a figure that floats is called in the row before it") {
  // Two rows, one of caption, and the margin on the text's side in whole rows.
  CHECK(floats({p("一"), figure({p({picture()})}, Words("说")), p("二")}, kTop) == "rows 2 0>f0 | head 80");
  CHECK(floats({p("一"), figure({p({picture()})}, Words("说")), p("二")}, kBottom) == "rows 2 0>f0 | foot 80");
  CHECK(floats({p("一"), figure({p({picture()})}), p("二")}, "figure { float: top }") == "rows 2 0>f0 | head 40");
}

TEST_CASE("a float with nothing before it is called in the first row") {
  CHECK(floats({figure({p({picture()})}), figure({p({picture()})}), p("二")}, "figure { float: top }") ==
        "rows 1 0>f0 0>f1 | head 40 | head 40");
}

TEST_CASE("a float after a forced break belongs to what follows") {
  const std::string css = "figure { float: top } .cut { break-after: page }";
  const Block cut = with_class(p("一"), "cut");
  CHECK(floats({cut, figure({p({picture()})}), p("二")}, css) == "rows 2 1>f0 | head 40");
  CHECK(floats({cut, figure({p({picture()})})}, css) == "rows 1 0>f0 | head 40");
}

TEST_CASE("a section of floats alone has them as its text") {
  CHECK(floats({figure({p({picture()})}), figure({p({picture()})})}, "figure { float: top }") == "rows 2");
}

TEST_CASE("what cannot float stays in the flow") {
  CHECK(floats({p("一"), figure({p({picture()})}, Words{t("说"), note({p("注")})})}, kTop, "it calls notes") ==
        "rows 4");
  std::string words;
  for (int i = 0; i < 7; ++i) words += "一二三四五六七八九十";
  CHECK(floats({p("一"), figure({p({picture()})}, Words({t(words)}))}, kTop, "it is higher than a page") == "rows 10");
  CHECK(floats({p("一")}, "p { float: bottom }") == "rows 1");
  CHECK(floats({h(2, "一")}, "h2 { float: top }", "it is a heading") == "rows 1");
  CHECK(floats({list({{figure({p({picture()})})}})}, kTop, "a list item begins with it").starts_with("rows"));
  CHECK(floats({p({t("一"), note({figure({p({picture()})})})})}, kTop, "it stands in a note or a table") == "rows 1");
}

TEST_CASE("a division that floats to the head is a float, one at the foot only stands there") {
  CHECK(floats({p("一"), division("box", {p("二"), p("三")})}, ".box { float: top }") == "rows 1 0>f0 | head 40");
  CHECK(floats({p("一"), division("box", {p("二"), p("三")})}, ".box { float: bottom }") == "rows 3");
  CHECK(floats({p("一"), division("box", {p("二"), figure({p({picture()})})})}, ".box, figure { float: top }",
               "it stands in another float") == "rows 1 0>f0 | head 60");
}

TEST_CASE("every way to set a paragraph calls its floats once") {
  const auto called = [](auto begin, auto end) {
    std::vector<uint32_t> floats;
    for (; begin != end; ++begin) floats.insert(floats.end(), begin->floats.begin(), begin->floats.end());
    return floats;
  };
  size_t variants = 0;
  std::string words;
  for (int i = 0; i < 40; ++i) {
    words += "一二三，四五。";
    const Block text = p({t(words)});
    const Typeset book({chapter("", {figure({p({picture()})}), text, figure({p({picture()})})})},
                       "figure { float: top } @page { size: 400pt 220pt; -huozi-type-area: 28 8 }");
    source::Diagnostics diagnostics;
    const Galley galley = layout::set_section(book.book, 0, book.cascade, test_library(), diagnostics);
    variants += galley.variants.size();
    for (const layout::ParagraphVariant& variant : galley.variants) {
      CHECK(called(variant.rows.begin(), variant.rows.end()) == std::vector<uint32_t>{0, 1});
      CHECK(called(galley.rows.begin() + variant.begin, galley.rows.begin() + variant.end) ==
            std::vector<uint32_t>{0, 1});
    }
  }
  CHECK(variants > 0);
}
