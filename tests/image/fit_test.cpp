#include "image/fit.h"

#include "image/check.h"
#include "image/decode.h"
#include "image/encode.h"
#include "image/kinds.h"
#include "support/catch.h"

using namespace huozi;
using image::Change;
using image::Format;

namespace {

using Changes = std::vector<Change>;

image::Fitted fitted(const std::string& file, const image::Limits& limits = {}) {
  const auto info = image::probe(file);
  REQUIRE(info);
  const auto result = image::fit(file, *info, limits);
  REQUIRE(result);
  CHECK(result->changes.empty() == result->bytes.empty());
  if (!result->bytes.empty()) {
    const auto made = image::probe(result->bytes);
    REQUIRE(made);
    CHECK(made->format == result->format);
    CHECK(made->width == result->width);
    CHECK(made->height == result->height);
    CHECK(image::check(result->bytes, *made) == image::Condition::whole);
    // The same again, and fine as it is.
    CHECK(image::fit(file, *info, limits)->bytes == result->bytes);
    CHECK(image::fit(result->bytes, *made, limits)->changes.empty());
  }
  return *result;
}

}  // namespace

TEST_CASE("what readers can use keeps its bytes") {
  for (const std::string& file :
       {test::jpeg({}), test::jpeg({.colors = test::Jpeg::Colors::gray}), test::jpeg({.progressive = true}),
        test::jpeg({.profile = test::srgb_profile()}), test::png(test::Png{}),
        test::png(test::Png{.alpha = true, .interlaced = true}), test::gif({})}) {
    CHECK(fitted(file).changes.empty());
  }
}

TEST_CASE("what they cannot use is changed, and it is told how") {
  CHECK(fitted(test::jpeg({.colors = test::Jpeg::Colors::cmyk})).changes == Changes{Change::colors});
  CHECK(fitted(test::jpeg({.profile = test::wide_profile()})).changes == Changes{Change::colors});
  CHECK(fitted(test::png(test::Png{.profile = test::wide_profile()})).changes == Changes{Change::colors});
  CHECK(fitted(test::jpeg({.arithmetic = true})).changes == Changes{Change::format});
  CHECK(fitted(test::png(test::Png{.bits = 16})).changes == Changes{Change::depth});
  CHECK(fitted(test::gif({.frames = 2})).changes == Changes{Change::first_frame});
  CHECK(fitted(test::gif({.frames = 2})).format == Format::png);
  const image::Fitted turned = fitted(test::jpeg({.orientation = 6}));
  CHECK(turned.changes == Changes{Change::upright});
  CHECK(turned.format == Format::jpeg);
  CHECK(turned.width == 16);
  CHECK(turned.height == 32);
}

TEST_CASE("WebP becomes JPEG, or PNG where that would lose something") {
  CHECK(fitted(test::webp({})).format == Format::jpeg);
  CHECK(fitted(test::webp({})).changes == Changes{Change::format});
  CHECK(fitted(test::webp({.lossless = true})).format == Format::png);
  CHECK(fitted(test::webp({.alpha = true})).format == Format::png);
  const image::Fitted moving = fitted(test::webp({.frames = 2}));
  CHECK(moving.format == Format::png);
  CHECK(moving.changes == Changes{Change::format, Change::first_frame});
}

TEST_CASE("pictures are brought within the limits, their shape kept") {
  const auto size = [](const std::string& file, const image::Limits& limits) {
    const image::Fitted result = fitted(file, limits);
    return std::to_string(result.width) + "x" + std::to_string(result.height);
  };
  CHECK(size(test::jpeg({.width = 400, .height = 200}), {.width = 100, .height = 100}) == "100x50");
  CHECK(size(test::jpeg({.width = 400, .height = 200}), {.width = 1000, .height = 100}) == "200x100");
  CHECK(size(test::png(test::Png{.width = 400, .height = 200}), {.pixels = 20'000}) == "200x100");
  CHECK(size(test::jpeg({.width = 400, .height = 200, .orientation = 8}), {.width = 100, .height = 100}) == "50x100");
  CHECK(size(test::gif({.width = 4, .height = 2000}), {.width = 100, .height = 100}) == "1x100");
  CHECK(fitted(test::jpeg({.width = 400, .height = 200}), {.width = 400, .height = 200, .pixels = 80'000})
            .changes.empty());
  CHECK(size(test::jpeg({.width = 5000, .height = 1000}), {}) == "3200x640");
}

TEST_CASE("a JPEG of four hundred million pixels is read at an eighth") {
  const std::string file = test::jpeg({.width = 20'000, .height = 20'000, .colors = test::Jpeg::Colors::gray});
  const auto info = image::probe(file);
  REQUIRE(info);
  CHECK(image::check(file, *info) == image::Condition::whole);
  const auto result = image::fit(file, *info);
  REQUIRE(result);
  CHECK(result->width == 2000);
  CHECK(result->height == 2000);
}

TEST_CASE("a PNG is written with as little as it needs") {
  const auto written = [](const std::string& file) {
    auto bitmap = image::decode(file, *image::probe(file));
    const std::string made = image::encode_png(*bitmap);
    const auto info = image::probe(made);
    REQUIRE(info);
    // Nothing is lost.
    const auto back = image::decode(made, *info);
    REQUIRE(back);
    for (size_t i = 0; i < size_t{bitmap->width} * bitmap->height; ++i) {
      const uint8_t* a = bitmap->samples.data() + i * bitmap->channels();
      const uint8_t* b = back->samples.data() + i * back->channels();
      for (size_t k = 0; k < 3; ++k) {
        REQUIRE(a[bitmap->colors() == 1 ? 0 : k] == b[back->colors() == 1 ? 0 : k]);
      }
      REQUIRE((bitmap->alpha ? a[bitmap->colors()] : 255) == (back->alpha ? b[back->colors()] : 255));
    }
    return *info;
  };
  const image::ImageInfo quarters = written(test::png(test::Png{}));
  CHECK(quarters.palette);
  CHECK(quarters.bits == 2);
  const image::ImageInfo clear = written(test::png(test::Png{.alpha = true}));
  CHECK(clear.palette);
  CHECK(clear.transparent);
  const image::ImageInfo gray = written(test::jpeg({.colors = test::Jpeg::Colors::gray}));
  CHECK(gray.channels == 1);
  CHECK_FALSE(gray.palette);
}

TEST_CASE("profiles are kept where they are asked for") {
  image::Bitmap bitmap;
  bitmap.width = bitmap.height = 8;
  for (size_t i = 0; i < 192; ++i) bitmap.samples.push_back(static_cast<uint8_t>(i));
  bitmap.profile = test::wide_profile();
  for (const std::string& file : {image::encode_jpeg(bitmap, 90), image::encode_png(bitmap)}) {
    CHECK(image::profile_of(file, *image::probe(file)) == bitmap.profile);
  }
}
