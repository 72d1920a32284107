// The front of a book's cover, typeset from its facts in the book's own type: placed items on a page, for the e-book's
// picture and for a print shop's spread alike.
// Not here: pixels (raster/), covers that an editor supplies, spine and back.
#pragma once

#include <string>
#include <vector>

#include "document/book.h"
#include "layout/page.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi::cover {

// How a front is drawn where it is part of a print shop's sheet.
struct Finish {
  layout::Length bleed;  // ground and band go on beyond the panel's edges by it
  bool black = false;    // words without a colour of the sheet's are black: one ink, so that no plate can be off
};

struct Front {
  layout::Page page;                 // its own bleed is none: what goes beyond the edges is simply drawn there
  bool cut = false;                  // a text was too long for its place even in small type; … stands for the rest
  std::vector<std::string> missing;  // "U+20BB7 𠮷": characters no font has, each once; 〓 stands for them
};

// Title, subtitle, creators and publisher as the title page has them, and the series. Families, weights and colours are
// those of the sheet's `section.cover.title-page` and of h1, .subtitle, .creators, .publisher and .series in it; the
// colour of its left border is that of the band and the rules. `writing-mode: vertical-rl` of the body sets the title
// downwards. Sizes follow the panel's width and the texts' length. Deterministic.
//
// REQUIRES: a font is installed (resolve() of some request is not empty); width and height in 50..5000 pt.
Front typeset_front(const document::BookMetadata& metadata, layout::Length width, layout::Length height,
                    const style::Cascade& cascade, text::FontLibrary& fonts, const Finish& finish = {});

}  // namespace huozi::cover
