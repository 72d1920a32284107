// An SVG drawing as a page of a PDF file of its own, the same operators for the same drawing; letters are outlines.
// Not here: what a book's files take of that page (pdf/), drawings as pixels (decode).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huozi::image {

struct SvgPage {
  std::string bytes;             // with the day it was made in it
  bool filtered = false;         // it has filters, which are pixels anyway; then no bytes
  double width = 0, height = 0;  // in the page's units; the longer side has 4000, so that curves keep their shape
};

// Cleaned before (svg_clean). Nothing when it cannot be drawn, or makes a file of more than 4 MiB. Thread safe.
std::optional<SvgPage> svg_page(std::string_view file);

}  // namespace huozi::image
