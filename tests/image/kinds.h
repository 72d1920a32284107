// Image files of every kind, made by the libraries themselves: four quarters, red, green (above), blue, white (below).
// Not here: reading them.
#pragma once

#include <cstdint>
#include <string>

namespace huozi::test {

struct Jpeg {
  uint32_t width = 32, height = 16;
  enum class Colors { gray, rgb, cmyk } colors = Colors::rgb;  // cmyk: inverted, as Adobe writes it
  int orientation = 1;                                         // written as EXIF
  bool progressive = false;
  bool arithmetic = false;
  std::string profile = {};
};
std::string jpeg(const Jpeg& kind);

struct Png {
  uint32_t width = 32, height = 16;
  int bits = 8;        // 8, 16
  bool alpha = false;  // the white quarter is transparent
  bool interlaced = false;
  std::string profile = {};
};
std::string png(const Png& kind);

struct Webp {
  uint32_t width = 32, height = 16;
  bool lossless = false;
  bool alpha = false;  // the white quarter is transparent
  int frames = 1;      // later ones are black
};
std::string webp(const Webp& kind);

struct Gif {
  uint32_t width = 32, height = 16;
  bool clear = false;  // the white quarter is transparent
  bool interlaced = false;
  int frames = 1;  // later ones are black
};
std::string gif(const Gif& kind);

// ICC: colours far wider than sRGB's, and sRGB's own.
std::string wide_profile();
std::string srgb_profile();
// A press's profile whose perceptual intent lays on nine tenths of each ink, and whose other one is that of `press`.
std::string two_intents_profile(const std::string& press);

}  // namespace huozi::test
