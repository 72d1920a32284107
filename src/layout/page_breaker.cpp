#include "layout/page_breaker.h"

#include <algorithm>
#include <optional>

#include "layout/page_geometry.h"
#include "layout/page_search.h"

namespace huozi::layout {

PageRooms page_rooms(const style::Cascade& cascade, const std::string& page_name) {
  PageRooms rooms;
  const auto room = [&](bool first) {
    std::optional<PageRoom> least;
    for (const bool recto : {true, false}) {
      const style::PageStyle page = cascade.page_style({page_name, first, !recto, recto, false});
      const PageGeometry geometry = page_geometry(page, cascade.body(), recto);
      rooms.pitch = geometry.pitch;
      const style::FootnoteArea& notes = page.footnote;
      const PageRoom here{geometry.rows_height(), notes.margin_top + notes.rule.width + notes.padding_top};
      least =
          least ? PageRoom{std::min(least->rows, here.rows), std::max(least->note_overhead, here.note_overhead)} : here;
    }
    return *least;
  };
  rooms.first = room(true);
  rooms.later = room(false);
  return rooms;
}

PagePlan break_pages(Galley& galley, const PageRooms& rooms) {
  FoundPages found = search_pages(galley, rooms);
  carry_out(found, galley);
  return std::move(found.pages);
}

PagePlan break_pages(Galley& galley, const style::Cascade& cascade) {
  return break_pages(galley, page_rooms(cascade, galley.page_name));
}

}  // namespace huozi::layout
