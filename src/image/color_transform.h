// LittleCMS as this folder uses it: ICC profiles, and the way of colours from one to another, as values that close
// themselves. Not here: which profile a picture or a press has (color, color_profile). Inside image/ only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "image/bitmap.h"
#include "image/rendering_intent.h"

namespace huozi::image {

// May be none: then nothing but the conversion to bool may be asked.
class Profile {
 public:
  Profile() = default;
  // None when the bytes are no profile. They may go afterwards.
  static Profile read(std::string_view bytes);
  // The one a picture names as its own; none as well when it is for other channels or for no device.
  static Profile of_picture(std::string_view bytes, Space space);
  // IEC 61966-2-1, and its tone curve alone.
  static Profile srgb();
  static Profile srgb_gray();

  explicit operator bool() const { return handle_ != nullptr; }
  std::optional<Space> space() const;  // nothing: another than these
  bool is_of_output_device() const;
  std::string description() const;  // printable ASCII
  // As a file of ISO 15076-1 (version 4.2), with the day it was made. ERRORS: std::runtime_error.
  std::string bytes() const;

 private:
  friend class Transform;
  struct Close {
    void operator()(void* handle) const;
  };
  explicit Profile(void* handle) : handle_(handle) {}

  std::unique_ptr<void, Close> handle_;
};

// How a colour's parts lie; alpha stands last and is copied.
enum class Samples {
  bytes,
  bytes_alpha,
  doubles  // light 0..1, inks 0..100
};

class Transform {
 public:
  Transform() = default;
  // None when the profiles have no such way. Both are of a known space, and may go afterwards.
  Transform(const Profile& from, const Profile& to, Samples samples, RenderingIntent intent);

  explicit operator bool() const { return handle_ != nullptr; }
  // REQUIRES: as many colours in both places, in the profiles' channels. One way of doubles serves several threads.
  void run(const void* from, void* to, uint32_t count) const;

 private:
  struct Delete {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Delete> handle_;
};

}  // namespace huozi::image
