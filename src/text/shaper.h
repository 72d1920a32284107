// Shaping: a paragraph's characters to clusters of glyphs with advances and compressible blanks. One pass over the
// whole paragraph, across style runs. Not here: the space between clusters (text/spacing), line breaking (layout/).
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/char_class.h"
#include "text/font.h"
#include "text/font_library.h"

namespace huozi::text {

// A stretch of the paragraph with one font request and size.
struct ShapeRun {
  uint32_t begin = 0;  // bytes; runs cover the text in order without gaps
  uint32_t end = 0;
  const std::vector<FontId>* fonts = nullptr;
  Length size;
  std::string language;    // BCP 47
  bool tabular = false;    // digits of one width
  bool dot_stops = false;  // 。 is shown as ．
};

struct ShapedGlyph {
  GlyphId id = 0;
  Length x;  // from the cluster's origin
  Length y;  // upwards
};

// The smallest piece that moves as one: a character, a ligature, a letter with its marks, a pair —— or …….
struct Cluster {
  uint32_t text_begin = 0;  // bytes
  uint32_t text_end = 0;
  uint32_t glyph_begin = 0;
  uint32_t glyph_end = 0;
  FontId font = 0;
  uint32_t run = 0;         // index into the runs
  char32_t code_point = 0;  // the first
  CharClass cls = CharClass::han;
  Length size;        // 1 em
  Length type_size;   // at which the glyphs are drawn: the em but for Latin faces with a size of their own
  Length advance;     // full width
  Length blank_left;  // of `advance`: may be taken away by trims, at most half an em each
  Length blank_right;
  Length space_before;  // width of the typed white space before it (0: none)
  bool forced_break_before = false;
  bool glued_before = false;        // its white space is one at which no line ends (U+00A0)
  bool break_here_before = false;   // a zero-width space stands before it
  bool soft_hyphen_before = false;  // U+00AD stands before it, in neither cluster's text
};

struct ShapedText {
  std::vector<Cluster> clusters;  // no white space but fixed spaces
  std::vector<ShapedGlyph> glyphs;
  std::vector<uint32_t> missing;  // byte offsets of characters no font has; drawn as 〓
};

// The first cluster that begins at or after a byte of the text; the number of clusters when there is none.
inline uint32_t cluster_at(const ShapedText& shaped, uint32_t offset) {
  const auto found = std::partition_point(shaped.clusters.begin(), shaped.clusters.end(),
                                          [&](const Cluster& c) { return c.text_begin < offset; });
  return static_cast<uint32_t>(found - shaped.clusters.begin());
}

// Shapes paragraphs of one job. Keeps caches, so use one object a thread. Not thread safe.
class Shaper {
 public:
  explicit Shaper(FontLibrary& library);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // `object_advances`: widths of the U+FFFC characters, in order; `note_calls`: which of them are note marks.
  // `keep_spaces`: white space stays as clusters (white-space: pre).
  // REQUIRES: runs cover the text; every run has at least one font.
  ShapedText shape(std::string_view text, const std::vector<ShapeRun>& runs, const std::vector<Length>& object_advances,
                   const std::vector<bool>& note_calls, bool keep_spaces = false);

  FontLibrary& library() { return library_; }

 private:
  struct Impl;
  FontLibrary& library_;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::text
