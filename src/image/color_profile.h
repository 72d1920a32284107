// ICC profiles: the sRGB one every screen file names, the press's one for printing, and colours carried over.
// Not here: pixels of pictures, the files' dictionaries (pdf/).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "image/bitmap.h"

namespace huozi::image {

// The same bytes always; ISO 15076-1 (version 4.2).
const std::string& srgb_profile();

struct PressProfile {
  std::string bytes;
  std::string description;  // as the profile says it, ASCII
};

// A profile of an output device in CMYK; nothing when the bytes are none.
std::optional<PressProfile> read_press_profile(std::string bytes);

// The first file of this name (without .icc) in the system's folders for profiles; of an empty name, one that is fit
// for general use. Nothing when there is none.
std::optional<PressProfile> find_press_profile(std::string_view name);

// sRGB to the press's inks, relative colorimetric with black point compensation.
class InkConverter {
 public:
  // REQUIRES: read_press_profile accepts the bytes.
  explicit InkConverter(const std::string& press_profile);
  ~InkConverter();
  InkConverter(const InkConverter&) = delete;
  InkConverter& operator=(const InkConverter&) = delete;

  // A picture whose colours are all greys becomes grey, which is black ink alone; another one is turned to inks, from
  // its own profile or from sRGB, inks of a known press to this one's. Alpha stays. The profile is gone afterwards.
  void convert(Bitmap& bitmap) const;

  // 0..1000 each.
  std::array<uint16_t, 4> inks(uint16_t red, uint16_t green, uint16_t blue) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The most ink on one place, per cent of all together. Grey is black ink.
int most_ink(const Bitmap& bitmap);

}  // namespace huozi::image
