// How many pixels of a picture a file is to have at its size on the page. Not here: making it smaller (image/scale).
#pragma once

#include "base/length.h"
#include "image/decode.h"
#include "image/probe.h"

namespace huozi::pdf {

// Pixels an inch that the file has a use for; 0: whatever a picture has.
struct Resolution {
  int colors = 0;    // of colours and greys
  int line_art = 0;  // of what is black and white alone
};

// As the picture stands upright, at its largest; zero: unknown.
struct PrintedSize {
  base::Length width, height;
};

// Drawn in black and white alone, one bit a pixel.
bool is_line_art(const image::ImageInfo& info);

// The stored pixels to make of a picture's that are too many, in its own proportions; {0, 0}: it stays as it is. Up to
// half as much again as has a use is left alone: little is won, and sharpness is lost.
image::Wanted smaller_size(const image::ImageInfo& info, const PrintedSize& printed, const Resolution& resolution);

// The pixels to draw an SVG in.
image::Wanted drawn_size(const image::ImageInfo& info, const PrintedSize& printed);

}  // namespace huozi::pdf
