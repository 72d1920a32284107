// What a file for the press is made of, as a print shop is told: type, pictures, pages in colour. Found while the file
// is written. Not here: what is wrong with it (picture_report, conformance).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace huozi::pdf {

struct PressFacts {
  struct Font {
    std::string family;
    std::string name;  // PostScript's, without the tag of a subset
    bool embedded = false, subset = false;
  };
  struct Picture {
    std::string file;
    size_t page = 0;       // index of the page it is largest on
    int64_t per_inch = 0;  // pixels there; 0: a drawing, which has none
    int ink = 0;           // the most on one place, per cent; 0: not known
  };
  std::string standard;           // "PDF/X-4"; empty: the file keeps none
  std::vector<Font> fonts;        // in the order of first use
  std::vector<Picture> pictures;  // likewise
  std::vector<bool> colour;       // by page: whether it has other inks than black
};

}  // namespace huozi::pdf
