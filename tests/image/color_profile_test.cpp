#include "image/color_profile.h"

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
  const image::InkConverter converter(profile->bytes);
  CHECK(converter.inks(1000, 1000, 1000) == std::array<uint16_t, 4>{0, 0, 0, 0});
  const auto red = converter.inks(1000, 0, 0);
  CHECK(red[1] > 800);
  CHECK(red[2] > 800);
  CHECK(red[0] < 200);
  CHECK(converter.inks(1000, 0, 0) == red);
}

}  // namespace
}  // namespace huozi
