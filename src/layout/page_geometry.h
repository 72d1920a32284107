// The page as layout uses it: type area (版心), line grid, margins, from a PageStyle and the body's style.
#pragma once

#include <string>
#include <vector>

#include "layout/set_section.h"
#include "style/computed_style.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct PageGeometry {
  Length width, height;  // trimmed size
  Length left, top;      // of the type area
  Length measure;
  Length type_height;   // from the top of the first line's em square to the bottom of the last one's
  Length pitch;         // of the grid's rows
  int lines = 0;        // rows a page
  Length half_leading;  // the grid's first row begins this much above the type area
  bool cut = false;     // the type area asked for does not fit on the page; this one is what does
  Length note_drop;     // the last note line's box may end this much below the type area

  Length grid_top() const { return top - half_leading; }
  Length rows_height() const { return pitch * lines; }
};

// `recto`: right-hand page. With -huozi-type-area the inner and top margins hold and the others follow; where these are
// `auto` the outer and bottom ones do, or the type area stands in the middle. Otherwise the margins hold, and the
// measure is cut to whole characters, the height to whole lines (CLREQ 2.3.5).
PageGeometry page_geometry(const style::PageStyle& page, const style::ComputedStyle& body, bool recto);

// What the named page gives the lines of a section: the measure of its rectos; the height that rectos and versos after
// the first page both have.
FlowGeometry flow_geometry(const style::Cascade& cascade, const std::string& page_name);

// A page as it is made, `context.right` a recto: heights are its own, the lines on it are as long as on every page, so
// where it asks for another measure the measure and the side margins are those of the section's other pages.
PageGeometry section_page(const style::Cascade& cascade, const style::Cascade::PageContext& context);

// The page selectors (":first", ":left") whose pages ask for another measure than the section's lines have.
std::vector<std::string> pages_of_other_measure(const style::Cascade& cascade, const std::string& page_name);

// Whether the type area that the named page's style asks for is larger than the page; one message a name says so.
bool type_area_is_cut(const style::Cascade& cascade, const std::string& page_name);

}  // namespace huozi::layout
