// A glyph's outline as a path, for what draws pixels. Not here: drawing (raster/), glyphs of pages in PDF, which embeds
// the font itself.
#pragma once

#include <vector>

#include "text/font.h"

namespace huozi::text {

// In font units, y up. A curve has two controls before its end; `close` has no points.
struct OutlineStep {
  enum class Kind { move, line, curve, close };
  struct Point {
    float x = 0, y = 0;
  };
  Kind kind = Kind::close;
  Point first, second;  // controls of a curve
  Point end;
};

// Filled by the non-zero rule. Empty: the glyph has no ink. Unhinted. Thread safe.
std::vector<OutlineStep> outline(const Font& font, GlyphId glyph);

}  // namespace huozi::text
