#include "layout/page_search.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "layout/break_places.h"
#include "layout/columns.h"
#include "layout/page_cost.h"
#include "layout/page_notes.h"
#include "layout/page_text.h"
#include "layout/page_variants.h"

namespace huozi::layout {
namespace {

constexpr uint32_t kNoState = UINT32_MAX;
constexpr uint32_t kStay = BreakPlaces::kNoBlock;
// Ways to one place that differ in what is left over of notes and floats; more are not followed.
constexpr int kMostWays = 24;
// A figure is left to the next page only if so many rows have room beside it there.
constexpr int kLeastBesideMoved = 3;

class Search {
 public:
  Search(const Galley& galley, const PageRooms& rooms)
      : galley_(galley), rooms_(rooms), notes_(galley), places_(galley) {}

  FoundPages run() {
    const uint32_t rows = places_.rows();
    if (places_.text_from(0) == rows) return {};
    ways_.assign(places_.size(), kNoState);
    states_.reserve(places_.size() * size_t{2});
    State start;
    start.place = places_.text_from(0);
    start.first = true;
    offer(start);
    for (uint32_t row = start.place; row <= rows; ++row) {
      extend_all(row);
      const auto [begin, end] = places_.beginning(row);
      for (uint32_t v = begin; v < end; ++v) {
        for (uint32_t line = 1; line < places_.lines(v); ++line) extend_all(places_.inner_place(v, line));
      }
    }
    return found();
  }

 private:
  // A way to have everything before `place` on pages, and the notes and floats called there as far as these.
  struct State {
    int64_t cost = 0;
    uint32_t place = 0;
    NotePlace notes;
    uint32_t floats = 0;
    uint32_t moved = kStay;      // the movable block that stands on none of them, though it is written before `place`
    uint32_t before = kNoState;  // the state that the last page began with
    uint32_t next = kNoState;    // another way to the same place
    bool first = false;          // no page is made yet
    bool extended = false;
    int8_t shift = 0;  // of the last page
  };

  // A page under construction.
  struct Page {
    uint32_t index;  // of the state it begins with
    State begin;
    PageRoom room;
    PageText text;
    Shifts shifts;
    uint32_t first_note = 0;  // the first that is called on it
    uint32_t moved = kStay;   // the movable block that is left to the next page
    bool can_end = false;     // some way to end it was found
    bool full_only = false;   // only ends that leave it nearly full are looked at
  };

  // Where a page ends, and what that costs besides what is on it.
  struct End {
    uint32_t place;
    bool forced;  // nothing more may stand on it
    int64_t cost;
  };

  // ------------------------------------------------------------ ways to a place

  void offer(const State& state) {
    uint32_t worst = kNoState;
    int count = 0;
    for (uint32_t s = ways_[state.place]; s != kNoState; s = states_[s].next, ++count) {
      State& other = states_[s];
      if (other.notes == state.notes && other.floats == state.floats && other.moved == state.moved &&
          other.first == state.first) {
        if (state.cost < other.cost) replace(other, state);
        return;
      }
      if (!other.extended && (worst == kNoState || prospect(other) > prospect(states_[worst]))) worst = s;
    }
    if (count < kMostWays || worst == kNoState) {
      states_.push_back(state);
      states_.back().next = std::exchange(ways_[state.place], static_cast<uint32_t>(states_.size() - 1));
    } else if (prospect(state) < prospect(states_[worst])) {
      replace(states_[worst], state);
    }
  }

  // What a way costs with the pages that its notes left over will fill, so that notes put off are no gain.
  int64_t prospect(const State& state) const {
    const uint32_t called = places_.notes_before(state.place);
    if (!(state.notes < NotePlace{called, 0})) return state.cost;
    const int64_t rows = base::units_up(notes_.height(state.notes, called, called), rooms_.pitch);
    const int64_t page = std::max<int64_t>(base::units_down(rooms_.later.rows, rooms_.pitch), 1);
    return state.cost + (kCostBarePage + kCostSplitNote) * rows / page;
  }

  static void replace(State& old, const State& state) {
    const uint32_t next = old.next;
    old = state;
    old.next = next;
  }

  // Pages without text lead from one way to a place to another that has more notes and floats behind it.
  void extend_all(uint32_t place) {
    const auto earlier = [](const State& a, const State& b) {
      if (a.first != b.first) return a.first;
      return a.notes != b.notes ? a.notes < b.notes : a.floats < b.floats;
    };
    for (;;) {
      uint32_t least = kNoState;
      for (uint32_t s = ways_[place]; s != kNoState; s = states_[s].next) {
        if (!states_[s].extended && (least == kNoState || earlier(states_[s], states_[least]))) least = s;
      }
      if (least == kNoState) return;
      states_[least].extended = true;
      extend(least);
    }
  }

  // ------------------------------------------------------------ pages from a place

  void extend(uint32_t index) {
    const State begin = states_[index];
    const uint32_t rows = places_.rows();
    Page page{index, begin, begin.first ? rooms_.first : rooms_.later, {}, {}, places_.notes_before(begin.place)};
    page.text.pitch = rooms_.pitch;
    page.text.notes = page.first_note;
    page.text.floats = places_.floats_before(begin.place);
    page.moved = begin.moved;
    const bool pending = begin.notes.note < page.text.notes || begin.floats < page.text.floats;
    if (begin.place == rows && !pending) return;
    if (pending) end_page(page, {begin.place, begin.place == rows, kCostBarePage});
    // Dividing rows among columns takes time.
    page.full_only = galley_.columns > 1;
    add_text(page);
    if (page.full_only && !page.can_end) {
      page.full_only = false;
      add_text(page);
    }
    if (!page.can_end) force(page);
  }

  // As much as the page holds, with all the ways to end it on the way.
  void add_text(Page& page) {
    const State begin = page.begin;
    const uint32_t rows = places_.rows();
    page.text = {rooms_.pitch, {}, {}, page.first_note, places_.floats_before(begin.place)};
    page.moved = kStay;
    uint32_t row = begin.place;
    bool goes_on = begin.moved == kStay || add_moved(page);
    if (!goes_on) return;
    if (places_.is_inner(begin.place)) {
      const auto [variant, line] = places_.inner(begin.place);
      row = galley_.variants[variant].end;
      goes_on = add_lines(page, variant, line, 0) && end_after(page, row);
    } else if (row < rows) {
      page.text.begin(galley_, galley_.rows[row]);
    }
    if (goes_on) add_rows(page, row, rows);
  }

  // The block that was left to this page.
  bool add_moved(Page& page) {
    const MovableBlock& block = galley_.movables[page.begin.moved];
    for (uint32_t row = block.begin, end = places_.text_from(block.end); row < end; ++row) {
      page.text.add(galley_.rows[row]);
    }
    end_page(page, {page.begin.place, false, cost_at(page.begin.place)});
    return !is_full(page);
  }

  // The page goes on after the block that begins with white space at `row`, which it leaves to the next one.
  void add_past(const Page& page, uint32_t movable, bool& can_end) {
    const MovableBlock& block = galley_.movables[movable];
    const Length most = rooms_.later.rows - rooms_.pitch * kLeastBesideMoved;
    Length height;
    for (uint32_t row = block.begin; row < block.end; ++row) height += galley_.rows[row].height;
    if (height > most) return;
    Page other = page;
    other.moved = movable;
    // At the end of what it may stand in it needs a row that goes on below it.
    const bool ended = places_.text_from(block.until) != block.until || places_.forced(block.until);
    add_rows(other, places_.text_from(block.end), ended ? block.until - 1 : block.until);
    can_end = other.can_end;
  }

  int64_t cost_at(uint32_t place) const {
    if (!places_.is_inner(place)) return places_.break_cost(place);
    const auto [variant, line] = places_.inner(place);
    return galley_.variants[variant].rows[line].break_cost;
  }

  void add_rows(Page& page, uint32_t row, uint32_t end) {
    const State begin = page.begin;
    bool goes_on = true;
    while (goes_on && row < end) {
      if (const uint32_t movable = places_.movable_at(row); movable != kStay && page.moved == kStay) {
        add_past(page, movable, page.can_end);
      }
      const auto [first_begun, last_begun] = places_.beginning(row);
      for (uint32_t v = first_begun; v < last_begun; ++v) {
        Page other = page;
        add_lines(other, v, 0, cost_of(galley_.variants[v]));
        page.can_end = other.can_end;
      }
      page.text.add(galley_.rows[row++]);
      const auto [first_ended, last_ended] = places_.ending(row);
      if (first_ended < last_ended && !places_.is_inner(begin.place) &&
          galley_.variants[first_ended].begin >= begin.place) {
        page.shifts.add_paragraph(galley_, first_ended, last_ended);
      }
      goes_on = end_after(page, row);
    }
  }

  // The lines of a variant from `line` on, each of which the page may end after but the last. False: the page is full.
  bool add_lines(Page& page, uint32_t variant, uint32_t line, int64_t cost) {
    const auto& lines = galley_.variants[variant].rows;
    for (; line < lines.size(); ++line) {
      page.text.add(lines[line]);
      if (line + 1 == lines.size()) break;
      end_page(page, {places_.inner_place(variant, line + 1), false, cost + lines[line + 1].break_cost});
      if (is_full(page)) return false;
    }
    return true;
  }

  // Ends the page before row `row`, unless white space would be its last. False: it can hold no more.
  bool end_after(Page& page, uint32_t row) {
    if (galley_.rows[row - 1].discardable) return !places_.forced(row);
    const bool forced = places_.forced(row);
    const End end{places_.text_from(row), forced, forced ? 0 : places_.break_cost(row)};
    if (galley_.columns == 1) {
      end_page(page, end);
    } else if (forced || !page.full_only || wanted(page) >= page.room.rows * 2 / 3) {
      end_columns(page, end, row);
    }
    return !forced && !is_full(page);
  }

  // No less than the text takes of the page's height.
  Length lowest(const PageText& text) const { return text.height / galley_.columns; }

  // What the text and all that is called so far would take, if it could.
  Length wanted(const Page& page) const {
    Length height = lowest(page.text) + notes_.height(page.begin.notes, page.text.notes, page.first_note);
    for (uint32_t one = page.begin.floats; one < page.text.floats; ++one) height += galley_.floats[one].height;
    return height;
  }

  bool calls_notes(const Page& page) const { return page.text.notes > page.first_note; }

  // Whether even as short as can be it has no room for its text and the least of the notes called there.
  bool is_full(const Page& page) const {
    int shift = 0;
    while (shift > -kMostShift && page.shifts.of(shift - 1) < kNoWay) --shift;
    Length needed = lowest(page.text) + rooms_.pitch * shift;
    if (calls_notes(page) && notes_.lines(page.begin.notes, page.text.notes) > 0) {
      needed += notes_.least_height(page.begin.notes, page.text.notes, page.first_note) + page.room.note_overhead;
    }
    return needed > page.room.rows;
  }

  // With rows before `row` in columns as even as they can be; those of a full page are full.
  void end_columns(Page& page, End end, uint32_t row) {
    const std::optional<ColumnPlan> columns = columns_of(page.begin.place, row, page.room.rows);
    if (!columns) return;
    Page in_columns = page;
    in_columns.text.height = columns->height;
    end.cost += columns->cost;
    end_page(in_columns, end);
    page.can_end = in_columns.can_end;
  }

  std::optional<ColumnPlan> columns_of(uint32_t begin, uint32_t end, Length height) const {
    return fill_columns(galley_.rows, galley_.heads, begin, end, galley_.columns, height, rooms_.pitch, true);
  }

  void end_page(Page& page, const End& end) {
    for (int shift = -kMostShift; shift <= kMostShift; ++shift) {
      if (page.shifts.of(shift) < kNoWay) end_page(page, end, shift);
    }
  }

  void end_page(Page& page, const End& end, int shift) {
    // A divided note goes as far as it can, or leaves two lines for the next page.
    if (end_page(page, end, shift, 0)) end_page(page, end, shift, 1);
  }

  // True: with the next `retreat` there may be another way.
  bool end_page(Page& page, const End& end, int shift, uint32_t retreat) {
    const Length text = page.text.height + rooms_.pitch * shift;
    Length left = page.room.rows - text;
    if (left < Length()) return false;
    State state = page.begin;
    state.first = state.extended = false;
    state.before = page.index;
    state.place = end.place;
    state.shift = static_cast<int8_t>(shift);
    state.moved = page.moved;
    state.cost += end.cost + page.shifts.of(shift);
    if (page.moved != page.begin.moved && page.moved != kStay) state.cost += kCostMoved;
    const Length above_notes = left;
    if (!place_notes(page, retreat, left, state)) return false;
    const bool noted = left < above_notes;
    for (; state.floats < page.text.floats && galley_.floats[state.floats].height <= left; ++state.floats) {
      left -= galley_.floats[state.floats].height;
    }
    if (text == Length() && state.notes == page.begin.notes && state.floats == page.begin.floats) return false;
    for (uint32_t late = state.floats; late < page.text.floats; ++late) state.cost += late_cost(galley_.floats[late]);
    if (!end.forced) {
      state.cost += bottom_cost(left, rooms_.pitch, noted);
    } else if (!page.begin.first) {
      state.cost += end_cost(text, rooms_.pitch, page.room.rows);
    }
    page.can_end = true;
    offer(state);
    return retreat == 0 && state.notes.note < page.text.notes && notes_.is_lone(state.notes);
  }

  // Notes called so far go into what is left of the page. False: not enough of them do.
  bool place_notes(const Page& page, uint32_t retreat, Length& left, State& state) const {
    const NotePlace from = notes_.text_from(page.begin.notes);
    const uint32_t called = page.text.notes;
    state.notes = {called, 0};
    if (from.note >= called || notes_.lines(from, called) == 0) return true;
    left -= page.room.note_overhead;
    const Length whole = notes_.height(from, called, page.first_note);
    if (whole <= left) {
      left -= whole;
      return true;
    }
    state.notes = notes_.fill(from, called, left, page.first_note);
    left = Length();
    state.notes.line -= retreat;
    state.cost += kCostSplitNote + kCostCarriedLine * notes_.lines(state.notes, called);
    if (notes_.is_lone(state.notes)) state.cost += kCostLoneNoteLine;
    return calls_notes(page) ? state.notes >= notes_.least_of(called - 1, page.first_note) : state.notes > from;
  }

  // No page holds what comes next: one piece of it is taken as it is.
  void force(const Page& page) {
    const State& begin = page.begin;
    State state = begin;
    state.first = state.extended = false;
    state.before = page.index;
    state.shift = 0;
    PageText text;
    text.pitch = rooms_.pitch;
    text.notes = places_.notes_before(begin.place);
    text.floats = places_.floats_before(begin.place);
    if (begin.notes.note < text.notes) {
      state.notes = notes_.after_line(notes_.text_from(begin.notes));
    } else if (begin.floats < text.floats) {
      ++state.floats;
    } else if (begin.moved != kStay) {
      state.moved = kStay;
    } else {
      const uint32_t earlier = text.notes;
      state.place = add_piece(text, begin.place);
      const bool noted = notes_.lines({earlier, 0}, text.notes) > 0;
      if (begin.first) {
        Length needed = text.height;
        if (noted) needed += notes_.least_height({earlier, 0}, text.notes, earlier) + rooms_.later.note_overhead;
        if (needed <= rooms_.later.rows) {
          // A first page that cannot hold what later ones can stays empty.
          state.place = begin.place;
          offer(state);
          return;
        }
      }
      if (noted) {
        const Length left = page.room.rows - text.height - page.room.note_overhead;
        state.notes = notes_.fill(begin.notes, text.notes, left, earlier);
      }
    }
    state.cost += kCostOverfull;
    offer(state);
  }

  // The row or line after a place, and where the next one begins.
  uint32_t add_piece(PageText& text, uint32_t place) const {
    if (!places_.is_inner(place)) {
      text.begin(galley_, galley_.rows[place]);
      text.add(galley_.rows[place]);
      return places_.text_from(place + 1);
    }
    const auto [variant, line] = places_.inner(place);
    text.add(galley_.variants[variant].rows[line]);
    return line + 1 < places_.lines(variant) ? place + 1 : places_.text_from(galley_.variants[variant].end);
  }

  // ------------------------------------------------------------ the best way of all

  FoundPages found() const {
    const uint32_t rows = places_.rows();
    uint32_t best = kNoState;
    for (uint32_t s = ways_[rows]; s != kNoState; s = states_[s].next) {
      const State& state = states_[s];
      if (state.notes.note < places_.notes_before(rows) || state.floats < places_.floats_before(rows)) continue;
      if (best == kNoState || state.cost < states_[best].cost) best = s;
    }
    std::vector<uint32_t> path;
    for (uint32_t s = best; s != kNoState; s = states_[s].before) path.push_back(s);
    std::reverse(path.begin(), path.end());
    FoundPages out;
    out.cost = states_[best].cost;
    for (size_t i = 1; i < path.size(); ++i) add_variants(states_[path[i - 1]], states_[path[i]], out.variants);
    for (size_t i = 1; i < path.size(); ++i) {
      add_move(states_[path[i - 1]], states_[path[i]], out);
      out.pages.push_back(planned(states_[path[i - 1]], states_[path[i]], out));
    }
    return out;
  }

  void add_variants(const State& begin, const State& end, std::vector<uint32_t>& variants) const {
    uint32_t first = begin.place, last = end.place;
    if (places_.is_inner(first)) first = galley_.variants[places_.inner(first).variant].end;
    if (places_.is_inner(last)) last = galley_.variants[places_.inner(last).variant].begin;
    if (first < last) {
      const std::vector<uint32_t> whole = best_variants(galley_, first, last, end.shift);
      variants.insert(variants.end(), whole.begin(), whole.end());
    }
    if (!places_.is_inner(end.place)) return;
    const uint32_t broken = places_.inner(end.place).variant;
    if (variants.empty() || variants.back() != broken) variants.push_back(broken);
  }

  void add_move(const State& begin, const State& end, FoundPages& out) const {
    if (end.moved == kStay || end.moved == begin.moved) return;
    const MovableBlock& block = galley_.movables[end.moved];
    out.moves.push_back({row_number(block.white, out.variants), row_number(places_.text_from(block.end), out.variants),
                         row_number(end.place, out.variants), block.begin - block.white});
  }

  // The last move is that of the block which is left to the next page, if there is one.
  PlannedPage planned(const State& begin, const State& end, const FoundPages& found) const {
    const std::vector<uint32_t>& variants = found.variants;
    PlannedPage page;
    const auto from = [&](const State& state) {
      return state.moved == kStay ? row_number(state.place, variants) : begin_after(found.moves.back());
    };
    page.row_begin = found.pages.empty() ? row_number(begin.place, variants) : found.pages.back().row_end;
    page.row_end = from(end);
    page.notes = notes_.slices(begin.notes, end.notes, places_.notes_before(begin.place));
    if (galley_.columns > 1 && page.row_begin < page.row_end) {
      const Length height = (begin.first ? rooms_.first : rooms_.later).rows;
      if (const auto columns = columns_of(page.row_begin, page.row_end, height)) page.column_ends = columns->ends;
    }
    for (uint32_t one = begin.floats; one < end.floats; ++one) page.floats.push_back(one);
    return page;
  }

  // With the variants in place.
  uint32_t row_number(uint32_t place, const std::vector<uint32_t>& variants) const {
    uint32_t row = place;
    if (places_.is_inner(place)) {
      const auto [variant, line] = places_.inner(place);
      row = galley_.variants[variant].begin + line;
      place = galley_.variants[variant].begin;
    }
    for (const uint32_t v : variants) {
      if (galley_.variants[v].end > place) break;
      row += static_cast<uint32_t>(shift_of(galley_.variants[v]));
    }
    return row;
  }

  const Galley& galley_;
  const PageRooms& rooms_;
  PageNotes notes_;
  BreakPlaces places_;
  std::vector<State> states_;
  std::vector<uint32_t> ways_;  // by place: the first of the states there
};

}  // namespace

FoundPages search_pages(const Galley& galley, const PageRooms& rooms) {
  return Search(galley, rooms).run();
}

void carry_out(const FoundPages& found, Galley& galley) {
  place_variants(galley, found.variants);
  place_moves(galley, found.moves);
}

}  // namespace huozi::layout
