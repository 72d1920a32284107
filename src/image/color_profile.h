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

  // 0..1000 each.
  std::array<uint16_t, 4> inks(uint16_t red, uint16_t green, uint16_t blue) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::image
