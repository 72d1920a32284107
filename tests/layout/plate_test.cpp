#include "support/catch.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

// The type area of kPlainSheet is 100 x 150 pt, from 30,25 on.
constexpr const char* kPlates = R"(
.plate { -huozi-plate: page }
.landscape { -huozi-turn: left }
figcaption { font-size: 10pt; line-height: 20pt; text-align: center }
@page { @top-center { content: '眉'; margin-bottom: 2pt } @bottom-center { content: counter(page); margin-top: 2pt } }
@page :plate { @top-center { content: none } }
)";

// Three quarters of a point a pixel.
Inline picture(uint32_t across, uint32_t down) {
  Inline node = img("a.png", "图");
  auto& image = std::get<document::Image>(node.content);
  image.file = "a.png";
  image.pixel_width = across;
  image.pixel_height = down;
  return node;
}

Block plate(Inline image, Words caption = {}, std::string more = {}) {
  Block block = figure({p({std::move(image)})}, std::move(caption));
  block.info.attributes.classes = {"plate"};
  if (!more.empty()) block.info.attributes.classes.push_back(std::move(more));
  return block;
}

std::string rules(const Typeset& book) {
  std::string out;
  for (const source::Diagnostic& each : book.diagnostics.items()) {
    out += each.rule;
    for (const std::string& argument : each.arguments) out += " " + argument;
    out += "\n";
  }
  return out;
}

// The second page of a chapter of a line, a plate and a line.
std::string second(Block block, const std::string& said = {}, const std::string& css = {}) {
  const Typeset book({chapter("", {p("甲"), std::move(block), p("乙")})}, kPlates + css);
  CHECK(rules(book) == said);
  REQUIRE(book.pages.size() == 2);
  CHECK(dump(book.pages[0]).find("run 30 53.8 乙\n") != std::string::npos);  // the text goes on before it
  return dump(book.pages[1]);
}

const std::string kHead = "page 2 verso 150x220\n";
const std::string kFolio = "  margin run 77.5 190.8 2\n";

}  // namespace

TEST_CASE("a plate is as large as the type area, in its middle, below no running head") {
  CHECK(second(plate(picture(400, 400))) == kHead + "  image 30 50 100x100 a.png\n" + kFolio);
  CHECK(second(plate(picture(400, 800))) == kHead + "  image 42.5 25 75x150 a.png\n" + kFolio);
}

TEST_CASE("a plate's caption stands below it within the type area") {
  CHECK(second(plate(picture(400, 800), "说")) == kHead + "  image 47.5 25 65x130 a.png\n  run 75 168.8 说\n" + kFolio);
  CHECK(second(plate(picture(400, 800), "说"), "", "figcaption { margin-top: 10pt }") ==
        kHead + "  image 50 25 60x120 a.png\n  run 75 168.8 说\n" + kFolio);
}

TEST_CASE("no plate is larger than by itself; one that is coarse is reported") {
  CHECK(second(plate(picture(80, 40)), "layout.plate-coarse 96 125 62\n") ==
        kHead + "  image 50 85 60x30 a.png\n" + kFolio);
  // 100 pt are 208 and a third pixels at 150 an inch.
  CHECK(second(plate(picture(208, 208)), "layout.plate-coarse 149 209 209\n").find("100x100") != std::string::npos);
  CHECK(second(plate(picture(209, 209))).find("100x100") != std::string::npos);
}

TEST_CASE("a division is a plate with all that is in it") {
  const std::string two = second(with_class(
      division("x", {figure({p({picture(400, 800)})}), figure({p({picture(400, 800)})}, Words("说"))}), "plate"));
  CHECK(two == kHead + "  image 63.75 25 32.5x65 a.png\n  image 63.75 90 32.5x65 a.png\n  run 75 168.8 说\n" + kFolio);
}

TEST_CASE("a plate turns with its caption") {
  CHECK(second(plate(picture(800, 400), "说", "landscape")) ==
        kHead + "  image 32.5 25 75x150 a.png turned\n  run turned 121.3 105 说\n" + kFolio);
}

TEST_CASE("notes of a caption stand below it on the plate") {
  const std::string noted = second(plate(picture(400, 800), Words{t("说"), note({p("注")})}));
  CHECK(noted.find("image 52.5 25 55x110 a.png\n") != std::string::npos);
  INFO(noted);
  CHECK(noted.find("run 37.5 171.9 注\n") != std::string::npos);
}

TEST_CASE("a plate stays in its chapter, and may be all of it") {
  const Typeset book({chapter("", {p("甲"), plate(picture(400, 400))}), chapter("", {plate(picture(400, 400))}),
                      chapter("", {p("丙")})},
                     kPlates);
  REQUIRE(book.pages.size() == 4);
  const std::string image = "  image 30 50 100x100 a.png\n";
  CHECK(dump(book.pages[1]) == kHead + image + kFolio);
  CHECK(dump(book.pages[2]) == "page 3 recto 150x220\n" + image + "  margin run 77.5 190.8 3\n");
  CHECK(dump(book.pages[3]).find("丙") != std::string::npos);
}

TEST_CASE("a caption that needs more than its share of the page goes on on the next") {
  std::string words;
  for (int i = 0; i < 12; ++i) words += "一二三四五六七八九十";
  const Typeset book({chapter("", {p("甲"), plate(picture(400, 800), words.c_str())})}, kPlates);
  std::string all;
  for (const layout::Page& page : book.pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (run && item.region == layout::Region::body) all += run->text;
      const auto* image = std::get_if<layout::ImageItem>(&item.content);
      if (image) CHECK(image->rect.height > Length::points(50));
    }
  }
  CHECK(all == "甲" + words);
}

TEST_CASE("images in the text: no wider than the measure, no larger than by themselves, on one page with the caption") {
  const auto shown = [](Inline image, Words caption) {
    const Typeset book({chapter("", {p("甲"), figure({p({std::move(image)})}, std::move(caption)), p("乙")})},
                       std::string(kPlates) + "figure { break-inside: avoid }");
    std::string out;
    for (const layout::Page& page : book.pages) {
      if (dump(page).find("image") != std::string::npos) out += dump(page);
    }
    return out;
  };
  CHECK(shown(picture(80, 40), {}).find("image 50 45 60x30 a.png") != std::string::npos);
  CHECK(shown(picture(400, 100), {}).find("image 30 47.5 100x25 a.png\n  run 30 93.8 乙") != std::string::npos);
  const std::string tall = shown(picture(400, 4000), "说");
  CHECK(tall.find("x120 a.png\n") != std::string::npos);
  CHECK(tall.find("说") != std::string::npos);
}
