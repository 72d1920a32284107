#include "layout/page_maker.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "layout/margin_boxes.h"
#include "layout/note_area.h"
#include "layout/note_mark.h"
#include "layout/page_series.h"
#include "layout/plain_run.h"
#include "layout/refit_line.h"
#include "layout/turn.h"
#include "layout/type_area.h"
#include "style/note_numbers.h"

namespace huozi::layout {
namespace {

using document::Book;

// A page reference whose folio is not known yet.
struct Pending {
  size_t page;
  size_t item;                // its place in reading order: before this item of the page
  size_t row_begin, row_end;  // the items of its row
  Region region;
  size_t section;
  ReferenceItem reference;
  std::optional<LeaderItem> leader;  // before it on its line
};

class PageMaker {
 public:
  PageMaker(const Book& book, const std::vector<Galley>& galleys, const std::vector<PagePlan>& plans,
            const style::Cascade& cascade, text::FontLibrary& fonts, source::Diagnostics& diagnostics)
      : book_(book),
        galleys_(galleys),
        cascade_(cascade),
        shaper_(fonts),
        marks_(cascade, shaper_),
        settings_(cascade),
        series_(page_series(book, galleys, plans, cascade, settings_)),
        margin_boxes_(cascade, shaper_, book.metadata.language, diagnostics) {
    for (const char* name : {"book-title", "part-title"}) strings_.set(book_title(name), true);
  }

  std::vector<Page> run() {
    for (const SeriesPage& page : series_) {
      page.planned ? text_page(page) : blank_page(page);
    }
    resolve_references();
    return std::move(pages_);
  }

 private:
  Page& new_page(const SeriesPage& place) {
    Page page;
    page.width = place.setting->geometry.width;
    page.height = place.setting->geometry.height;
    page.bleed = place.setting->style.bleed;
    page.crop_marks = place.setting->style.crop_marks;
    page.cross_marks = place.setting->style.cross_marks;
    page.recto = place.recto;
    page.label = place.label;
    pages_.push_back(std::move(page));
    strings_.begin_page();
    return pages_.back();
  }

  // Back matter belongs to no part: its part's name is the book's again.
  void begin_section(size_t index) {
    const bool begins = index >= sections_begun_;
    sections_begun_ = std::max(sections_begun_, index + 1);
    if (begins && document::is_back(book_.sections[index].role)) strings_.set(book_title("part-title"), true);
  }

  RunningString book_title(const char* name) const { return {name, book_.metadata.title, {}}; }

  void margins(Page& page, const SeriesPage& place) {
    margin_boxes_.add(page, place.setting->style, place.setting->geometry, {strings_, place.number, place.count});
  }

  void blank_page(const SeriesPage& place) { margins(new_page(place), place); }

  void text_page(const SeriesPage& place) {
    const size_t index = place.section;
    begin_section(index);
    const PlannedPage& planned = *place.planned;
    const Galley& galley = galleys_[index];
    const PageSetting& here = *place.setting;
    const PageGeometry& g = here.geometry;
    Page& page = new_page(place);
    number_notes(galley, planned, here.style);

    // The e-book has no such section: no page of its text begins here.
    const bool of_notes = book_.sections[index].role == document::SectionRole::endnotes;
    const Region region = of_notes ? Region::note : Region::body;
    const auto body_row = [&](const Row& row, Point at, bool at_top) {
      for (const RunningString& string : row.strings) strings_.set(string, at_top);
      add_row(page, row, galley, index, at, region);
    };
    const TypeArea places =
        place_type_area(galley, planned, g, notes_height(galley, planned.notes, here.style.footnote));
    // Text before floats: a page's mark in the e-book is where its text begins, whatever came here from the page
    // before.
    std::vector<TypeArea::Head> heads = places.heads;
    const auto floats = [&](bool leading) {
      for (size_t i = 0; i < planned.floats.size(); ++i) {
        const PageFloat& each = galley.floats[planned.floats[i]];
        if ((each.leads && planned.row_begin == 0) != leading) continue;
        Point at = places.floats[i];
        if (each.rows.front().head != kNoHead) heads.push_back({each.rows.front().head, at});
        for (const Row& row : each.rows) {
          body_row(row, at, leading);
          at.y = end_of(row, at.y, places.floats[i].y, g.pitch);
        }
      }
    };
    floats(true);
    for (uint32_t r = planned.row_begin; r < planned.row_end; ++r) {
      body_row(galley.rows[r], places.rows[r - planned.row_begin], r == planned.row_begin);
    }
    floats(false);
    add_notes(page, planned, galley, index, here);
    // What is repeated has been read before, as a running head has.
    for (const TypeArea::Head& head : heads) {
      add_items(page, galley.heads[head.head].items, galley, index, head.at, Region::margin);
    }
    margins(page, place);
  }

  // The number each note shows: counted on the page of its call, or its own.
  void number_notes(const Galley& galley, const PlannedPage& planned, const style::PageStyle& style) {
    numbers_.resize(galley.notes.size());
    first_note_ = kNoNote;
    std::optional<int64_t> on_page = style::footnote_reset(style.counter_reset);
    for (uint32_t r = planned.row_begin; r < planned.row_end; ++r) {
      for (const uint32_t note : galley.rows[r].calls) {
        first_note_ = std::min(first_note_, note);
        numbers_[note] = on_page ? ++*on_page : galley.notes[note].ordinal;
      }
    }
  }

  void add_row(Page& page, const Row& row, const Galley& galley, size_t section, Point at, Region region) {
    for (const document::NodeId node : row.anchors) page.anchors.push_back({node, at.y});
    add_items(page, row.items, galley, section, at, region);
  }

  void add_items(Page& page, const std::vector<RowItem>& items, const Galley& galley, size_t section, Point at,
                 Region region) {
    row_begin_ = page.items.size();
    for (const RowItem& item : items) {
      std::visit([&](const auto& content) { add_item(page, content, galley, section, at, region); }, item);
    }
    for (auto last = pending_.rbegin(); last != pending_.rend() && last->page + 1 == pages_.size(); ++last) {
      if (last->row_begin == row_begin_) last->row_end = page.items.size();
    }
  }

  template <typename Content>
  void add_item(Page& page, Content content, const Galley&, size_t, Point at, Region region) {
    shift(content, at);
    page.items.push_back({region, std::move(content)});
  }

  void add_item(Page& page, const MarkItem& mark, const Galley& galley, size_t section, Point at, Region region) {
    const TextStyle& look = galley.styles[mark.style];
    using Kind = MarkItem::Kind;
    const uint32_t shown = mark.kind == Kind::repeated ? first_with_source(galley, mark.note) : mark.note;
    const GalleyNote& note = galley.notes[shown];
    const int64_t number = note.at_end ? note.ordinal : numbers_[shown];
    SetMark set =
        marks_.set(mark.kind == Kind::call ? galley.call_content : galley.marker_content, number, look, mark.node);
    // A marker stands at the beginning of its box, the others in the middle.
    const Length left = mark.kind == Kind::marker ? Length() : (mark.width - set.width) / 2;
    const Point origin{at.x + mark.origin.x, at.y + mark.origin.y};
    const auto add = [&](auto item) {
      shift(item, {left, Length()});
      if (mark.turned) turn(item);
      add_item(page, std::move(item), galley, section, origin, region);
    };
    for (PathItem& circle : set.circles) add(std::move(circle));
    for (GlyphRun& run : set.runs) {
      run.label = mark.kind == Kind::marker;
      add(std::move(run));
    }
    LinkItem link;
    link.rect = {Length(), -ascent_of(look.size), set.width, look.size};
    link.node = mark.node;
    link.kind = mark.kind == Kind::marker ? LinkItem::Kind::note_back : LinkItem::Kind::note_call;
    if (mark.kind == Kind::call) shown_notes_[note.node] = {section, number};
    if (mark.kind == Kind::marker) {
      link.target = note.node;
    } else {
      const Length above = mark.turned ? mark.width : look.size;
      if (mark.kind == Kind::call) page.anchors.push_back({note.node, origin.y - above});
      if (!note.first) return;
      link.target = *note.first;
    }
    add(std::move(link));
  }

  // Of the notes called on the page.
  uint32_t first_with_source(const Galley& galley, uint32_t note) const {
    for (uint32_t earlier = galley.notes[note].repeats; earlier != kNoNote && earlier >= first_note_;) {
      note = earlier;
      earlier = galley.notes[note].repeats;
    }
    return note;
  }

  void add_item(Page& page, ReferenceItem reference, const Galley&, size_t section, Point at, Region region) {
    shift(reference, at);
    const size_t item = page.items.size();
    pending_.push_back(
        {pages_.size() - 1, item, row_begin_, item, region, section, reference, std::exchange(leader_, std::nullopt)});
  }

  void add_item(Page&, LeaderItem leader, const Galley&, size_t, Point at, Region) {
    shift(leader, at);
    leader_ = leader;
  }

  // Dots from the leader's beginning to `to`, on one lattice over the whole page, so that they stand under each other.
  void add_leader(std::vector<Item>& items, const LeaderItem& leader, Length to, const TextStyle& look) {
    const PlainText dot = set_plain("·", look, shaper_, {});
    if (dot.runs.empty() || dot.runs.front().glyphs.empty()) return;
    const Length pitch = look.size / 2;
    const Length from = leader.origin.x + pitch;
    GlyphRun run = dot.runs.front();
    const Glyph glyph = run.glyphs.front();
    run.glyphs.clear();
    run.text.clear();
    const Length first = pitch * base::units_up(from, pitch);
    for (Length x = first; x + pitch <= to; x += pitch) {
      Glyph copy = glyph;
      copy.x = x - first + glyph.x;
      copy.text_begin = static_cast<uint32_t>(run.text.size());
      run.text += '.';
      copy.text_end = static_cast<uint32_t>(run.text.size());
      run.glyphs.push_back(copy);
    }
    if (run.glyphs.empty()) return;
    run.origin = {first, leader.origin.y};
    run.line_end = false;
    items.push_back({Region::body, std::move(run)});
  }

  void add_notes(Page& page, const PlannedPage& planned, const Galley& galley, size_t section,
                 const PageSetting& here) {
    const NoteArea area = place_notes(galley, planned.notes, here.geometry, here.style.footnote);
    if (area.rule) page.items.push_back({Region::note, *area.rule});
    for (const auto& [slice, place] : area.slices) {
      const GalleyNote& note = galley.notes[slice.note];
      const std::vector<Row>& lines = note.form(slice.brief);
      const size_t before = page.items.size();
      Point at = place;
      for (uint32_t i = slice.begin; i < slice.end; ++i) {
        add_row(page, lines[i], galley, section, at, Region::note);
        at.y += lines[i].height;
      }
      if (slice.brief) page.brief_notes.push_back({note.node, words_since(page, before, note.node)});
    }
  }

  // Less the note's own marker.
  static std::string words_since(const Page& page, size_t begin, NodeId marker) {
    std::string words;
    for (size_t i = begin; i < page.items.size(); ++i) {
      const auto* run = std::get_if<GlyphRun>(&page.items[i].content);
      if (run && run->node != marker) words += run->text;
    }
    return words;
  }

  void resolve_references() {
    std::map<document::NodeId, size_t> where;
    for (size_t p = 0; p < pages_.size(); ++p) {
      for (const Anchor& anchor : pages_[p].anchors) where.emplace(anchor.node, p);
    }
    // The last first: what is put in moves only what comes after it.
    for (size_t i = pending_.size(); i-- > 0;) {
      const ReferenceItem& reference = pending_[i].reference;
      const auto found = where.find(reference.target);
      const auto note = shown_notes_.find(reference.target);
      const TextStyle& look = galleys_[pending_[i].section].styles[reference.style];
      if (reference.note_number && note != shown_notes_.end()) {
        const auto& [section, number] = note->second;
        resolve(i, marks_.set(galleys_[section].call_content, number, look, reference.node));
      } else if (found != where.end() && !reference.note_number) {
        resolve(i, words(pages_[found->second].label, look, reference.node));
      } else if (reference.in_text) {
        resolve(i, words("??", look, reference.node));  // what the stylesheet hides stands on no page; 第页 says less
      }
    }
  }

  SetMark words(const std::string& text, const TextStyle& look, document::NodeId node) {
    PlainText set = set_plain(text, look, shaper_, node);
    return {std::move(set.runs), {}, set.width};
  }

  void resolve(size_t index, const SetMark& set) {
    const Pending& pending = pending_[index];
    ReferenceItem reference = pending.reference;
    std::optional<LeaderItem> leader = pending.leader;
    // A turned one is put together upright, and turned again; it has its box to itself.
    if (reference.turned) {
      reference.origin = turned_back(reference.origin);
      if (leader) leader->origin = turned_back(leader->origin);
    }
    const bool refits = reference.in_text && !reference.turned;
    const std::vector<TextStyle>& styles = galleys_[pending.section].styles;
    const TextStyle& look = styles[reference.style];
    const LineRefit refit(reference, set.width);
    const Length rest = reference.width - set.width;
    const Length x =
        refits ? refit.map(reference.origin.x) : reference.origin.x + (reference.in_text ? rest / 2 : rest);
    std::vector<Item>& all = pages_[pending.page].items;
    if (refits) refit.move(std::span(all).subspan(pending.row_begin, pending.row_end - pending.row_begin));
    std::vector<Item> items;
    if (leader) {
      const TextStyle& dots = styles[leader->style];
      add_leader(items, *leader, x - dots.size / 2, dots);
    }
    for (PathItem circle : set.circles) {
      shift(circle, {x, reference.origin.y});
      items.push_back({pending.region, std::move(circle)});
    }
    for (GlyphRun run : set.runs) {
      shift(run, {x, reference.origin.y});
      if (reference.in_text) run.line_end = false;
      items.push_back({pending.region, std::move(run)});
    }
    LinkItem link;
    link.rect = {x, reference.origin.y - ascent_of(look.size), set.width, look.size};
    link.target = reference.target;
    link.node = reference.node;
    link.kind = LinkItem::Kind::internal;
    items.push_back({pending.region, std::move(link)});
    // Others in the row come before it.
    for (size_t i = index; i-- > 0 && pending_[i].page == pending.page && pending_[i].row_begin == pending.row_begin;) {
      pending_[i].row_end += items.size();
      if (refits) refit.move(pending_[i].reference);
    }
    if (reference.turned) {
      for (Item& item : items) turn(item.content);
    }
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(pending.item), std::make_move_iterator(items.begin()),
               std::make_move_iterator(items.end()));
  }

  const Book& book_;
  const std::vector<Galley>& galleys_;
  const style::Cascade& cascade_;
  text::Shaper shaper_;
  NoteMarks marks_;
  PageSettings settings_;
  std::vector<SeriesPage> series_;
  MarginBoxes margin_boxes_;
  RunningStrings strings_;
  size_t sections_begun_ = 0;
  std::vector<Page> pages_;
  std::vector<Pending> pending_;
  std::optional<LeaderItem> leader_;                                    // of the line at work
  std::map<document::NodeId, std::pair<size_t, int64_t>> shown_notes_;  // by call: section, number
  size_t row_begin_ = 0;                                                // the first item of the row at work
  std::vector<int64_t> numbers_;                                        // of the section's notes
  uint32_t first_note_ = kNoNote;                                       // called on the page
};

}  // namespace

std::vector<Page> make_pages(const Book& book, const std::vector<Galley>& galleys, const std::vector<PagePlan>& plans,
                             const style::Cascade& cascade, text::FontLibrary& fonts,
                             source::Diagnostics& diagnostics) {
  return PageMaker(book, galleys, plans, cascade, fonts, diagnostics).run();
}

std::vector<std::string> continuation_words(const std::vector<Galley>& galleys, const std::vector<PagePlan>& plans) {
  std::vector<std::string> words;
  for (size_t i = 0; i < galleys.size(); ++i) {
    const auto add = [&](const Row& row) {
      const std::string& said = row.head == kNoHead ? std::string() : galleys[i].heads[row.head].words;
      if (!said.empty()) words.push_back(said);
    };
    for (const PlannedPage& page : plans[i]) {
      for (const uint32_t row : column_begins(galleys[i], page)) {
        if (row < page.row_end) add(galleys[i].rows[row]);
      }
      for (const uint32_t each : page.floats) add(galleys[i].floats[each].rows.front());
    }
  }
  return words;
}

}  // namespace huozi::layout
