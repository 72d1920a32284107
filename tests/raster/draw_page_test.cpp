#include "raster/draw_page.h"

#include "image/check.h"
#include "image/decode.h"
#include "image/probe.h"
#include "raster/png_writer.h"
#include "support/catch.h"
#include "support/fonts.h"

using namespace huozi;
using base::Length;

namespace {

const style::Color kRed{style::Color::Space::rgb, {1000, 0, 0, 0}};

layout::Page page_of(std::vector<layout::Item> items) {
  layout::Page page;
  page.width = Length::points(10);
  page.height = Length::points(20);
  page.items = std::move(items);
  return page;
}

layout::Item rule(int x, int y, int width, int height, const style::Color& color) {
  const auto points = [](int n) { return Length::points(n); };
  return {layout::Region::body, layout::RuleItem{{points(x), points(y), points(width), points(height)}, color, {}}};
}

std::optional<image::Bitmap> decoded(const std::string& png) {
  const auto info = image::probe(png);
  return info ? image::decode(png, *info) : std::nullopt;
}

// Red, green and blue; grey three times.
std::vector<int> pixel(const image::Bitmap& bitmap, uint32_t x, uint32_t y) {
  std::vector<int> out;
  for (size_t i = 0; i < 3; ++i) {
    out.push_back(bitmap.row(y)[x * bitmap.channels() + (bitmap.colors() == 1 ? 0 : i)]);
  }
  return out;
}

}  // namespace

TEST_CASE("rules stand where the page has them, later items over earlier ones") {
  const std::string png = raster::draw_page(page_of({rule(0, 0, 10, 20, kRed), rule(5, 0, 5, 10, {}),
                                                     rule(5, 10, 5, 10, {style::Color::Space::cmyk, {0, 1000, 0, 0}})}),
                                            {}, 100);
  const auto pixels = decoded(png);
  REQUIRE(pixels);
  CHECK(pixels->width == 100);
  CHECK(pixels->height == 200);
  CHECK_FALSE(pixels->alpha);
  CHECK(pixel(*pixels, 49, 0) == std::vector<int>{255, 0, 0});
  CHECK(pixel(*pixels, 50, 99) == std::vector<int>{0, 0, 0});
  CHECK(pixel(*pixels, 50, 100) == std::vector<int>{255, 0, 255});
  CHECK(pixel(*decoded(raster::draw_page(page_of({}), {}, 10)), 0, 0) == std::vector<int>{255, 255, 255});
}

TEST_CASE("a glyph's ink fills its box, and nothing beyond") {
  const auto font = test::song();
  layout::GlyphRun run;
  run.size = Length::points(10);
  run.origin = {Length(), Length::points(15)};
  run.glyphs = {{font->glyph(U'一'), {}, {}, 0, 3}};
  const std::string png = raster::draw_page(page_of({{layout::Region::body, run}}), {font.get()}, 1000);
  const auto pixels = decoded(png);
  REQUIRE(pixels);
  const text::GlyphBox box = font->box(font->glyph(U'一'));
  uint32_t left = 1000, right = 0;
  for (uint32_t y = 0; y < pixels->height; ++y) {
    for (uint32_t x = 0; x < pixels->width; ++x) {
      if (pixel(*pixels, x, y)[0] > 128) continue;
      left = std::min(left, x);
      right = std::max(right, x);
    }
  }
  CHECK(std::abs(static_cast<int>(left) - box.left) < 8);
  CHECK(std::abs(static_cast<int>(right) - box.right) < 8);
  CHECK(raster::draw_page(page_of({{layout::Region::body, run}}), {font.get()}, 1000) == png);
  CHECK(image::check(png, *image::probe(png)) == image::Condition::whole);
}

TEST_CASE("a PNG has the pixels it was given, with a palette or without") {
  constexpr uint32_t kSide = 64;
  const auto written = [&](auto color) {
    std::vector<uint32_t> data;
    for (uint32_t i = 0; i < kSide * kSide; ++i) data.push_back(color(i));
    raster::PixelRows rows;
    rows.width = rows.height = kSide;
    rows.stride = kSide * 4;
    rows.data = reinterpret_cast<const unsigned char*>(data.data());
    return raster::write_png(rows);
  };
  const auto at = [&](const std::string& png, uint32_t i) {
    const auto rgb = pixel(*decoded(png), i % kSide, i / kSide);
    return static_cast<uint32_t>(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
  };
  const std::string few = written([](uint32_t i) { return i % 256 * 0x010101; });
  CHECK(image::probe(few)->palette);
  const std::string many = written([](uint32_t i) { return i * 4099 % 0xFFFFFF; });
  CHECK_FALSE(image::probe(many)->palette);
  for (const uint32_t i : {0u, 77u, 255u, 4095u}) {
    CHECK(at(few, i) == i % 256 * 0x010101);
    CHECK(at(many, i) == i * 4099 % 0xFFFFFF);
  }
  // Flat areas keep their colour where the edges between them have too many.
  const std::string edges = written([](uint32_t i) { return i < 2000 ? 0xF6F1E7u : 0x232323u + i % 600; });
  CHECK(image::probe(edges)->palette);
  CHECK(at(edges, 0) == 0xF6F1E7);
}

TEST_CASE("a clockwise run is the upright one turned about its origin") {
  const auto font = test::song();
  const auto drawn = [&](bool clockwise) {
    layout::GlyphRun run;
    run.size = Length::points(20);
    run.origin = {Length::points(40), Length::points(40)};
    run.slant = 200;
    run.glyphs = {{font->glyph(U'R'), {}, {}, 0, 1}, {font->glyph(U'g'), Length::points(16), Length::points(3), 1, 2}};
    run.clockwise = clockwise;
    layout::Page page = page_of({{layout::Region::body, run}});
    page.width = page.height = Length::points(80);
    return decoded(raster::draw_page(page, {font.get()}, 320));
  };
  const auto upright = drawn(false), clockwise = drawn(true);
  REQUIRE(upright);
  REQUIRE(clockwise);
  size_t dark = 0, different = 0;
  for (uint32_t y = 0; y < 320; ++y) {
    for (uint32_t x = 0; x < 320; ++x) {
      const int here = pixel(*upright, x, y)[0], there = pixel(*clockwise, 319 - y, x)[0];
      dark += here < 128 ? 1 : 0;
      different += std::abs(here - there) > 64 ? 1 : 0;
    }
  }
  CHECK(dark > 200);
  CHECK(different == 0);
}
