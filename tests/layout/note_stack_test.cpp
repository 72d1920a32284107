#include "layout/note_stack.h"

#include "support/catch.h"

using namespace huozi;
using base::Length;
using layout::Galley;
using layout::GalleyNote;
using layout::NoteStack;

namespace {

constexpr Length pt(int64_t n) {
  return Length::points(n);
}

GalleyNote note(size_t lines, int64_t run_in = 0, int64_t room = 0, int64_t height = 10) {
  GalleyNote out;
  layout::Row row;
  row.height = pt(height);
  out.rows.assign(lines, row);
  out.run_in = pt(run_in);
  out.room = pt(room);
  return out;
}

}  // namespace

TEST_CASE("notes stand one below the other") {
  Galley galley;
  galley.notes = {note(2), note(3)};
  NoteStack stack(galley);
  CHECK(stack.height() == Length());
  CHECK(stack.height_with(0, 0, 2) == pt(20));
  stack.add(0, 0, 2);
  CHECK(stack.height_with(1, 0, 2) == pt(40));
  const auto place = stack.add(1, 0, 2);
  CHECK(place.x == Length());
  CHECK(place.y == pt(20));
  CHECK(stack.height() == pt(40));
}

TEST_CASE("short notes fill a line from the left, then begin another") {
  // On a measure of 100: 30 with a gap of 10 is 40 behind another; alone it leaves 70.
  Galley galley;
  galley.notes = {note(1, 40, 70), note(1, 40, 70), note(1, 40, 70)};
  NoteStack stack(galley);
  stack.add(0, 0, 1);
  CHECK(stack.height_with(1, 0, 1) == pt(10));
  const auto second = stack.add(1, 0, 1);
  // From 40 to 70: it leaves 30.
  CHECK(second.x == pt(40));
  CHECK(second.y == Length());
  CHECK(stack.height_with(2, 0, 1) == pt(20));
  const auto third = stack.add(2, 0, 1);
  CHECK(third.x == Length());
  CHECK(third.y == pt(10));
}

TEST_CASE("a brief note begins a line of its own, and none follows on it") {
  Galley galley;
  galley.notes = {note(1, 40, 70), note(1, 40, 70), note(1, 40, 70)};
  galley.notes[1].brief = note(2, 0, 0, 8).rows;
  NoteStack stack(galley);
  stack.add(0, 0, 1);
  CHECK(stack.height_with(1, 0, 1) == pt(10));
  CHECK(stack.height_with(1, 0, 2, true) == pt(26));
  CHECK(stack.add(1, 0, 2, true).y == pt(10));
  CHECK(stack.add(2, 0, 1).y == pt(26));
}

TEST_CASE("a short note stands behind the end of a long one, not where it goes on") {
  Galley galley;
  galley.notes = {note(3, 0, 50), note(1, 40, 70)};
  NoteStack whole(galley);
  whole.add(0, 1, 3);  // the rest of it, from the page before
  const auto place = whole.add(1, 0, 1);
  CHECK(place.y == pt(10));
  CHECK(place.x == pt(60));
  CHECK(whole.height() == pt(20));
  NoteStack part(galley);
  part.add(0, 0, 2);
  CHECK(part.height_with(1, 0, 1) == pt(30));
}

TEST_CASE("lines of two heights do not stand side by side") {
  Galley galley;
  galley.notes = {note(1, 40, 70), note(1, 40, 70, 12)};
  NoteStack stack(galley);
  stack.add(0, 0, 1);
  CHECK(stack.height_with(1, 0, 1) == pt(22));
}
