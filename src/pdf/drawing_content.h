// The operators of a drawing's content stream, in the colours of the file it goes into (ISO 32000-1, 8). Not here: the
// objects that the operators name (drawing).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "image/color_profile.h"

namespace huozi::pdf {

struct DrawingColors {
  const image::InkConverter* inks = nullptr;  // null: light stays light
  // As operands, of light in 0..1; greys as black ink alone when `grey`. `most_ink` grows to the most per cent met.
  std::array<uint16_t, 4> of(const std::array<double, 3>& light, bool grey);  // thousandths. REQUIRES: inks
  int most_ink = 0;
  bool in_colour = false;  // something is of another ink than black
};

struct ContentRules {
  bool mask = false;       // of a soft mask: its greys are no colours
  bool no_states = false;  // graphics states are left out
  double least_pen = 0;    // in the stream's units; thinner strokes become so thick
};

// Nothing when the stream has text, pictures in it, colours of any other kind than device light and patterns, numbers
// beyond 32,767, or nests too deep.
std::optional<std::string> rewritten(std::string_view content, const ContentRules& rules, DrawingColors& colors);

}  // namespace huozi::pdf
