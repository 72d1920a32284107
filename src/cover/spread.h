// The cover of a printed book as the print shop takes it: flap, back, spine, front and flap side by side on one page,
// each in the front's design, which goes on around the book.
// Not here: what the spine measures (print/binding), inks, bytes (pdf/).
#pragma once

#include <string>
#include <vector>

#include "cover/front.h"

namespace huozi::cover {

// In place of the typeset front.
struct FrontPicture {
  std::string file;  // as layout::ImageItem::file; empty: there is none
  uint32_t width = 0, height = 0;
};

// What the picture's item on the page is of; nothing else there has a node.
constexpr document::NodeId kCoverPicture{source::kNoFile, 1};

struct SpreadFacts {
  layout::Length width, height;  // of the trimmed page
  layout::Length bleed;
  layout::Length spine;                     // zero: a fold
  layout::Length flap;                      // the breadth of each; zero: none
  std::string back, front_flap, back_flap;  // paragraphs parted by LF; may be empty
  std::string price;                        // with its label; may be empty
  std::string isbn, ean;                    // as it is printed, and its 13 digits; both empty: no bar code is wanted
  FrontPicture picture;
};

struct Spread {
  layout::Page page;
  bool cut = false;                  // as Front
  std::vector<std::string> missing;  // as Front
  bool bare_spine = false;           // there is one, too thin for words
  bool no_flap = false;              // a flap's text has no flap, or one too narrow for it
  bool no_barcode = false;           // one was wanted and the back has no room for it
};

// With less the title would reach over the edges as soon as the fold is off by half a millimetre.
constexpr layout::Length kLeastLetteredSpine = layout::Length::ratio(5 * 720, 254);

// As wide as two pages, the spine and two flaps; bleed comes on top. From left to right: back flap,
// back, spine, front, front flap; the other way round where the body's `writing-mode` is vertical-rl, in books bound at
// the right. Folds are marked in the slug. Deterministic.
//
// REQUIRES: as typeset_front; spine and flap in 0..2000 pt.
Spread typeset_spread(const document::BookMetadata& metadata, const SpreadFacts& facts, const style::Cascade& cascade,
                      text::FontLibrary& fonts);

}  // namespace huozi::cover
