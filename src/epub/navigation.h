// The two tables of contents: the navigation document (EPUB 3.3 §7) and the NCX that old readers use.
// Not here: which headings are listed (document::contents_of).
#pragma once

#include <string>
#include <vector>

#include "epub/content_writer.h"
#include "epub/plan.h"

namespace huozi::epub {

struct Navigation {
  std::vector<document::ContentsEntry> entries;  // only those that lead somewhere
  std::vector<PageAnchor> pages;                 // in reading order
};

// nav.xhtml: contents, landmarks and, when there are pages, the page list. Where the book has a contents section, it is
// that page too, and carries that section's page marks.
std::string write_navigation(const Plan& plan, const Navigation& navigation);

// toc.ncx: the same entries and pages.
std::string write_ncx(const Plan& plan, const Navigation& navigation, const std::string& identifier);

}  // namespace huozi::epub
