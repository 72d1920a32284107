#include "layout/apart_pages.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/note_area.h"
#include "layout/page_breaker.h"
#include "layout/turn.h"
#include "layout/type_area.h"

namespace huozi::layout {
namespace {

class ApartPages {
 public:
  ApartPages(Galley& galley, uint32_t first_note, const ApartArea& area)
      : galley_(galley), first_note_(first_note), area_(area) {
    geometry_.top = area.half_leading;
    geometry_.measure = area.measure;
    geometry_.type_height = area.height - area.half_leading * 2;
    geometry_.pitch = area.pitch;
    geometry_.half_leading = area.half_leading;
    geometry_.lines = static_cast<int>(base::units_down(area.height, area.pitch));
  }

  std::vector<PageFloat> run(std::vector<Row> rows) {
    block_.rows = std::move(rows);
    block_.heads = std::move(galley_.heads);
    take_notes();
    const Length above_notes = area_.notes.margin_top + area_.notes.rule.width + area_.notes.padding_top;
    const PageRoom room{area_.height, above_notes};
    const PagePlan plan = break_pages(block_, {area_.pitch, room, room});
    std::vector<PageFloat> pages;
    for (const PlannedPage& planned : plan) {
      number_notes(planned);
      pages.push_back(page(planned, plan.size() == 1));
    }
    return_notes();
    galley_.heads = std::move(block_.heads);
    return pages;
  }

 private:
  // Notes called before are not on these pages; the numbers of those that are stay what they are.
  void take_notes() {
    if (first_note_ == galley_.notes.size()) return;
    block_.notes.resize(first_note_);
    const auto from = galley_.notes.begin() + first_note_;
    std::move(from, galley_.notes.end(), std::back_inserter(block_.notes));
    galley_.notes.erase(from, galley_.notes.end());
    for (GalleyNote& note : block_.notes) {
      note.brief.clear();
      note.repeats = kNoNote;
    }
  }

  void return_notes() {
    for (size_t i = first_note_; i < block_.notes.size(); ++i) {
      GalleyNote& note = block_.notes[i];
      note.rows.clear();
      note.at_end = true;
      galley_.notes.push_back(std::move(note));
    }
  }

  void number_notes(const PlannedPage& planned) {
    if (!area_.first_number) return;
    int64_t number = *area_.first_number;
    for (uint32_t r = planned.row_begin; r < planned.row_end; ++r) {
      for (const uint32_t note : block_.rows[r].calls) {
        block_.notes[note].ordinal = static_cast<uint32_t>(std::max<int64_t>(++number, 0));
      }
    }
  }

  PageFloat page(const PlannedPage& planned, bool alone) {
    Row row;
    const Length notes = notes_height(block_, planned.notes, area_.notes);
    const TypeArea places = place_type_area(block_, planned, geometry_, notes);
    Length used;
    for (uint32_t r = planned.row_begin; r < planned.row_end; ++r) {
      Row& from = block_.rows[r];
      const Point at = places.rows[r - planned.row_begin];
      add(from.items, at, row.items);
      std::move(from.anchors.begin(), from.anchors.end(), std::back_inserter(row.anchors));
      std::move(from.strings.begin(), from.strings.end(), std::back_inserter(row.strings));
      if (!from.discardable) used = at.y + from.height;
    }
    used += notes;
    add_notes(planned, used, row);
    const Length before = alone ? std::max(area_.height - used, Length()) / 2 : Length();
    const Point corner =
        area_.turned ? Point{before - area_.half_leading, area_.half_leading + area_.measure} : Point{Length(), before};
    for (RowItem& item : row.items) put_on_page(item, corner);
    if (!places.heads.empty()) add_head(places.heads.front(), corner, row);
    row.plate = area_.plate;
    PageFloat out;
    out.height = row.height = area_.page_height;
    out.rows.push_back(std::move(row));
    return out;
  }

  // Directly below the rows: nothing else stands on the page.
  void add_notes(const PlannedPage& planned, Length used, Row& row) {
    NoteArea notes = place_notes(block_, planned.notes, geometry_, area_.notes);
    if (notes.slices.empty()) return;
    const NoteArea::PlacedSlice& last = notes.slices.back();
    Length end = last.at.y;
    for (uint32_t i = last.slice.begin; i < last.slice.end; ++i) end += block_.notes[last.slice.note].rows[i].height;
    const Length up = std::min(used - end, Length());
    if (notes.rule) {
      shift(*notes.rule, {Length(), up});
      row.items.emplace_back(*notes.rule);
    }
    for (const auto& [slice, place] : notes.slices) {
      Point at{place.x, place.y + up};
      for (uint32_t i = slice.begin; i < slice.end; ++i) {
        Row& line = block_.notes[slice.note].rows[i];
        add(line.items, at, row.items);
        std::move(line.anchors.begin(), line.anchors.end(), std::back_inserter(row.anchors));
        at.y += line.height;
      }
    }
  }

  static void add(std::vector<RowItem>& from, Point at, std::vector<RowItem>& to) {
    for (RowItem& item : from) {
      shift(item, at);
      to.push_back(std::move(item));
    }
  }

  // What goes on there has been read before: it is a head of the page's one row, within it.
  void add_head(const TypeArea::Head& again, Point corner, Row& row) {
    RepeatedHead head = block_.heads[again.head];
    for (RowItem& item : head.items) {
      shift(item, again.at);
      put_on_page(item, corner);
    }
    head.height = Length();
    row.head = static_cast<uint32_t>(block_.heads.size());
    block_.heads.push_back(std::move(head));
  }

  // `corner`: where the area's top left stands on the page.
  void put_on_page(RowItem& item, Point corner) const {
    if (area_.turned) turn(item);
    shift(item, corner);
  }

  Galley& galley_;
  const uint32_t first_note_;
  const ApartArea& area_;
  PageGeometry geometry_;
  Galley block_;
};

}  // namespace

std::vector<PageFloat> apart_pages(Galley& galley, std::vector<Row> rows, uint32_t first_note, const ApartArea& area) {
  return ApartPages(galley, first_note, area).run(std::move(rows));
}

}  // namespace huozi::layout
