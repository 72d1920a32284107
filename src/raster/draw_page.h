// A page's items drawn to pixels: what a cover is as an image. Grey antialiasing, no hinting: the same page and fonts
// give the same bytes.
// Not here: where anything stands (cover/, layout/); images within a page; turned items.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/page.h"
#include "text/font.h"

namespace huozi::raster {

// A PNG in sRGB, `width` pixels wide, its height in the page's proportion. Bleed is not drawn; what no item covers is
// white. `fonts`: by FontId. Glyph runs, rules and paths are drawn; links have nothing to show.
//
// REQUIRES: 1 <= width <= 10,000, a page no higher than 10 times its width, without images and turned items.
//
// ERRORS: std::runtime_error when there is no memory for the pixels.
std::string draw_page(const layout::Page& page, const std::vector<const text::Font*>& fonts, uint32_t width);

}  // namespace huozi::raster
