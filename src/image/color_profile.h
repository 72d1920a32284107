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
#include "image/rendering_intent.h"

namespace huozi::image {

// The same bytes always; ISO 15076-1 (version 4.2).
const std::string& srgb_profile();

struct PressProfile {
  std::string bytes;
  std::string description;                             // as the profile says it, ASCII
  RenderingIntent intent = RenderingIntent::relative;  // how colours are turned to its inks
};

// A profile of an output device in CMYK; nothing when the bytes are none, or have no inks of that intent.
std::optional<PressProfile> read_press_profile(std::string bytes, RenderingIntent intent = RenderingIntent::relative);

// The first file of this name (without .icc) in the system's folders for profiles; of an empty name, one that is fit
// for general use. Nothing when there is none.
std::optional<PressProfile> find_press_profile(std::string_view name,
                                               RenderingIntent intent = RenderingIntent::relative);

// sRGB to the press's inks after its rendering intent, with black point compensation.
class InkConverter {
 public:
  // REQUIRES: read_press_profile made it.
  explicit InkConverter(const PressProfile& press);
  ~InkConverter();
  InkConverter(const InkConverter&) = delete;
  InkConverter& operator=(const InkConverter&) = delete;

  // A picture whose colours are all greys becomes grey, which is black ink alone; another one is turned to inks, from
  // its own profile or from sRGB, inks of a known press to this one's. Alpha stays. The profile is gone afterwards.
  void convert(Bitmap& bitmap) const;

  RenderingIntent intent() const;

  // 0..1000 each.
  std::array<uint16_t, 4> inks(uint16_t red, uint16_t green, uint16_t blue) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The most ink on one place, per cent of all together. Grey is black ink.
int most_ink(const Bitmap& bitmap);

}  // namespace huozi::image
