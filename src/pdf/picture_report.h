// What a print shop would send back: pictures with too few pixels for their size on the page, or with more ink than the
// paper takes. Not here: pictures that cannot be used at all (image).
#pragma once

#include <string>
#include <vector>

#include "document/book.h"
#include "pdf/picture_use.h"
#include "pdf/press_facts.h"
#include "source/diagnostic.h"

namespace huozi::pdf {

struct PictureFacts {
  std::string file;                // as layout::ImageItem::file
  uint32_t width = 0, height = 0;  // of the file, as shown; 0: a drawing, which has none
  int most_ink = 0;                // per cent on one place
};

struct PictureLimits {
  int ink = 300;         // per cent of all inks together
  bool release = false;  // a picture far too coarse is an error
};

// Of pictures that pages show.
std::vector<PressFacts::Picture> press_pictures(const std::vector<layout::Page>& pages,
                                                const std::vector<PictureFacts>& pictures);

// Reports print.coarse below 250 pixels an inch, release.coarse below 150, print.ink; each picture once, where it is
// largest.
void report_pictures(const document::Book& book, const std::vector<PictureUse>& uses,
                     const std::vector<PictureFacts>& pictures, const PictureLimits& limits,
                     source::Diagnostics& diagnostics);

}  // namespace huozi::pdf
