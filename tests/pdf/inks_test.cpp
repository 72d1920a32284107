#include "pdf/inks.h"

#include "support/catch.h"

namespace huozi {
namespace {

using pdf::Inks;
using pdf::Standard;
using style::Color;

const Color kBlack{}, kTint{Color::Space::gray, {400}}, kGrey{Color::Space::rgb, {600, 600, 600}},
    kRed{Color::Space::rgb, {1000, 0, 0}}, kInks{Color::Space::cmyk, {0, 800, 500, 100}};

TEST_CASE("on the press text is black ink alone, and overprints where it is full", "[pdf]") {
  const Inks press(Standard::x4, {});
  CHECK(press.fill(kBlack) == "/G1 gs\n0 0 0 1 k\n");
  CHECK(press.fill(kTint) == "/G0 gs\n0 0 0 .4 k\n");
  CHECK(press.fill(kGrey) == "/G0 gs\n0 0 0 .4 k\n");
  CHECK(press.fill(kInks) == "/G0 gs\n0 .8 .5 .1 k\n");
  CHECK(press.stroke(kBlack) == "/G1 gs\n0 0 0 1 K\n");
  CHECK(pdf::Val(press.graphics_states()).syntax() ==
        "<</G0<</OP false/op false/OPM 1/RI/RelativeColorimetric>>/G1<</OP true/op true/OPM 1"
        "/RI/RelativeColorimetric>>>>");
  CHECK(press.converts(kRed));
  CHECK_FALSE(press.converts(kGrey));
  CHECK_FALSE(press.converts(kInks));
}

TEST_CASE("a screen has light, and inks are turned to light", "[pdf]") {
  const Inks screen(Standard::accessible, {});
  CHECK(screen.fill(kBlack) == "0 g\n");
  CHECK(screen.fill(kRed) == "1 0 0 rg\n");
  CHECK(screen.fill(kInks) == ".9 .1 .4 rg\n");
  CHECK(screen.stroke(kRed) == "1 0 0 RG\n");
  CHECK(screen.graphics_states().entries().empty());
  CHECK(Inks(Standard::none, {}).fill(kInks) == "0 .8 .5 .1 k\n");
}

TEST_CASE("the press's profile turns light to inks", "[pdf]") {
  const auto profile = image::find_press_profile("");
  REQUIRE(profile);
  const Inks press(Standard::x4, profile);
  CHECK(press.fill({Color::Space::rgb, {1000, 1000, 1000}}) == "/G0 gs\n0 0 0 0 k\n");
  const Color blue{Color::Space::rgb, {200, 400, 800}};
  CHECK(press.fill(blue).ends_with(" k\n"));
  CHECK(press.fill(blue) != Inks(Standard::x4, {}).fill(blue));
  CHECK(pdf::Val(press.graphics_states()).syntax() == pdf::Val(Inks(Standard::x4, {}).graphics_states()).syntax());
  const Inks other(Standard::x1a, image::find_press_profile("", image::RenderingIntent::perceptual));
  CHECK(pdf::Val(other.graphics_states()).syntax().find("/OPM 1/RI/Perceptual>>/G1") != std::string::npos);
}

}  // namespace
}  // namespace huozi
