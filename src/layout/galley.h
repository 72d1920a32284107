// Galley: a section set to rows and its notes set to lines, page-free. Plain data. Coordinates of a row: x from the
// left edge of the measure, y downwards from the row's top.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "layout/page.h"
#include "layout/text_style.h"

namespace huozi::layout {

// A note's mark: in the text (call), before the note (marker), or among the words of a brief note (repeated), where it
// is the mark of the note whose source it repeats. Its number is written when the page is made; the box's width never
// depends on it.
struct MarkItem {
  enum class Kind { call, marker, repeated };
  uint32_t note = 0;  // index into Galley::notes; repeated: of the brief note itself
  Kind kind = Kind::call;
  Point origin;  // of the box, on the baseline
  Length width;
  uint32_t style = 0;  // index into Galley::styles
  NodeId node;
  bool turned = false;  // see Page
};

// The folio of another node's page in a reserved box: at its right, with a leader before it; or among words, where the
// number has its natural width and the line makes up for what is left of the box (layout/refit_line).
struct ReferenceItem {
  NodeId target;
  Point origin;
  Length width;
  uint32_t style = 0;
  NodeId node;
  bool in_text = false;
  bool note_number = false;  // the mark of the note `target`, as its call has it, not its page
  bool turned = false;
  // Of one among words: its em, how far its line reaches before and behind the box's left edge, and how the line is
  // fitted to the measure.
  Length size, before, after;
  style::TextAlign align = style::TextAlign::start;
};

// Dots from `origin` over `width`; a reference that is narrower than its box lets them run on to it.
struct LeaderItem {
  Point origin;
  Length width;
  uint32_t style = 0;
  bool turned = false;
};

using RowItem = std::variant<GlyphRun, RuleItem, PathItem, ImageItem, LinkItem, MarkItem, ReferenceItem, LeaderItem>;

template <typename Content>
void shift(Content& content, Point by) {
  if constexpr (requires { content.origin; }) {
    content.origin.x += by.x;
    content.origin.y += by.y;
  } else {
    content.rect.x += by.x;
    content.rect.y += by.y;
  }
}

inline void shift(RowItem& item, Point by) {
  std::visit([&](auto& content) { shift(content, by); }, item);
}

// What string-set gives a running head, and where its words stand.
struct RunningString {
  std::string name, value;
  source::Span span;
};

// Break costs before a row. Costs add up; none is infinite, so that paging always ends.
constexpr int64_t kCostWidow = 20'000'000;
constexpr int64_t kCostKeep = 2'000'000'000;

constexpr uint32_t kNoHead = UINT32_MAX;

struct Row {
  Length height;
  int64_t break_cost = 0;                                 // of a page break before this row
  bool forced_break = false;                              // a page break before this row
  style::BreakBetween side = style::BreakBetween::auto_;  // recto or verso: the page that begins with this row is one
  bool discardable = false;                               // white space: vanishes at the top of a page
  bool to_grid = false;     // white space that ends on a row of the page's grid; `height` is the least of it
  bool plate = false;       // it fills a page of the kind :plate
  bool at_foot = false;     // this row and those after it stand at the foot of the page (float: bottom)
  uint32_t head = kNoHead;  // what stands above this row again when a page begins with it; index into heads
  Length leading;           // of its last line, below the em square
  std::vector<RowItem> items;
  std::vector<uint32_t> calls;   // notes called in this row
  std::vector<uint32_t> floats;  // page floats called in this row
  std::vector<NodeId> anchors;   // nodes that begin here
  std::vector<RunningString> strings;
};

// The end of a row that begins at y; white space up to the grid ends on a row counted from `top`.
inline Length end_of(const Row& row, Length y, Length top, Length pitch) {
  const Length end = y + row.height;
  return row.to_grid ? top + pitch * base::units_up(end - top, pitch) : end;
}

// What stands above a table where it goes on: words that say so, and its header rows as one slice, without note marks
// and links.
struct RepeatedHead {
  Length height;
  std::vector<RowItem> items;
  std::string words;  // that no article has; may be empty
};

constexpr uint32_t kNoNote = UINT32_MAX;

struct GalleyNote {
  std::vector<Row> rows;
  // The same in two lines at most where an earlier note on the page has its source, 同上; empty: no such form. Short as
  // it is, it stands on one page.
  std::vector<Row> brief;
  uint32_t repeats = kNoNote;  // the nearest earlier note with the same source; where it is 同上, the one right before
  NodeId node;
  uint32_t ordinal = 0;         // its number where pages do not count their own
  std::optional<NodeId> first;  // in it: where its call leads
  bool at_end = false;          // its lines are among the galley's rows, at their end; no row calls it
  // footnote-display inline and compact: where notes may stand side by side on one line. run_in: what a note of one
  // line needs at the end of another one's, a gap of one em before it; zero: it begins a line of its own. room: what
  // its own last line leaves at its end for such a note; zero: none may follow there. Added up by layout/note_stack.
  Length run_in, room;

  // Whether it is brief on a page; `first_called`: the first note called there. One called on an earlier page never is.
  bool is_brief(uint32_t first_called) const { return !brief.empty() && repeats != kNoNote && repeats >= first_called; }
  const std::vector<Row>& form(bool in_brief) const { return in_brief ? brief : rows; }
};

// A figure or table that stands at the head or foot of the page it is called on, or of a later one. A head of its first
// row stands within it.
struct PageFloat {
  std::vector<Row> rows;  // on the grid, together with the white space that parts it from the text; calls no notes
  Length height;
  bool at_foot = false;
  bool leads = false;  // read before the section's rows, as its title is
};

// Another way to set a paragraph, a line longer or shorter, that may stand in place of rows [begin, end) (CLREQ 3.4.4).
// Their rows and its own are all of one height.
struct ParagraphVariant {
  uint32_t begin = 0, end = 0;
  std::vector<Row> rows;
  int64_t cost = 0;  // how much worse its lines are, as layout/line_cost.h has it
};

// A figure that need not stand where it is written: rows [begin, end), with white space before it from row `white` on.
// Where a page has no room for it, it stands at the head of the next one, and text that follows it fills the page, as
// far as row `until`: it stands before that row, or before an earlier one of that text. It calls nothing, and no white
// space is before it and up to `until` but its own.
struct MovableBlock {
  uint32_t white = 0, begin = 0, end = 0, until = 0;
};

// What the marks of a section's notes are made of, and how wide they may become.
struct MarkWriting {
  style::Content call_content;  // of ::footnote-call and ::footnote-marker
  style::Content marker_content;
  uint32_t note_count = 0;     // of the section
  bool notes_by_page = false;  // their numbers are known when pages are
};

struct Galley : MarkWriting {
  Galley() = default;
  explicit Galley(const MarkWriting& marks) : MarkWriting(marks) {}  // empty

  std::vector<Row> rows;
  std::vector<GalleyNote> notes;           // in the order of their calls
  std::vector<PageFloat> floats;           // likewise
  std::vector<ParagraphVariant> variants;  // in the order of the rows they may replace; none in columns
  std::vector<MovableBlock> movables;      // in order; likewise
  int columns = 1;                         // rows are as wide as one of them
  Length column_gap;
  std::vector<RepeatedHead> heads;
  std::vector<TextStyle> styles;
  bool spacing_cut = false;              // letter-spacing that would make letters touch was asked for
  std::string note_reset_in;             // an element in the section that resets the counter of notes, in vain
  std::vector<std::string> note_titles;  // above notes among the rows, in no article's text there
  std::string page_name;                 // named page
  style::BreakBetween start = style::BreakBetween::auto_;  // how the section begins: page, recto, verso
};

}  // namespace huozi::layout
