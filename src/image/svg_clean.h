// An SVG drawing of a stranger, made fit for a book: what runs, what fetches and what is no drawing is taken out.
// Not here: drawing it (svg), what is said of it (the pipeline).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::image {

struct CleanSvg {
  std::string bytes;                 // the file's own where nothing was taken out
  std::vector<std::string> removed;  // elements and attributes by name, each once, in order of appearance
  uint32_t width = 0, height = 0;    // CSS pixels: its own, else its viewBox's, else 300 by 150; at most 65,535
};

// Taken out: scripts, event handlers, foreign objects, elements of HTML, references to anything but the file's own
// parts and embedded PNG and JPEG data, style sheets that fetch, processing instructions. Nothing when the bytes are no
// well-formed SVG in UTF-8, nest deeper than 200 elements, or declare entities.
std::optional<CleanSvg> clean_svg(std::string_view file);

}  // namespace huozi::image
