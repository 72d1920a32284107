#include "pdf/image.h"

#include "image/kinds.h"
#include "pages.h"
#include "support/catch.h"
#include "support/png.h"

using namespace huozi;
using namespace std::string_literals;
using base::Length;

namespace {

bool has(const pdf::Dict& dict, const std::string& part) {
  return pdf::Val(dict).syntax().find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an opaque PNG is passed on as it is compressed") {
  const std::string file = test::png(2, 1, 2, "\0abcdef"s);
  const auto image = pdf::make_image(file);
  REQUIRE(image);
  CHECK(has(image->dict, "/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"));
  CHECK(has(image->dict, "/Predictor 15/Colors 3/BitsPerComponent 8/Columns 2"));
  CHECK(file.find(image->bytes) != std::string::npos);
  CHECK_FALSE(image->mask_dict);
}

TEST_CASE("a palette becomes an indexed colour space") {
  const auto image = pdf::make_image(test::png(2, 1, 3, "\0\0\1"s, test::png_chunk("PLTE", "abcdef")));
  REQUIRE(image);
  CHECK(has(image->dict, "[/Indexed /DeviceRGB 1 (abcdef)]"));
  CHECK_FALSE(pdf::make_image(test::png(2, 1, 3, "\0\0\1"s)));
}

TEST_CASE("transparency becomes a soft mask") {
  const auto image = pdf::make_image(test::png(2, 1, 4, "\0aBcD"s));
  REQUIRE(image);
  CHECK(has(image->dict, "/DeviceGray"));
  REQUIRE(image->mask_dict);
  CHECK(has(*image->mask_dict, "/DeviceGray"));
}

TEST_CASE("a JPEG is passed on whole, Adobe's CMYK with its inks turned round") {
  const std::string file =
      "\xFF\xD8\xFF\xEE\x00\x0E"s + "Adobe\0\x64\0\0\0\0\2"s + "\xFF\xC0\x00\x08\x08\x00\x03\x00\x02\x04"s;
  const auto image = pdf::make_image(file);
  REQUIRE(image);
  CHECK(image->bytes == file);
  CHECK(has(image->dict, "/DeviceCMYK/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"));
}

TEST_CASE("what PDF has no filter for is decoded") {
  for (const std::string& file : {test::webp({}), test::gif({}), test::jpeg({.arithmetic = true})}) {
    const auto image = pdf::make_image(file);
    REQUIRE(image);
    CHECK(has(image->dict, "/Width 32/Height 16/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode"));
    CHECK_FALSE(image->mask_dict);
  }
  for (const std::string& file : {test::webp({.lossless = true, .alpha = true}), test::gif({.clear = true})}) {
    const auto image = pdf::make_image(file);
    REQUIRE(image);
    CHECK(image->mask_dict);
  }
  CHECK_FALSE(pdf::make_image(test::webp({}).substr(0, 60)));
}

TEST_CASE("a drawing in pixels is drawn at four times its size, and no larger than a large page needs") {
  const auto drawn = [](const std::string& attributes, const pdf::PrintedSize& printed = {}) {
    return pdf::make_image(
        "<svg xmlns='http://www.w3.org/2000/svg' " + attributes +
            "><filter id='f'><feOffset/></filter><rect width='9' height='9' filter='url(#f)'/></svg>",
        {}, printed);
  };
  CHECK(drawn("width='20' height='10'")->obstacle == pdf::Obstacle::pictures);
  CHECK(has(drawn("width='20' height='10'", {Length::points(72), Length::points(36)})->dict, "/Width 400/Height 200"));
  CHECK(has(drawn("width='20' height='10'")->dict, "/Width 80/Height 40"));
  CHECK(has(drawn("width='4000' height='10'")->dict, "/Width 4000/Height 10"));
  CHECK_FALSE(drawn("width='20'").value().bytes.empty());
}

namespace {

// An inch wide and half an inch high.
std::optional<pdf::ImageData> for_an_inch(const std::string& file, pdf::Resolution resolution = {300, 1200}) {
  pdf::ImageTarget target;
  target.resolution = resolution;
  return pdf::make_image(file, target, {Length::points(72), Length::points(36)});
}

}  // namespace

TEST_CASE("a picture with many more pixels than its size can use is made smaller") {
  const auto photograph = for_an_inch(test::jpeg({.width = 1000, .height = 500}));
  REQUIRE(photograph);
  CHECK(has(photograph->dict, "/Width 300/Height 150/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode"));
  CHECK(photograph->width == 1000);  // what is told of it is the file's own
  const auto turned = for_an_inch(test::jpeg({.width = 500, .height = 1000, .orientation = 6}));
  REQUIRE(turned);
  CHECK(has(turned->dict, "/Width 150/Height 300"));
  const auto lossless = for_an_inch(test::png(test::Png{.width = 1000, .height = 500}), {150, 600});
  REQUIRE(lossless);
  CHECK(has(lossless->dict, "/Width 150/Height 75/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode"));
  const auto clear = for_an_inch(test::png(test::Png{.width = 1000, .height = 500, .alpha = true}));
  REQUIRE(clear);
  CHECK(has(*clear->mask_dict, "/Width 300/Height 150"));
}

TEST_CASE("nothing is scaled for little") {
  for (const std::string& file :
       {test::jpeg({.width = 450, .height = 225}), test::jpeg({.width = 100, .height = 50})}) {
    const auto kept = for_an_inch(file);
    REQUIRE(kept);
    CHECK(kept->bytes == file);
  }
  CHECK(has(for_an_inch(test::jpeg({.width = 452, .height = 226}))->dict, "/Width 300/Height 150"));
  // Of unlike proportions the side that needs more decides.
  CHECK(has(for_an_inch(test::jpeg({.width = 2000, .height = 500}))->dict, "/Width 600/Height 150"));
}

TEST_CASE("line art keeps four times the pixels, and stays black and white") {
  const auto drawn = [](uint32_t width) {
    std::string rows;
    for (uint32_t y = 0; y < width / 2; ++y) rows += '\0' + std::string(width / 8, y % 80 < 40 ? '\xF0' : '\x0F');
    return for_an_inch(test::png(width, width / 2, 0, rows, {}, 1), {75, 300});
  };
  CHECK(has(drawn(448)->dict, "/Width 448/Height 224/BitsPerComponent 1"));
  CHECK(has(drawn(640)->dict, "/Width 300/Height 150/BitsPerComponent 1/ColorSpace/DeviceGray"));
}

TEST_CASE("images stand where the page says, once in the file however often shown") {
  const auto folder = std::filesystem::temp_directory_path() / ("huozi-images-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "a.png", std::ios::binary) << test::png(1, 1, 6, "\0\xFF\0\0\x80"s);
  pdf::Options options = test::options();
  options.image_folder = folder;
  auto page = test::page({});
  const layout::Rect rect{Length::points(40), Length::points(60), Length::points(100), Length::points(50)};
  for (int i = 0; i < 2; ++i) page.items.push_back({layout::Region::body, layout::ImageItem{rect, "a.png", "图", {}}});
  const std::string bytes = test::write({page}, options);
  std::filesystem::remove_all(folder);
  size_t images = 0;
  for (size_t at = 0; (at = bytes.find("/SMask", at)) != std::string::npos; ++at) ++images;
  CHECK(images == 1);
  if (const auto checked = test::run_on("qpdf --check {}", bytes)) {
    INFO(*checked);
    CHECK(checked->find("No syntax or stream encoding errors") != std::string::npos);
  }
  if (const auto uncompressed = test::run_on("qpdf --qdf --stream-data=uncompress {} -", bytes)) {
    CHECK(uncompressed->find("q 100 0 0 50 40 390 cm /I0 Do Q") != std::string::npos);
  }
}

namespace {

const image::PressProfile& press() {
  static const image::PressProfile profile = image::find_press_profile("").value();
  return profile;
}

std::optional<pdf::ImageData> for_press(const std::string& file, pdf::Standard standard = pdf::Standard::x4) {
  static const image::InkConverter inks(press());
  return pdf::make_image(file, {standard, &inks});
}

}  // namespace

TEST_CASE("for the press colours become inks, pictures of greys black ink") {
  const auto coloured = for_press(test::png(2, 1, 2, "\0abcdef"s));
  REQUIRE(coloured);
  CHECK(has(coloured->dict, "/ColorSpace/DeviceCMYK/Filter/FlateDecode"));
  CHECK(coloured->most_ink > 0);
  const auto grey = for_press(test::png(2, 1, 2, "\0aaabbb"s));
  REQUIRE(grey);
  CHECK(has(grey->dict, "/ColorSpace/DeviceGray"));
  const auto photograph = for_press(test::jpeg({}));
  REQUIRE(photograph);
  CHECK(has(photograph->dict, "/ColorSpace/DeviceCMYK/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"));
  const auto palette = for_press(test::png(2, 1, 3, "\0\0\1"s, test::png_chunk("PLTE", "abcdef")));
  REQUIRE(palette);
  CHECK(has(palette->dict, "/ColorSpace/DeviceCMYK"));
}

TEST_CASE("a picture for the press states the rendering intent, and its inks follow it") {
  const std::string profile = test::two_intents_profile(press().bytes);
  const image::InkConverter one(image::read_press_profile(profile).value());
  const image::InkConverter perceptual(image::read_press_profile(profile, image::RenderingIntent::perceptual).value());
  const std::string coloured = test::png(2, 1, 2, "\0\x08\xF0\x10\xE0\x04\xF8"s);
  for (const pdf::Standard standard : {pdf::Standard::x4, pdf::Standard::x1a}) {
    const auto relative = pdf::make_image(coloured, {standard, &one});
    const auto other = pdf::make_image(coloured, {standard, &perceptual});
    REQUIRE(relative);
    REQUIRE(other);
    CHECK(has(relative->dict, "/ColorSpace/DeviceCMYK/Filter/FlateDecode/Intent/RelativeColorimetric>>"));
    CHECK(has(other->dict, "/ColorSpace/DeviceCMYK/Filter/FlateDecode/Intent/Perceptual>>"));
    CHECK(relative->bytes != other->bytes);
  }
  // What is passed on, what is drawn in pixels, and what shines through, whose mask has no colours.
  CHECK(has(for_press(test::jpeg({.colors = test::Jpeg::Colors::gray}))->dict, "/Intent/RelativeColorimetric"));
  const auto clear = for_press(test::png(test::Png{.width = 2, .height = 2, .alpha = true}));
  REQUIRE(clear);
  REQUIRE(clear->mask_dict);
  CHECK(has(clear->dict, "/Intent"));
  CHECK_FALSE(has(*clear->mask_dict, "/Intent"));
  CHECK_FALSE(has(pdf::make_image(coloured, {pdf::Standard::accessible, nullptr})->dict, "/Intent"));
}

TEST_CASE("PDF/X-1a shows paper where a picture is transparent, PDF/X-4 keeps the mask") {
  const std::string file = test::png(2, 1, 6,
                                     "\0abc\x10"
                                     "def\xFF"s);
  const auto kept = for_press(file);
  REQUIRE(kept);
  CHECK(kept->mask_dict);
  const auto flat = for_press(file, pdf::Standard::x1a);
  REQUIRE(flat);
  CHECK_FALSE(flat->mask_dict);
  CHECK(has(flat->dict, "/ColorSpace/DeviceCMYK"));
}

TEST_CASE("for screens inks become light, and light of another kind sRGB") {
  const auto inks =
      pdf::make_image(test::jpeg({.colors = test::Jpeg::Colors::cmyk}), {pdf::Standard::accessible, nullptr});
  REQUIRE(inks);
  CHECK(has(inks->dict, "/ColorSpace/DeviceRGB/Filter/DCTDecode"));
  const auto wide =
      pdf::make_image(test::jpeg({.profile = test::wide_profile()}), {pdf::Standard::accessible, nullptr});
  REQUIRE(wide);
  CHECK(wide->bytes.find("ICC_PROFILE") == std::string::npos);
  const std::string plain = test::jpeg({});
  const auto passed = pdf::make_image(plain, {pdf::Standard::accessible, nullptr});
  REQUIRE(passed);
  CHECK(passed->bytes == plain);
}
