// What holds of the pages of any galley.
#include "layout/page_search.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "layout/page_cost.h"
#include "layout/page_faults.h"
#include "layout/page_variants.h"
#include "support/catch.h"
#include "support/first_fit_pages.h"
#include "support/random_galley.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;
using layout::FoundPages;
using layout::Galley;
using layout::PageFault;
using layout::PlannedPage;

namespace {

// "0-5/3 f0 n1:0-2 | 5-7": the rows of each page, where its columns end, its floats and its notes' lines.
std::string show(const FoundPages& found) {
  std::string out;
  for (const PlannedPage& page : found.pages) {
    if (!out.empty()) out += " | ";
    out += std::to_string(page.row_begin) + "-" + std::to_string(page.row_end);
    for (const uint32_t end : page.column_ends) out += "/" + std::to_string(end);
    for (const uint32_t one : page.floats) out += " f" + std::to_string(one);
    for (const layout::NoteSlice& slice : page.notes) {
      out += " n" + std::to_string(slice.note) + ":" + std::to_string(slice.begin) + "-" + std::to_string(slice.end);
    }
  }
  return out;
}

// The height of one column, and of notes, reckoned here anew.
Length column_height(const Galley& galley, uint32_t begin, uint32_t end, Length pitch) {
  const auto& rows = galley.rows;
  while (begin < end && rows[begin].discardable) ++begin;
  while (begin < end && rows[end - 1].discardable) --end;
  Length height;
  if (begin < end && rows[begin].head != layout::kNoHead) height += galley.heads[rows[begin].head].height;
  for (; begin < end; ++begin) height = layout::end_of(rows[begin], height, Length(), pitch);
  return height;
}

Length notes_height(const Galley& galley, const std::vector<layout::NoteSlice>& notes) {
  Length height, room, last;
  for (const layout::NoteSlice& slice : notes) {
    const layout::GalleyNote& note = galley.notes[slice.note];
    if (note.rows.size() == 1 && note.run_in > Length() && note.run_in <= room && note.rows[0].height == last) {
      room -= note.run_in;
      continue;
    }
    for (uint32_t i = slice.begin; i < slice.end; ++i) height += last = note.rows[i].height;
    room = slice.end == note.rows.size() ? note.room : Length();
  }
  return height;
}

Length page_height(const Galley& galley, const PlannedPage& page, const layout::PageRoom& room) {
  Length height;
  uint32_t begin = page.row_begin;
  for (const uint32_t end : page.column_ends) {
    height = std::max(height, column_height(galley, begin, end, pt(20)));
    begin = end;
  }
  height = std::max(height, column_height(galley, begin, page.row_end, pt(20)));
  if (!page.notes.empty()) height += room.note_overhead + notes_height(galley, page.notes);
  for (const uint32_t one : page.floats) height += galley.floats[one].height;
  return height;
}

// Rows, note lines and floats stand once, in order, and none before its call; pages end where that is asked for.
void check_order(const Galley& galley, const std::vector<PlannedPage>& pages) {
  uint32_t row = 0, floats = 0, called_notes = 0, called_floats = 0, note = 0, line = 0;
  const auto skip_printed = [&] {
    while (note < galley.notes.size() && line == galley.notes[note].rows.size()) ++note, line = 0;
  };
  for (const PlannedPage& page : pages) {
    for (; row < page.row_begin; ++row) REQUIRE(galley.rows[row].discardable);
    REQUIRE(row == page.row_begin);
    uint32_t before = row;
    for (const uint32_t end : page.column_ends) {
      REQUIRE(before <= end);
      before = end;
    }
    REQUIRE(before <= page.row_end);
    bool forced = false;
    for (; row < page.row_end; ++row) {
      forced = forced || (row > page.row_begin && galley.rows[row].forced_break);
      if (forced) REQUIRE(galley.rows[row].discardable);
      for (const uint32_t one : galley.rows[row].calls) called_notes = one + 1;
      for (const uint32_t one : galley.rows[row].floats) called_floats = one + 1;
    }
    for (const layout::NoteSlice& slice : page.notes) {
      skip_printed();
      REQUIRE(slice.note == note);
      REQUIRE(note < called_notes);
      REQUIRE(slice.begin == line);
      REQUIRE(slice.end > line);
      line = slice.end;
    }
    for (const uint32_t one : page.floats) REQUIRE(one == floats++);
    REQUIRE(floats <= called_floats);
  }
  for (; row < galley.rows.size(); ++row) REQUIRE(galley.rows[row].discardable);
  skip_printed();
  REQUIRE(note == galley.notes.size());
  REQUIRE(floats == galley.floats.size());
}

// The page on which a note is called, and the one it begins on.
uint32_t page_of_call(const Galley& galley, const std::vector<PlannedPage>& pages, uint32_t note) {
  uint32_t page = 0;
  for (;; ++page) {
    for (uint32_t row = pages[page].row_begin; row < pages[page].row_end; ++row) {
      for (const uint32_t one : galley.rows[row].calls) {
        if (one == note) return page;
      }
    }
  }
}

void check_pages(Galley galley, const layout::PageRooms& rooms) {
  const Galley rigid = [&] {
    Galley out = galley;
    out.variants.clear();
    return out;
  }();
  const FoundPages found = layout::search_pages(galley, rooms);
  int64_t varied = 0;
  for (const uint32_t v : found.variants) varied += layout::cost_of(galley.variants[v]);
  varied += layout::kCostMoved * static_cast<int64_t>(found.moves.size());
  layout::carry_out(found, galley);
  INFO(show(found));
  check_order(galley, found.pages);

  int64_t overfull = 0;
  for (size_t p = 0; p < found.pages.size(); ++p) {
    const layout::PageRoom& room = p == 0 ? rooms.first : rooms.later;
    overfull += page_height(galley, found.pages[p], room) > room.rows;
    const PlannedPage& page = found.pages[p];
    const bool empty = page.row_begin == page.row_end && page.notes.empty() && page.floats.empty();
    REQUIRE((p == 0 || !empty));
  }
  REQUIRE(found.cost / layout::kCostOverfull >= overfull);
  const std::vector<PageFault> faults = layout::page_faults(galley, rooms, found.pages);
  const auto told = [&](PageFault::Kind kind) {
    return std::count_if(faults.begin(), faults.end(), [&](const PageFault& fault) { return fault.kind == kind; });
  };
  REQUIRE(told(PageFault::Kind::overfull) == overfull);

  for (uint32_t p = 0; p < found.pages.size(); ++p) {
    for (const layout::NoteSlice& slice : found.pages[p].notes) {
      if (slice.begin > 0) continue;
      const uint32_t call = page_of_call(galley, found.pages, slice.note);
      if (call == p) continue;
      REQUIRE(std::any_of(faults.begin(), faults.end(), [&](const PageFault& fault) {
        return fault.kind == PageFault::Kind::late_note && fault.page == call;
      }));
    }
  }

  // What no page can hold costs a round sum, whatever else is wrong with that page.
  if (found.cost >= layout::kCostOverfull) return;
  REQUIRE(layout::cost_of_pages(galley, rooms, found.pages) + varied == found.cost);
  if (rigid.columns == 1 && rigid.floats.empty()) {
    CHECK(found.cost <= layout::cost_of_pages(rigid, rooms, first_fit_pages(rigid, rooms)));
  }
}

void check_galleys(RandomGalley::Kinds kinds, uint32_t rounds, uint32_t most_blocks) {
  for (uint32_t seed = 1; seed <= rounds; ++seed) {
    RandomGalley random(seed, kinds);
    const layout::PageRooms rooms = random.rooms();
    INFO("seed " << seed << ", first page " << rooms.first.rows.raw() / 65536 << ", columns " << kinds.columns);
    check_pages(random.make(most_blocks), rooms);
  }
}

}  // namespace

TEST_CASE("what holds of the pages of any galley: text and notes") {
  check_galleys({}, 2000, 24);
}

TEST_CASE("what holds of the pages of any galley: paragraphs set otherwise, notes side by side") {
  check_galleys({.variants = true}, 100, 24);
  check_galleys({.beside = true}, 100, 24);
}

TEST_CASE("what holds of the pages of any galley: figures that move") {
  check_galleys({.moving = true}, 500, 24);
  check_galleys({.variants = true, .beside = true, .moving = true}, 500, 24);
  check_galleys({.floats = true, .variants = true, .moving = true, .too_tall = true}, 200, 24);
}

TEST_CASE("what holds of the pages of any galley: floats") {
  check_galleys({.floats = true}, 100, 24);
  check_galleys({.floats = true, .variants = true, .beside = true}, 100, 24);
}

TEST_CASE("what holds of the pages of any galley: columns") {
  check_galleys({.columns = 2}, 70, 24);
  check_galleys({.columns = 3, .floats = true, .beside = true}, 70, 24);
}

TEST_CASE("what holds of the pages of any galley: more than a page holds") {
  check_galleys({.too_tall = true}, 100, 24);
  check_galleys({.floats = true, .variants = true, .beside = true, .too_tall = true}, 100, 24);
  check_galleys({.columns = 2, .floats = true, .too_tall = true}, 70, 24);
}

TEST_CASE("a long galley is paged in time that grows with its length") {
  for (const int columns : {1, 3}) {
    RandomGalley random(1, {.columns = columns, .floats = true, .variants = columns == 1, .beside = true});
    const layout::PageRooms rooms = random.rooms();
    const Galley galley = random.make(4000);
    const auto begin = std::chrono::steady_clock::now();
    const FoundPages found = layout::search_pages(galley, rooms);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));  // under a sanitizer too
    CHECK(found.pages.size() <= galley.rows.size() + galley.notes.size() * 8 + galley.floats.size());
  }
}

TEST_CASE("a hundred and fifty notes in one row, and one of ten pages, end") {
  Galley g = galley(9);
  for (int k = 0; k < 150; ++k) add_note(g, 4, 1 + k % 3);
  add_note(g, 6, 90);
  for (const bool first_is_small : {false, true}) check_pages(g, rooms({pt(first_is_small ? 20 : 100), pt(10)}));
}
