// A book set to galleys and pages, in the order in which pages become known: the body first, then the sections that
// list its pages. Not here: what those sections say (index/), positions on pages (layout/page_maker).
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "document/book.h"
#include "document/folio.h"
#include "layout/galley.h"
#include "layout/page_breaker.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

struct SetBook {
  document::Book book;  // late sections filled; with the section of notes where print has one
  std::vector<layout::Galley> galleys;
  std::vector<layout::PagePlan> plans;
};

// Fills the blocks of a section whose words depend on pages.
using FillSection = std::function<void(document::Section&, const document::Folios&)>;
using LateSections = std::map<document::SectionRole, FillSection>;

// Late sections of back matter go on in the body's series of folios: each is filled, set and paged when all sections
// before it are, and may list their pages. Late sections of front matter, which has a series of its own, come last and
// know every page; until then they stand as they are in the book. Nothing is set twice to settle.
// REQUIRES: filling a late section of front matter does not change how many pages it has.
SetBook set_book(const document::Book& book, const LateSections& late, const style::Cascade& cascade,
                 text::FontLibrary& fonts, unsigned jobs, source::Diagnostics& diagnostics);

}  // namespace huozi
