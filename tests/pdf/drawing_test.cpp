#include "pdf/drawing.h"

#include <sstream>
#include <vector>

#include "pages.h"
#include "support/catch.h"

using namespace huozi;
using base::Length;

namespace {

const image::InkConverter& inks() {
  static const image::InkConverter made(image::find_press_profile("").value());
  return made;
}

const pdf::PrintedSize kInch{Length::points(72), Length::points(36)};

std::string svg(const std::string& inner) {
  return "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>" + inner + "</svg>";
}

pdf::Obstacle obstacle_of(const std::string& inner, pdf::Standard standard) {
  pdf::Obstacle obstacle = pdf::Obstacle::none;
  const auto made =
      pdf::make_drawing(svg(inner), {standard, pdf::is_press(standard) ? &inks() : nullptr}, kInch, obstacle);
  CHECK(made.has_value() == (obstacle == pdf::Obstacle::none));
  return obstacle;
}

// The file that has it, its streams readable.
std::string written(const std::string& inner, pdf::Standard standard) {
  pdf::Obstacle obstacle = pdf::Obstacle::none;
  const auto made =
      pdf::make_drawing(svg(inner), {standard, pdf::is_press(standard) ? &inks() : nullptr}, kInch, obstacle);
  REQUIRE(made);
  pdf::ObjectFile file;
  const pdf::Ref catalog = file.alloc(), pages = file.alloc(), page = file.alloc();
  const pdf::Ref drawing = pdf::add_drawing(file, *made);
  file.set(catalog, pdf::Dict().add("Type", pdf::Val::name("Catalog")).add("Pages", pages));
  file.set(pages, pdf::Dict().add("Type", pdf::Val::name("Pages")).add("Count", 1).add("Kids", pdf::Array().add(page)));
  pdf::Dict dict;
  dict.add("Type", pdf::Val::name("Page")).add("Parent", pages);
  dict.add("MediaBox", pdf::Array().add(0).add(0).add(72).add(36));
  dict.add("Resources", pdf::Dict().add("XObject", pdf::Dict().add("I0", drawing)));
  file.set(page, dict);
  const std::string bytes =
      file.save(catalog, pdf::Dict().add("Producer", pdf::Val::text("test")), 17, pdf::ObjectFile::Frame::table);
  return test::run_on("qpdf --qdf --stream-data=uncompress {} -", bytes).value_or("");
}

bool holds(const std::string& text, std::string_view part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a drawing's colours become those of the file it goes into") {
  const std::string drawing =
      "<rect width='200' height='100' fill='#ff0000'/><rect width='9' height='9' fill='#000'/>"
      "<rect width='9' height='9' fill='#333' stroke='#808080' stroke-width='4'/>";
  const std::string screen = written(drawing, pdf::Standard::accessible);
  CHECK(holds(screen, "1 0 0 rg"));
  CHECK(holds(screen, "/Matrix [\n    .00025\n    0\n    0\n    .0005"));
  const std::string press = written(drawing, pdf::Standard::x4);
  CHECK_FALSE(press.find(" rg") != std::string::npos);
  CHECK(holds(press, "0 0 0 1 k"));
  CHECK(holds(press, "0 0 0 .8 k"));
  CHECK(holds(press, "0 0 0 .498 K"));
  CHECK(holds(press, "/Knockout gs"));
  CHECK(holds(press, "/RI /RelativeColorimetric"));
  CHECK_FALSE(press.find("Transparency") != std::string::npos);  // its group is its parts
}

TEST_CASE("a drawing's letters are outlines") {
  const std::string made = written("<text x='9' y='40'>桥 arch</text>", pdf::Standard::x4);
  CHECK_FALSE(made.find("/Font") != std::string::npos);
  CHECK(holds(made, " c\n"));
}

TEST_CASE("a press gets no line that it cannot hold") {
  // 4000 units an inch of 72 points: a quarter of a point is 13.8889.
  CHECK(holds(written("<path d='M0 0L90 90' stroke='#000' stroke-width='.01'/>", pdf::Standard::x4), "13.8889 w"));
  CHECK_FALSE(holds(written("<path d='M0 0L90 90' stroke='#000' stroke-width='3'/>", pdf::Standard::x4), "13.8889 w"));
  CHECK_FALSE(
      holds(written("<path d='M0 0L90 90' stroke='#000' stroke-width='.01'/>", pdf::Standard::accessible), "13.8889"));
}

TEST_CASE("gradients are turned to inks in small steps, those of greys to black ink alone") {
  const auto gradient = [](const std::string& from, const std::string& to) {
    return "<linearGradient id='g'><stop offset='0' stop-color='" + from + "'/><stop offset='1' stop-color='" + to +
           "'/></linearGradient><rect width='90' height='90' fill='url(#g)'/>";
  };
  const auto count = [](const std::string& text, std::string_view part) {
    size_t found = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  const std::string coloured = written(gradient("#f00", "#00f"), pdf::Standard::x4);
  CHECK(holds(coloured, "/ColorSpace /DeviceCMYK"));
  CHECK(count(coloured, "/C0") == 8);
  CHECK(count(written(gradient("#fff", "#000"), pdf::Standard::x4), "/C0") == 1);
  CHECK(holds(written(gradient("#f00", "#00f"), pdf::Standard::accessible), "/ColorSpace /DeviceRGB"));
  CHECK(obstacle_of(gradient("#f00", "#00f"), pdf::Standard::x1a) == pdf::Obstacle::gradients);
}

TEST_CASE("a gradient that repeats keeps its places") {
  const std::string reflected =
      "<linearGradient id='g' spreadMethod='reflect' x2='.3'><stop offset='0' "
      "stop-color='#fff'/><stop offset='1' stop-color='#000'/></linearGradient>"
      "<path d='M50 90Q90 20 190 90' fill='none' stroke='url(#g)' stroke-width='8'/>";
  const std::string made = written(reflected, pdf::Standard::none);
  const size_t at = made.find("/Bounds [");
  REQUIRE(at != std::string::npos);
  std::istringstream bounds(made.substr(at + 9));
  int first = 0, second = 0, third = 0;
  bounds >> first >> second >> third;
  CHECK(std::vector<int>{first, second, third} == std::vector<int>{-1, 0, 1});
}

TEST_CASE("transparency stays where the standard has it") {
  const std::string drawing =
      "<g opacity='.5'><rect width='50' height='50' fill='#00f'/>"
      "<rect x='20' width='50' height='50' fill='#0f0'/></g>";
  CHECK(obstacle_of(drawing, pdf::Standard::x1a) == pdf::Obstacle::transparency);
  const std::string press = written(drawing, pdf::Standard::x4);
  CHECK(holds(press, "/ca .5"));
  CHECK(holds(press, "/CS /DeviceCMYK"));
  // Inks mix otherwise than light.
  const std::string blended =
      "<rect width='50' height='50' fill='#00f'/>"
      "<rect width='50' height='50' fill='#0f0' style='mix-blend-mode:difference'/>";
  CHECK(obstacle_of(blended, pdf::Standard::x4) == pdf::Obstacle::transparency);
  CHECK(holds(written(blended, pdf::Standard::accessible), "/BM /Difference"));
}

TEST_CASE("what is no line stays in pixels, whatever a stranger draws") {
  const std::string filtered =
      "<filter id='f'><feGaussianBlur stdDeviation='3'/></filter>"
      "<rect width='50' height='50' filter='url(#f)'/>";
  CHECK(obstacle_of(filtered, pdf::Standard::none) == pdf::Obstacle::pictures);
  std::string many, repeated = "<path id='a0' d='M0 0h9v9z' fill='#123'/>";
  for (int i = 0; i < 40'000; ++i) {
    many += "<path d='M" + std::to_string(i % 199) + " 0h3v" + std::to_string(i % 97) + "z' opacity='." +
            std::to_string(i % 9 + 1) + "'/>";
  }
  CHECK(obstacle_of(many, pdf::Standard::none) == pdf::Obstacle::too_large);
  for (int i = 1; i < 9; ++i) {
    repeated += "<g id='a" + std::to_string(i) + "'>";
    for (int k = 0; k < 10; ++k) repeated += "<use href='#a" + std::to_string(i - 1) + "'/>";
    repeated += "</g>";
  }
  CHECK(obstacle_of("<defs>" + repeated + "</defs><use href='#a8'/>", pdf::Standard::none) != pdf::Obstacle::none);
  std::string nested = "<rect width='9' height='9'/>";
  for (int i = 0; i < 60; ++i) nested = "<g opacity='.9'>" + nested + "</g>";
  CHECK(obstacle_of(nested, pdf::Standard::accessible) == pdf::Obstacle::too_large);
}
