#include "layout/page_breaker.h"

#include <optional>
#include <random>

#include "layout/page_cost.h"
#include "layout/page_search.h"
#include "support/catch.h"
#include "support/first_fit_pages.h"
#include "support/plain_galley.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;
using layout::Galley;
using layout::kCostKeep;
using layout::kCostWidow;
using layout::PagePlan;

namespace {

PagePlan plan(Galley galley, layout::PageRoom first = {pt(100), pt(10)}) {
  return layout::break_pages(galley, rooms(first));
}

// Rows with every kind of cost, white space, forced breaks and notes.
Galley random_galley(std::mt19937& random, size_t most_rows, size_t most_lines, unsigned rows_a_note = 5) {
  Galley g = galley(random() % most_rows + 1);
  for (size_t k = 0; k < g.rows.size(); ++k) {
    if (random() % 4 == 0) g.rows[k].break_cost = random() % 2 ? kCostWidow : kCostKeep;
    if (random() % 7 == 0 && k + 1 < g.rows.size()) g.rows[k].discardable = true;
    if (random() % 15 == 0) g.rows[k].forced_break = true;
    if (!g.rows[k].discardable && random() % rows_a_note == 0) add_note(g, k, random() % most_lines);
  }
  return g;
}

// Some of its notes repeat an earlier one's source.
Galley with_briefs(Galley g, std::mt19937& random) {
  for (uint32_t n = 1; n < g.notes.size(); ++n) {
    layout::GalleyNote& note = g.notes[n];
    if (random() % 3 == 0) continue;
    note.repeats = n - 1 - static_cast<uint32_t>(random() % std::min(n, 3u));
    if (random() % 5 != 0) note.brief.assign(std::min<size_t>(random() % 2 + 1, note.rows.size()), row(10));
  }
  return g;
}

// The first note called on a page that begins with that row.
uint32_t first_called(const Galley& galley, uint32_t row_begin) {
  uint32_t first = 0;
  for (uint32_t r = 0; r < row_begin; ++r) {
    for (const uint32_t note : galley.rows[r].calls) first = std::max(first, note + 1);
  }
  return first;
}

// "0-5 | 5-7 n0:0-2 n1:0-1": the rows of each page, and its notes' lines; "b1:0-1": of a brief form.
std::string show(const PagePlan& pages) {
  std::string out;
  for (const layout::PlannedPage& page : pages) {
    if (!out.empty()) out += " | ";
    out += std::to_string(page.row_begin) + "-" + std::to_string(page.row_end);
    for (const layout::NoteSlice& slice : page.notes) {
      out += (slice.brief ? " b" : " n") + std::to_string(slice.note) + ":" + std::to_string(slice.begin) + "-" +
             std::to_string(slice.end);
    }
  }
  return out;
}

Length height_of(const Galley& galley, const layout::PlannedPage& page) {
  Length sum, blank;
  for (uint32_t r = page.row_begin; r < page.row_end; ++r) {
    blank += galley.rows[r].height;
    if (galley.rows[r].discardable) continue;
    sum += blank;
    blank = Length();
  }
  if (!page.notes.empty()) sum += pt(10);
  for (const layout::NoteSlice& slice : page.notes) {
    for (uint32_t i = slice.begin; i < slice.end; ++i) sum += galley.notes[slice.note].form(slice.brief)[i].height;
  }
  return sum;
}

// Every row and every note line stands on one page, in order, no note before its call, and each in the form that the
// page asks for.
void check_complete(const Galley& galley, const PagePlan& pages) {
  uint32_t row = 0;
  std::vector<uint32_t> lines(galley.notes.size());
  std::vector<bool> called(galley.notes.size());
  for (const layout::PlannedPage& page : pages) {
    for (; row < page.row_begin; ++row) CHECK(galley.rows[row].discardable);
    CHECK(row == page.row_begin);
    CHECK(page.row_end >= page.row_begin);
    CHECK((page.row_end > page.row_begin || !page.notes.empty()));
    for (; row < page.row_end; ++row) {
      for (const uint32_t note : galley.rows[row].calls) called[note] = true;
    }
    for (const layout::NoteSlice& slice : page.notes) {
      CHECK(called[slice.note]);
      const layout::GalleyNote& note = galley.notes[slice.note];
      CHECK(slice.begin == lines[slice.note]);
      CHECK(slice.end > slice.begin);
      CHECK(slice.brief == note.is_brief(first_called(galley, page.row_begin)));
      if (slice.brief) CHECK(slice.end == note.brief.size());
      lines[slice.note] = slice.brief ? static_cast<uint32_t>(note.rows.size()) : slice.end;
    }
  }
  for (; row < galley.rows.size(); ++row) CHECK(galley.rows[row].discardable);
  for (size_t n = 0; n < galley.notes.size(); ++n) {
    if (called[n]) CHECK(lines[n] == galley.notes[n].rows.size());
  }
}

}  // namespace

TEST_CASE("pages are filled") {
  CHECK(show(plan(galley(0))) == "");
  CHECK(show(plan(galley(5))) == "0-5");
  CHECK(show(plan(galley(12))) == "0-5 | 5-10 | 10-12");
}

TEST_CASE("a page ends early rather than at a costly break") {
  Galley g = galley(10);
  g.rows[5].break_cost = kCostWidow;
  CHECK(show(plan(g)) == "0-4 | 4-9 | 9-10");
  g.rows[4].break_cost = g.rows[5].break_cost = kCostKeep;  // a heading and the lines kept with it
  CHECK(show(plan(g)) == "0-3 | 3-8 | 8-10");
}

TEST_CASE("of costly breaks the least is taken") {
  Galley g = galley(10);
  for (size_t k = 1; k < 10; ++k) g.rows[k].break_cost = kCostKeep;
  g.rows[3].break_cost = g.rows[8].break_cost = kCostWidow;
  CHECK(show(plan(g)) == "0-3 | 3-8 | 8-10");
}

TEST_CASE("white space vanishes at a page's edges") {
  Galley g = galley(11);
  g.rows[5].discardable = true;
  CHECK(show(plan(g)) == "0-6 | 6-11");
  Galley top = galley(3);
  top.rows[0].discardable = true;
  CHECK(show(plan(top)) == "1-3");
}

TEST_CASE("a forced break ends the page") {
  Galley g = galley(6);
  g.rows[2].forced_break = true;
  CHECK(show(plan(g)) == "0-2 | 2-6");
}

TEST_CASE("notes stand on the page of their call") {
  Galley g = galley(10);
  add_note(g, 0, 1);
  add_note(g, 7, 2);
  CHECK(show(plan(g)) == "0-3 n0:0-1 | 3-7 | 7-10 n1:0-2");  // a row short twice rather than two at once
}

TEST_CASE("a row whose note has no place goes to the next page with it") {
  Galley g = galley(8);
  add_note(g, 4, 2);
  CHECK(show(plan(g)) == "0-4 | 4-7 n0:0-2 | 7-8");
}

TEST_CASE("a long note begins with two lines and is carried on") {
  Galley g = galley(9);
  add_note(g, 1, 12);
  const PagePlan pages = plan(g);
  check_complete(g, pages);
  CHECK(pages[0].row_end >= 2);
  REQUIRE(pages[0].notes.size() == 1);
  CHECK(pages[0].notes[0].end >= 2);
  for (const auto& page : pages) CHECK(height_of(g, page) <= pt(100));
}

TEST_CASE("a note longer than a page makes pages of notes only") {
  Galley g = galley(2);
  add_note(g, 0, 40);
  const PagePlan pages = plan(g);
  check_complete(g, pages);
  CHECK(pages.size() >= 5);
  CHECK(pages[2].row_begin == pages[2].row_end);
  for (const auto& page : pages) CHECK(height_of(g, page) <= pt(100));
}

TEST_CASE("a hundred notes in one row end") {
  Galley g = galley(3);
  for (int i = 0; i < 100; ++i) add_note(g, 1, 1);
  const PagePlan pages = plan(g);
  check_complete(g, pages);
  CHECK(pages.size() <= 14);
}

TEST_CASE("a row taller than a page stands alone") {
  Galley g = galley(4);
  g.rows[1].height = pt(500);
  add_note(g, 1, 2);
  add_note(g, 2, 2, 300);
  const PagePlan pages = plan(g);
  check_complete(g, pages);
  CHECK(show(pages).starts_with("0-1 | 1-2"));
}

TEST_CASE("notes without lines take no place") {
  Galley g = galley(5);
  add_note(g, 0, 0);
  add_note(g, 4, 0);
  CHECK(show(plan(g)) == "0-5");
}

TEST_CASE("the first page of a section holds what it has room for") {
  CHECK(show(plan(galley(9), {pt(60), pt(10)})) == "0-3 | 3-8 | 8-9");
  CHECK(show(plan(galley(9), {pt(140), pt(10)})) == "0-7 | 7-9");
  Galley g = galley(9);
  add_note(g, 1, 2);
  CHECK(show(plan(g, {pt(60), pt(0)})) == "0-2 n0:0-2 | 2-7 | 7-9");
  CHECK(show(plan(g, {pt(60), pt(10)})).starts_with("0-1 | 1-4 n0:0-2 |"));
}

TEST_CASE("what only later pages can hold leaves the first one empty") {
  Galley g = galley(2);
  g.rows[0].height = pt(90);
  CHECK(show(plan(g, {pt(60), pt(10)})) == "0-0 | 0-1 | 1-2");
  g.rows[0].height = pt(110);  // too tall for any
  CHECK(show(plan(g, {pt(60), pt(10)})) == "0-1 | 1-2");
}

TEST_CASE("whatever the galley, all of it is paged and pages hold what they can") {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const Galley g = random_galley(random, 40, 14);
    const PagePlan pages = plan(g);
    INFO(round << ": " << show(pages));
    check_complete(g, pages);
    CHECK(pages.size() <= g.rows.size() + g.notes.size() * 3);
    for (const auto& page : pages) CHECK(height_of(g, page) <= pt(100));
  }
}

TEST_CASE("a note is brief where the one it repeats is called on its page") {
  Galley g = galley(9);
  add_note(g, 0, 2);
  add_note(g, 1, 3);
  add_note(g, 6, 3);
  for (uint32_t n = 1; n < 3; ++n) {
    g.notes[n].repeats = n - 1;
    g.notes[n].brief = {row(10)};
  }
  CHECK(show(plan(g)) == "0-2 n0:0-2 b1:0-1 | 2-6 | 6-9 n2:0-3");
  g.notes[1].repeats = layout::kNoNote;
  CHECK_FALSE(g.notes[1].is_brief(0));
}

TEST_CASE("whatever notes repeat, each is printed once in the form its page asks for, at the cost that was found") {
  std::mt19937 random(7);
  int brief = 0;
  for (int round = 0; round < 600; ++round) {
    const layout::PageRoom first{pt(random() % 2 ? 100 : 60), pt(10)};
    const Galley g = with_briefs(random_galley(random, 60, 6, 2), random);
    const layout::FoundPages found = layout::search_pages(g, rooms(first));
    INFO(round << ": " << show(found.pages));
    check_complete(g, found.pages);
    CHECK(layout::cost_of_pages(g, rooms(first), found.pages) == found.cost);
    for (const auto& page : found.pages) {
      CHECK(height_of(g, page) <= pt(100));
      for (const auto& slice : page.notes) brief += slice.brief;
    }
  }
  CHECK(brief > 300);
}

// All ways to end pages, with notes as break_pages places them: as much as fits of what is called.
class AllWays {
 public:
  explicit AllWays(const Galley& galley) : galley_(galley) {}
  // The least cost of a way without anything too tall for its page; nothing: there is none.
  std::optional<int64_t> least() {
    PagePlan pages;
    extend(pages, 0);
    return least_;
  }

 private:
  void extend(PagePlan& pages, uint32_t row) {
    while (row < galley_.rows.size() && galley_.rows[row].discardable) ++row;
    if (row == galley_.rows.size()) {
      const int64_t cost = layout::cost_of_pages(galley_, rooms(), pages);
      if (cost < layout::kCostOverfull && (!least_ || cost < *least_)) least_ = cost;
      return;
    }
    for (uint32_t end = row + 1; end <= galley_.rows.size(); ++end) {
      if (end > row + 1 && galley_.rows[end - 1].forced_break) return;
      if (galley_.rows[end - 1].discardable) continue;
      layout::PlannedPage page;
      page.row_begin = row;
      page.row_end = end;
      while (page.row_end < galley_.rows.size() && galley_.rows[page.row_end].discardable) ++page.row_end;
      bool fits = true;
      for (uint32_t r = row; r < end; ++r) {
        for (const uint32_t note : galley_.rows[r].calls) {
          const bool brief = galley_.notes[note].is_brief(first_called(galley_, row));
          const auto lines = static_cast<uint32_t>(galley_.notes[note].form(brief).size());
          if (lines > 0) page.notes.push_back({note, 0, lines, brief});
        }
      }
      fits = height_of(galley_, page) <= pt(100);
      if (!fits) continue;
      pages.push_back(page);
      extend(pages, page.row_end);
      pages.pop_back();
    }
  }
  const Galley& galley_;
  std::optional<int64_t> least_;
};

TEST_CASE("of all ways to end pages without divided notes none costs less") {
  std::mt19937 random(9);
  int compared = 0;
  for (int round = 0; round < 1500; ++round) {
    Galley g = random_galley(random, 14, 5);
    if (round % 2) g = with_briefs(std::move(g), random);
    const layout::FoundPages found = layout::search_pages(g, rooms());
    INFO(round << ": " << show(found.pages));
    CHECK(layout::cost_of_pages(g, rooms(), found.pages) == found.cost);
    const std::optional<int64_t> least = AllWays(g).least();
    if (!least) continue;
    ++compared;
    CHECK(found.cost <= *least);
    bool divided = false;
    for (const auto& page : found.pages) {
      divided = divided || page.row_begin == page.row_end;
      for (const auto& slice : page.notes) {
        divided = divided || slice.end < g.notes[slice.note].form(slice.brief).size();
      }
    }
    if (!divided) CHECK(found.cost == *least);
  }
  CHECK(compared > 1000);
}

TEST_CASE("the optimum is never worse than pages as they come, and mostly better") {
  std::mt19937 random(11);
  int better = 0;
  for (int round = 0; round < 600; ++round) {
    const layout::PageRoom first{pt(random() % 2 ? 100 : 60), pt(10)};
    const Galley g = random_galley(random, 80, 12);
    const layout::FoundPages found = layout::search_pages(g, rooms(first));
    const int64_t as_they_come = layout::cost_of_pages(g, rooms(first), test::first_fit_pages(g, rooms(first)));
    INFO(round << ": " << show(found.pages));
    CHECK(found.cost <= as_they_come);
    better += found.cost < as_they_come;
  }
  CHECK(better > 300);
}
