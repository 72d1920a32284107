#include "image/probe.h"

#include "image/decode.h"
#include "support/catch.h"
#include "support/png.h"

using namespace huozi;
using namespace std::string_literals;

namespace {

// A JPEG up to its frame header: 3 rows, 2 columns.
std::string jpeg(const std::string& segments, int channels) {
  return "\xFF\xD8"s + segments + "\xFF\xC0\x00\x08\x08\x00\x03\x00\x02"s + static_cast<char>(channels);
}

std::string exif(const std::string& tiff) {
  return "\xFF\xE1\x00"s + static_cast<char>(tiff.size() + 8) + "Exif\0\0"s + tiff;
}

}  // namespace

TEST_CASE("a JPEG's size, channels, resolution and orientation are read") {
  const std::string jfif = "\xFF\xE0\x00\x10JFIF\0\1\1\1\1\x2C\1\x2C\0\0"s;  // 300 dots an inch
  const std::string turned = exif("II*\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0\6\0\0\0"s);
  const auto info = image::probe(jpeg(jfif + turned, 3));
  REQUIRE(info);
  CHECK(info->format == image::Format::jpeg);
  CHECK(info->width == 2);
  CHECK(info->height == 3);
  CHECK(info->channels == 3);
  CHECK(info->dots_per_metre == 11811);
  CHECK(info->orientation == 6);
  CHECK(info->shown_width() == 3);
  const auto big_endian = image::probe(jpeg(exif("MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\x08\0\0"s), 1));
  REQUIRE(big_endian);
  CHECK(big_endian->orientation == 8);
  CHECK(big_endian->dots_per_metre == 0);
}

TEST_CASE("Adobe's inverted CMYK is recognised") {
  const std::string adobe = "\xFF\xEE\x00\x0E"s + "Adobe\0\x64\0\0\0\0\2"s;
  CHECK(image::probe(jpeg(adobe, 4))->adobe_cmyk);
  CHECK_FALSE(image::probe(jpeg(adobe, 3))->adobe_cmyk);
  CHECK_FALSE(image::probe(jpeg("", 4))->adobe_cmyk);
}

TEST_CASE("a PNG's header is read") {
  const auto info =
      image::probe(test::png(2, 1, 6, "\0abcdefgh"s, test::png_chunk("pHYs", "\0\0\x2E\x23\0\0\x2E\x23\1"s)));
  REQUIRE(info);
  CHECK(info->width == 2);
  CHECK(info->height == 1);
  CHECK(info->channels == 4);
  CHECK(info->transparent);
  CHECK_FALSE(info->interlaced);
  CHECK(info->dots_per_metre == 0x2E23);
  CHECK(image::probe(test::png(2, 1, 0, "\0ab"s, test::png_chunk("tRNS", "\0a"s)))->transparent);
}

TEST_CASE("what is no picture, or cut off, gives nothing and does no harm") {
  CHECK_FALSE(image::probe(""));
  CHECK_FALSE(image::probe("GIF89a"));
  CHECK_FALSE(image::probe(test::png(0, 1, 0, "\0"s)));
  CHECK_FALSE(image::probe(test::png(1, 1u << 31, 0, "\0"s)));
  const std::string whole = jpeg(exif("II*\0\x08\0\0\0\xFF\xFF\x12\x01\3\0\1\0\0\0\6\0\0\0"s), 3);
  for (size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(image::probe(whole.substr(0, size)));
  const std::string png = test::png(2, 1, 6, "\0abcdefgh"s);
  for (size_t size = 0; size < png.size(); ++size) {
    const auto part = image::probe(png.substr(0, size));
    if (part) CHECK_FALSE(image::decode(png.substr(0, size), *part));
  }
}
