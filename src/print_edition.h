// A book's print edition, set: what every file that is made of its pages is made from.
// Not here: setting it (set_book), any one file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assembly.h"
#include "book_papers.h"
#include "image/color_profile.h"
#include "layout/page.h"
#include "layout/printed_text.h"
#include "parse/manifest.h"
#include "pdf/picture_report.h"
#include "pdf/press_facts.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

struct PrintEdition {
  const parse::Manifest& manifest;
  const BookFolder& folder;
  const document::Book& book;  // with what is known of pages filled in
  const std::vector<layout::Page>& pages;
  const std::vector<layout::PrintedParagraph>& text;  // printed_text() of these
  const style::Cascade& cascade;                      // of print
  text::FontLibrary& fonts;
  std::optional<image::PressProfile> press;  // only where a file for the press is made of it
  pdf::PictureLimits limits;
  std::optional<BookPapers> papers;
  int64_t date = 0;            // seconds since 1970-01-01 UTC
  std::string_view generator;  // this program's name and version
  unsigned jobs = 1;
  bool release = false;
};

// A file that the build is to write: `suffix` follows the book's name.
struct OutputFile {
  std::string suffix;  // ".print.pdf"
  std::string bytes;
  std::optional<pdf::PressFacts> press = {};  // of a PDF for the press
};

// By FontId, as pdf/ and raster/ take them. The pointers are good until the library is asked for another font.
std::vector<const text::Font*> faces_of(const text::FontLibrary& fonts);

}  // namespace huozi
