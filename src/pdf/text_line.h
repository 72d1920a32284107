// A line of text as a reader of the PDF meets it: its glyphs in order, and the stretches whose text a reader would get
// wrong from the glyphs alone, so that they need ActualText (ISO 32000-1, 14.9.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdf/font_use.h"
#include "pdf/tag_tree.h"

namespace huozi::pdf {

struct LineGlyph {
  size_t run = 0;  // index of its run in the line
  text::GlyphId id = 0;
  layout::Length x, y;       // from its run's origin; y raises
  std::string_view text;     // what it must read as
  std::string_view follows;  // text after it that has no glyph
  bool hyphen = false;       // of a divided word: no part of the text
};

// Glyphs [begin, end) together read as `text`.
struct TextSpan {
  size_t begin = 0, end = 0;
  std::string text;
  layout::Length blank;  // behind it, which is no space though it looks like one
};

struct TextLine {
  std::vector<const layout::GlyphRun*> runs;
  std::vector<LineGlyph> glyphs;  // spaces between words are given a glyph where the font has one
  std::vector<TextSpan> spans;    // ascending, not overlapping, none across slots
  std::vector<uint32_t> slots;    // of each run: what of the structure it belongs to

  uint32_t slot(size_t glyph) const { return glyphs[glyph].hyphen ? kArtifact : slots[glyphs[glyph].run]; }
};

// The line looks into the runs' texts. REQUIRES: the runs stand in reading order on one line, none without glyphs; as
// many slots as runs.
TextLine make_line(std::vector<const layout::GlyphRun*> runs, std::vector<uint32_t> slots, const FontUses& fonts);

}  // namespace huozi::pdf
