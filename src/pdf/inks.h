// Colours as operators of a content stream, in the colour space the file is for: inks for the press, light for screens
// (ISO 32000-1, 8.6.8). Not here: pictures.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "image/color_profile.h"
#include "pdf/standard.h"
#include "pdf/value.h"
#include "style/computed_style.h"

namespace huozi::pdf {

class Inks {
 public:
  // `press`: for a press's standard. REQUIRES: read_press_profile made it.
  Inks(Standard standard, const std::optional<image::PressProfile>& press);

  // `0 g`, `1 0 0 rg`, `0 0 0 1 k`. On the press black and grey are black ink alone; full black overprints, so that no
  // white shows beside it where plates are out of register; all else knocks out.
  std::string fill(const style::Color& color) const;
  // Likewise for strokes, in capitals.
  std::string stroke(const style::Color& color) const;

  // The graphics states that the operators name, for a page's resources; empty: they name none. They state the intent
  // that light was turned to inks with; without a profile, what a file that states none has.
  Dict graphics_states() const;

  // Whether it is written as it is said: light in a press's file becomes four inks.
  bool converts(const style::Color& color) const;

  // Whether black ink alone prints it.
  static bool is_black(const style::Color& color);

  // Null: no profile is known.
  const image::InkConverter* converter() const { return converter_.get(); }

 private:
  style::Color written(const style::Color& color) const;

  Standard standard_;
  std::shared_ptr<const image::InkConverter> converter_;
};

}  // namespace huozi::pdf
