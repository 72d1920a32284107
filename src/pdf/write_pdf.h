// Pages to a PDF file. What decides where things stand is layout's; here is only how a PDF says it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "document/book.h"
#include "image/color_profile.h"
#include "layout/page.h"
#include "pdf/picture_report.h"
#include "pdf/press_facts.h"
#include "pdf/slug_line.h"
#include "source/diagnostic.h"
#include "text/font.h"

namespace huozi::pdf {

enum class Profile {
  screen,  // PDF/A-2u and PDF/UA-1: tagged, with links and outline; the page is the trimmed page
  print,   // PDF/X-4: bleed and crop marks, inks, no annotations
  x1a,     // likewise, PDF/X-1a
  plain    // as screen, without standards' demands
};

struct Options {
  std::vector<document::ContentsEntry> outline;
  Profile profile = Profile::screen;
  std::string producer;           // "huozi 0.1.0"
  int64_t source_date_epoch = 0;  // seconds since 1970 UTC: the file's dates
  unsigned jobs = 1;
  bool release = false;  // a file that loses the standard it is for is an error
  // layout::ImageItem::file is read below this folder.
  std::filesystem::path image_folder;
  std::optional<image::PressProfile> press;  // for print and x1a; none: the file claims no standard
  PictureLimits pictures;                    // for print and x1a
  SlugLines slug;                            // likewise; of these pages and fonts
};

// The bytes of a PDF file; the same input gives the same bytes for every number of jobs. `fonts` is indexed by
// FontId; null where no page uses it. Reports pdf.* for what cannot be written as asked,
// release.standard. `facts`: gets those of a file for the press.
// ERRORS: std::logic_error when a page shows glyph 0, an unknown font, or text of no size: layout never does.
std::string write_pdf(const document::Book& book, const std::vector<layout::Page>& pages,
                      const std::vector<const text::Font*>& fonts, const Options& options,
                      source::Diagnostics& diagnostics, PressFacts* facts = nullptr);

}  // namespace huozi::pdf
