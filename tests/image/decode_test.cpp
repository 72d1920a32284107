#include "image/decode.h"

#include <array>
#include <cstdlib>
#include <random>

#include "image/check.h"
#include "image/color.h"
#include "image/kinds.h"
#include "image/scale.h"
#include "support/catch.h"
#include "support/png.h"

using namespace huozi;
using namespace std::string_literals;
using image::Bitmap;
using image::Condition;

namespace {

Bitmap decoded(const std::string& file) {
  const auto info = image::probe(file);
  REQUIRE(info);
  REQUIRE(image::check(file, *info) == Condition::whole);
  auto bitmap = image::decode(file, *info);
  REQUIRE(bitmap);
  CHECK(bitmap->width == info->width);
  CHECK(bitmap->height == info->height);
  CHECK(bitmap->samples.size() == bitmap->height * bitmap->row_bytes());
  return std::move(*bitmap);
}

// The quarters as letters, row by row: the nearest of red, green, blue, white, black; "." is transparent.
std::string quarters(const Bitmap& bitmap) {
  std::string letters;
  for (const size_t y : {size_t{bitmap.height} / 4, size_t{bitmap.height} * 3 / 4}) {
    for (const size_t x : {size_t{bitmap.width} / 4, size_t{bitmap.width} * 3 / 4}) {
      const uint8_t* pixel = bitmap.row(y) + x * bitmap.channels();
      if (bitmap.alpha && pixel[bitmap.colors()] == 0) {
        letters += '.';
        continue;
      }
      const size_t colors = bitmap.colors();
      const int r = pixel[0], g = colors == 1 ? r : pixel[1], b = colors == 1 ? r : pixel[2];
      const auto is = [&](int red, int green, int blue) {
        return std::abs(r - red) < 40 && std::abs(g - green) < 40 && std::abs(b - blue) < 40;
      };
      letters += is(255, 0, 0)       ? 'R'
                 : is(0, 255, 0)     ? 'G'
                 : is(0, 0, 255)     ? 'B'
                 : is(255, 255, 255) ? 'W'
                 : is(0, 0, 0)       ? 'K'
                                     : '?';
    }
  }
  return letters;
}

}  // namespace

TEST_CASE("JPEG: grey, colours, inks, in one scan or several, of either coding") {
  CHECK(quarters(decoded(test::jpeg({}))) == "RGBW");
  CHECK(quarters(decoded(test::jpeg({.progressive = true}))) == "RGBW");
  CHECK(image::probe(test::jpeg({.progressive = true}))->progressive);
  CHECK_FALSE(image::probe(test::jpeg({}))->progressive);
  const std::string arithmetic = test::jpeg({.arithmetic = true});
  CHECK(image::probe(arithmetic)->arithmetic);
  CHECK(quarters(decoded(arithmetic)) == "RGBW");
  const Bitmap gray = decoded(test::jpeg({.colors = test::Jpeg::Colors::gray}));
  CHECK(gray.space == image::Space::gray);
  CHECK(std::abs(gray.row(4)[8] - 85) < 4);
  Bitmap inks = decoded(test::jpeg({.colors = test::Jpeg::Colors::cmyk}));
  CHECK(inks.space == image::Space::cmyk);
  image::make_srgb(inks);
  CHECK(quarters(inks) == "RGBW");
}

TEST_CASE("a JPEG is read at a part of its size") {
  const std::string file = test::jpeg({.width = 1600, .height = 800});
  const auto info = image::probe(file);
  const auto width = [&](uint32_t wanted) { return image::decode(file, *info, {wanted, wanted / 2})->width; };
  CHECK(width(0) == 1600);
  CHECK(width(801) == 1600);
  CHECK(width(800) == 800);
  CHECK(width(201) == 400);
  CHECK(width(10) == 200);
}

TEST_CASE("PNG: depths, alpha, interlacing, transparent colours") {
  CHECK(quarters(decoded(test::png(test::Png{}))) == "RGBW");
  CHECK(quarters(decoded(test::png(test::Png{.bits = 16}))) == "RGBW");
  CHECK(quarters(decoded(test::png(test::Png{.alpha = true, .interlaced = true}))) == "RGB.");
  const Bitmap pixels = decoded(test::png(2, 1, 6, "\0abcDefgH"s));
  CHECK(std::string(pixels.samples.begin(), pixels.samples.end()) == "abcDefgH");
  const Bitmap gray = decoded(test::png(2, 1, 4, "\0aBcD"s));
  CHECK(gray.space == image::Space::gray);
  CHECK(std::string(gray.samples.begin(), gray.samples.end()) == "aBcD");
  const Bitmap clear = decoded(test::png(2, 1, 0, "\0ab"s, test::png_chunk("tRNS", "\0a"s)));
  CHECK(std::string(clear.samples.begin(), clear.samples.end()) == "a\0b\xFF"s);
}

TEST_CASE("WebP: lossy, lossless, transparent, moving") {
  CHECK(quarters(decoded(test::webp({}))) == "RGBW");
  CHECK_FALSE(image::probe(test::webp({}))->lossless);
  const std::string lossless = test::webp({.lossless = true, .alpha = true});
  CHECK(image::probe(lossless)->lossless);
  CHECK(image::probe(lossless)->transparent);
  CHECK(quarters(decoded(lossless)) == "RGB.");
  const std::string moving = test::webp({.frames = 3});
  CHECK(image::probe(moving)->animated);
  CHECK(quarters(decoded(moving)) == "RGBW");
}

TEST_CASE("GIF: whole, interlaced, transparent, moving, a frame smaller than its canvas") {
  CHECK(quarters(decoded(test::gif({}))) == "RGBW");
  CHECK_FALSE(image::probe(test::gif({}))->animated);
  CHECK(quarters(decoded(test::gif({.interlaced = true}))) == "RGBW");
  CHECK(quarters(decoded(test::gif({.clear = true}))) == "RGB.");
  const std::string moving = test::gif({.frames = 3});
  CHECK(image::probe(moving)->animated);
  CHECK(quarters(decoded(moving)) == "RGBW");
  std::string larger = test::gif({});
  larger[6] = 64;  // the canvas' width
  CHECK(quarters(decoded(larger)) == "G.W.");
}

TEST_CASE("orientation as EXIF tells it") {
  constexpr std::array<std::string_view, 8> kSeen = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const std::string file = test::jpeg({.orientation = orientation});
    const auto info = image::probe(file);
    REQUIRE(info);
    CHECK(info->orientation == orientation);
    const Bitmap seen = image::upright(decoded(file), orientation);
    CHECK(seen.width == info->shown_width());
    INFO(orientation);
    CHECK(quarters(seen) == kSeen[static_cast<size_t>(orientation - 1)]);
  }
}

TEST_CASE("profiles are found, and colours are made sRGB's") {
  const std::string wide = test::wide_profile();
  for (const std::string& file : {test::jpeg({.profile = wide}), test::png(test::Png{.profile = wide})}) {
    const auto info = image::probe(file);
    CHECK(image::profile_of(file, *info) == wide);
    CHECK(decoded(file).profile == wide);
  }
  CHECK_FALSE(image::is_near_srgb(wide, image::Space::rgb));
  CHECK(image::is_near_srgb(test::srgb_profile(), image::Space::rgb));
  CHECK(image::is_near_srgb("", image::Space::rgb));
  CHECK(image::is_near_srgb("no profile at all", image::Space::rgb));
  CHECK(image::is_near_srgb(wide, image::Space::gray));  // for another number of channels: of no use

  Bitmap bitmap;
  bitmap.width = bitmap.height = 1;
  bitmap.alpha = true;
  bitmap.samples = {180, 120, 60, 77};
  bitmap.profile = wide;
  image::make_srgb(bitmap);
  CHECK(bitmap.samples[0] > 200);  // stronger numbers for the same colour
  CHECK(bitmap.samples[2] < 60);
  CHECK(bitmap.samples[3] == 77);
  CHECK(bitmap.profile.empty());
}

TEST_CASE("light is added up, and transparent pixels have no colour") {
  Bitmap bitmap;
  bitmap.width = 16;
  bitmap.height = 16;
  bitmap.space = image::Space::gray;
  for (size_t i = 0; i < 256; ++i) bitmap.samples.push_back((i + i / 16) % 2 ? 255 : 0);
  const Bitmap half = image::scaled_down(bitmap, 4, 4);
  for (const uint8_t sample : half.samples) CHECK(std::abs(sample - 188) < 3);  // half the light

  Bitmap edge;
  edge.width = 64;
  edge.height = 1;
  edge.alpha = true;
  for (int i = 0; i < 64; ++i) {
    const bool left = i < 32;
    for (const int sample : {left ? 255 : 0, 0, left ? 0 : 255, left ? 255 : 0}) {
      edge.samples.push_back(static_cast<uint8_t>(sample));
    }
  }
  const Bitmap small = image::scaled_down(edge, 8, 1);
  for (size_t x = 0; x < 8; ++x) {
    const uint8_t* pixel = small.row(0) + x * 4;
    if (pixel[3] > 0) CHECK(pixel[2] == 0);
  }
}

TEST_CASE("a plain picture stays plain at any size") {
  Bitmap bitmap;
  bitmap.width = 37;
  bitmap.height = 23;
  bitmap.samples.assign(37 * 23 * 3, 200);
  for (const uint32_t width : {1u, 2u, 11u, 36u, 37u}) {
    const Bitmap small = image::scaled_down(bitmap, width, (width + 1) / 2);
    for (const uint8_t sample : small.samples) REQUIRE(sample == 200);
  }
}

TEST_CASE("inks are added up as the paper they cover") {
  image::Bitmap stripes;
  stripes.width = stripes.height = 8;
  stripes.space = image::Space::cmyk;
  for (size_t i = 0; i < 64; ++i) {
    const uint8_t ink = i % 2 ? 255 : 0;
    for (const uint8_t each : {ink, uint8_t{0}, uint8_t{255}, uint8_t{40}}) stripes.samples.push_back(each);
  }
  const image::Bitmap small = image::scaled_down(stripes, 2, 2);
  CHECK(std::abs(small.samples[0] - 128) < 20);
  CHECK(small.samples[1] == 0);
  CHECK(small.samples[2] == 255);
  CHECK(small.samples[3] == 40);
}

TEST_CASE("whatever the damage, every decoder ends") {
  std::mt19937 random(11);
  const std::string files[] = {test::jpeg({.colors = test::Jpeg::Colors::cmyk, .progressive = true}),
                               test::jpeg({.arithmetic = true, .profile = test::wide_profile()}),
                               test::png(test::Png{.bits = 16, .interlaced = true, .profile = test::wide_profile()}),
                               test::webp({.alpha = true}),
                               test::webp({.lossless = true}),
                               test::webp({.frames = 3}),
                               test::gif({.interlaced = true, .frames = 2})};
  const auto read = [](const std::string& file) {
    const auto info = image::probe(file);
    if (!info || uint64_t{info->width} * info->height > 4'000'000) return;
    image::check(file, *info);
    auto bitmap = image::decode(file, *info);
    if (bitmap) image::make_srgb(*bitmap);
  };
  for (const std::string& whole : files) {
    for (size_t size = 0; size < whole.size(); size += 1 + whole.size() / 60) read(whole.substr(0, size));
    for (int round = 0; round < 150; ++round) {
      std::string file = whole;
      for (size_t n = random() % 8 + 1; n > 0; --n) file[random() % file.size()] = static_cast<char>(random());
      read(file);
    }
  }
}

TEST_CASE("a file cut off is damaged, whatever its kind") {
  for (const std::string& whole : {test::webp({}), test::webp({.lossless = true}), test::webp({.frames = 2}),
                                   test::gif({.width = 200, .height = 200})}) {
    const std::string cut = whole.substr(0, whole.size() / 2);
    const auto info = image::probe(cut);
    CHECK((!info || image::check(cut, *info) == Condition::damaged));
    CHECK(image::has_known_signature(cut));
  }
}
