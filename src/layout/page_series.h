// The series of a book's pages: what stands on each, which are left blank, on which side each is, and its folio. Not
// here: positions on the page (layout/page_maker).
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "document/book.h"
#include "layout/galley.h"
#include "layout/page_breaker.h"
#include "layout/page_geometry.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct PageSetting {
  style::PageStyle style;
  PageGeometry geometry;
};

// The settings of a book's kinds of pages, each made once.
class PageSettings {
 public:
  explicit PageSettings(const style::Cascade& cascade) : cascade_(cascade) {}
  // Stays where it is as long as this object does.
  const PageSetting& of(const style::Cascade::PageContext& context);

 private:
  const style::Cascade& cascade_;
  std::map<std::tuple<std::string, bool, bool, bool, bool>, PageSetting> settings_;
};

struct SeriesPage {
  size_t section = 0;                    // a blank page belongs to the section before it
  const PlannedPage* planned = nullptr;  // null: blank
  const PageSetting* setting = nullptr;
  bool recto = true;
  bool front = false;  // of the front matter's series of folios, not the body's
  int64_t number = 0;
  int64_t count = 0;  // the last number of its series that is not a blank page's at the book's end
  std::string label;  // the folio as printed, or as it would be
};

// Front matter has a series of its own; the body begins with 1 on a recto. Blank pages keep rectos right-hand pages,
// and fill the book up to -huozi-page-multiple of the body's named page. Where a page prints no folio, its label is
// counted as its neighbours in the series are.
std::vector<SeriesPage> page_series(const document::Book& book, const std::vector<Galley>& galleys,
                                    const std::vector<PagePlan>& plans, const style::Cascade& cascade,
                                    PageSettings& settings);

}  // namespace huozi::layout
