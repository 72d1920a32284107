#include "image/color_profile.h"

#include <cstdlib>

#include "image/kinds.h"
#include "support/catch.h"

namespace huozi {
namespace {

TEST_CASE("the sRGB profile is the same on every day", "[image]") {
  const std::string& profile = image::srgb_profile();
  REQUIRE(profile.size() > 128);
  CHECK(profile.size() < 1024);
  CHECK(profile.substr(12, 4) == "mntr");
  CHECK(profile.substr(16, 4) == "RGB ");
  CHECK(profile.substr(24, 6) == std::string("\x07\xD0\0\x01\0\x01", 6));
  CHECK(profile.substr(36, 4) == "acsp");
}

TEST_CASE("a press's profile is one of an output device in four inks", "[image]") {
  CHECK_FALSE(image::read_press_profile(image::srgb_profile()));
  CHECK_FALSE(image::read_press_profile("no profile"));
  CHECK_FALSE(image::read_press_profile(std::string(4096, '\0')));
  CHECK_FALSE(image::find_press_profile("no such profile"));
  const auto found = image::find_press_profile("");
  REQUIRE(found);
  CHECK_FALSE(found->description.empty());
  CHECK(image::read_press_profile(found->bytes));
  CHECK_FALSE(image::read_press_profile(found->bytes.substr(0, 200)));
}

TEST_CASE("light becomes inks", "[image]") {
  const auto profile = image::find_press_profile("");
  REQUIRE(profile);
  const image::InkConverter converter(*profile);
  CHECK(converter.inks(1000, 1000, 1000) == std::array<uint16_t, 4>{0, 0, 0, 0});
  const auto red = converter.inks(1000, 0, 0);
  CHECK(red[1] > 800);
  CHECK(red[2] > 800);
  CHECK(red[0] < 200);
  CHECK(converter.inks(1000, 0, 0) == red);
}

TEST_CASE("the rendering intent decides what becomes of light that inks cannot show", "[image]") {
  const auto general = image::find_press_profile("");
  REQUIRE(general);
  const std::string bytes = test::two_intents_profile(general->bytes);
  const auto relative = image::read_press_profile(bytes),
             perceptual = image::read_press_profile(bytes, image::RenderingIntent::perceptual);
  REQUIRE(relative);
  REQUIRE(perceptual);
  CHECK(relative->intent == image::RenderingIntent::relative);
  CHECK(perceptual->intent == image::RenderingIntent::perceptual);
  const image::InkConverter one(*relative), other(*perceptual);
  CHECK(other.intent() == image::RenderingIntent::perceptual);
  CHECK(one.inks(0, 1000, 0)[2] == 1000);
  CHECK(other.inks(0, 1000, 0)[2] == 900);
  CHECK(other.inks(1000, 1000, 1000) == std::array<uint16_t, 4>{0, 0, 0, 0});
  const auto converted = [](const image::InkConverter& converter) {
    image::Bitmap green;
    green.width = green.height = 1;
    green.samples = {0, 255, 0};
    converter.convert(green);
    REQUIRE(green.space == image::Space::cmyk);
    return static_cast<int>(green.samples[2]);
  };
  CHECK(converted(one) == 255);
  CHECK(std::abs(converted(other) - 230) <= 1);
}

TEST_CASE("a press's profile without a way to its inks, or with none of the intent, is none", "[image]") {
  const auto profile = image::find_press_profile("");
  REQUIRE(profile);
  // The tags' table stands from byte 128: four bytes of their number, twelve for each.
  const auto without = [&](std::initializer_list<std::string_view> tags) {
    std::string bytes = profile->bytes;
    for (const std::string_view tag : tags) {
      for (size_t at = 132; at + 12 <= 132 + 12 * size_t{static_cast<uint8_t>(bytes[131])}; at += 12) {
        if (bytes.compare(at, 4, tag) == 0) bytes.replace(at, 4, "xxxx");
      }
    }
    return bytes;
  };
  using image::RenderingIntent;
  CHECK(image::read_press_profile(without({"B2A0"})));
  CHECK_FALSE(image::read_press_profile(without({"B2A0"}), RenderingIntent::perceptual));
  CHECK(image::read_press_profile(without({"B2A1"}), RenderingIntent::perceptual));
  CHECK_FALSE(image::read_press_profile(without({"B2A0", "B2A1", "B2A2"})));
}

TEST_CASE("a picture whose own profile is of no use is taken for sRGB", "[image]") {
  const auto press = image::find_press_profile("");
  REQUIRE(press);
  const image::InkConverter converter(*press);
  const auto inks_with = [&](std::string profile) {
    image::Bitmap red;
    red.width = red.height = 1;
    red.samples = {200, 30, 20};
    red.profile = std::move(profile);
    converter.convert(red);
    CHECK(red.space == image::Space::cmyk);
    return red.samples;
  };
  const auto plain = inks_with("");
  CHECK(inks_with("no profile") == plain);
  CHECK(inks_with(press->bytes) == plain);  // of other channels
  std::string link = image::srgb_profile();
  link.replace(12, 4, "abst");
  CHECK(inks_with(link) == plain);
  std::string curves = image::srgb_profile();
  for (const std::string_view tag : {"rTRC", "gTRC", "bTRC"}) curves.replace(curves.find(tag), 4, "xxxx");
  CHECK(inks_with(curves) == plain);
}

}  // namespace
}  // namespace huozi
