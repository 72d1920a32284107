// Notes of a section: the width of their marks, their lines, and those that stand at the section's end or the book's.
#include <algorithm>
#include <utility>

#include "document/element.h"
#include "layout/block_setter.h"
#include "style/note_place.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

// More notes than a page has: of what pages number, the marks up to this one decide how wide the box is.
constexpr int64_t kMostOnPage = 12;

// What a flow off the grid made goes on in one that has a grid, which keeps what it has put into `to`.
void move_row(Row& from, Row& to) {
  to.break_cost += from.break_cost;
  to.discardable = from.discardable;
  to.leading = from.leading;
  to.items = std::move(from.items);
  to.calls = std::move(from.calls);
  to.floats = std::move(from.floats);
  to.strings.insert(to.strings.end(), from.strings.begin(), from.strings.end());
  to.anchors.insert(to.anchors.end(), from.anchors.begin(), from.anchors.end());
}

}  // namespace

style::NotePlace BlockSetter::place_of(const Note& note) const {
  if (back_notes_.contains(&note)) return style::NotePlace::book;
  return style::note_place(note_style(style::note_ref(note, section_)), role_);
}

// Where pages count, a number is known only when lines are set, so its box takes the widest mark there may be.
Length BlockSetter::mark_width(bool marker, uint32_t number, bool at_end, const TextStyle& look) {
  const style::Content& content = marker ? galley_.marker_content : galley_.call_content;
  if (at_end || !galley_.notes_by_page) return marks_.set(content, number, look, {}).width;
  return marks_.widest(content, std::min<int64_t>(galley_.note_count, kMostOnPage), look);
}

void BlockSetter::size_marks(InlineText& text) {
  for (InlineObject& object : text.objects) {
    if (object.kind != InlineObject::Kind::note_call) continue;
    const bool at_end = galley_.notes_by_page && place_of(*object.note) != style::NotePlace::page;
    object.width = mark_width(false, object.note->ordinal, at_end, text.styles[object.style]);
  }
}

// The notes called in a text are set at once, off the grid, as children of the section.
void BlockSetter::set_notes(InlineText& text, std::string_view language) {
  constexpr int kMaxNoteDepth = 100;  // parsers bound nesting
  for (InlineObject& object : text.objects) {
    if (object.kind != InlineObject::Kind::note_call) continue;
    const auto index = static_cast<uint32_t>(galley_.notes.size());
    object.note_index = index;
    GalleyNote& made = galley_.notes.emplace_back();
    made.node = object.node;
    made.ordinal = object.note->ordinal;
    if (!object.note->blocks.empty()) made.first = object.note->blocks.front().info.id;
    const style::NotePlace place = place_of(*object.note);
    made.at_end = place != style::NotePlace::page;
    if (place == style::NotePlace::section) end_notes_.push_back({object.note, index, std::string(language)});
    if (made.at_end) continue;
    const ElementRef element = style::note_ref(*object.note, section_);
    const ComputedStyle style = note_style(element);
    if (note_depth_ >= kMaxNoteDepth) continue;
    if (style.column_count > 1) report_columns(element, {});
    std::vector<Row> rows = note_rows(*object.note, index, element, style, language);
    if (rows.empty()) galley_.notes[index].first.reset();
    galley_.notes[index].rows = std::move(rows);
    leave_room(galley_.notes[index], *object.note, style);
    if (object.note->repeated) set_brief(*object.note, index, element, style, language);
  }
}

std::vector<Row> BlockSetter::note_rows(const Note& note, uint32_t index, const ElementRef& element,
                                        const ComputedStyle& style, std::string_view language) {
  std::vector<Row> rows;
  Flow flow(rows, Length());
  std::vector<Label> outer = std::exchange(labels_, {});
  const std::optional<Length> cell = std::exchange(cell_measure_, geometry_.type_measure);
  ++note_depth_;
  set_note(note, index, element, style, language, flow);
  --note_depth_;
  labels_ = std::move(outer);
  cell_measure_ = cell;
  return rows;
}

// A form that is no shorter than the note itself is of no use, and pages count on its being short.
void BlockSetter::set_brief(const Note& note, uint32_t index, const ElementRef& element, const ComputedStyle& style,
                            std::string_view language) {
  constexpr size_t kMostLines = 2;
  galley_.notes[index].repeats = earlier_of_source(*note.repeated, index);
  if (galley_.notes[index].repeats == kNoNote || note.repeated->before.empty()) return;
  const style::Counters counters = counters_;  // of the two forms one is printed
  brief_ = &*note.repeated;
  std::vector<Row> rows = note_rows(note, index, element, style, language);
  brief_ = nullptr;
  counters_ = counters;
  GalleyNote& made = galley_.notes[index];
  if (rows.size() <= std::min(kMostLines, made.rows.size())) made.brief = std::move(rows);
}

// 同上 says that no other note stands between the two at the foot of the page.
uint32_t BlockSetter::earlier_of_source(const RepeatedCitation& cited, uint32_t index) {
  const auto [found, fresh] = cited_.try_emplace(cited.source, index);
  const uint32_t earlier = fresh ? kNoNote : std::exchange(found->second, index);
  if (fresh || cited.numbered) return earlier;
  const auto stands = [](const GalleyNote& note) { return !note.rows.empty(); };
  const auto first = galley_.notes.begin() + earlier + 1;
  return std::none_of(first, galley_.notes.begin() + index, stands) ? earlier : kNoNote;
}

// 同 and the mark as it stands before the note it is of. Its node is the note's words'.
void BlockSetter::append_brief(InlineText& text, const Inlines& full) {
  const NodeId node = full.front().info.id;
  append_text(text, brief_->before, 0, node);
  if (brief_->numbered) {
    InlineObject mark;
    mark.kind = InlineObject::Kind::repeated_mark;
    mark.note_index = static_cast<uint32_t>(galley_.notes.size() - 1);
    // It is of an earlier note: no number is wider than this one's.
    mark.width = mark_width(true, galley_.notes[mark.note_index].ordinal, false, text.styles.front());
    mark.node = node;
    append_object(text, mark);
  }
  append_text(text, brief_->after, 0, node);
}

void BlockSetter::set_note(const Note& note, uint32_t index, const ElementRef& element, const ComputedStyle& style,
                           std::string_view language, Flow& flow) {
  const uint32_t* const outer_marker = std::exchange(note_marker_, &index);
  blocks(note.blocks, legible({element, style, language, style.margin.left + style.padding.left,
                               style.margin.right + style.padding.right, flow, 0}));
  note_marker_ = outer_marker;
}

// Notes called within these come after them.
void BlockSetter::end_notes(const Around& around) {
  if (end_notes_.empty()) return;
  const Attributes none;
  const ElementRef element = style::make_ref({"section", {"endnotes"}}, none, &around.element, 1, 1);
  const ComputedStyle style = cascade_.style(element, around.style);
  const Around inner = legible({element, style, around.language, around.left + style.margin.left,
                                around.right + style.margin.right, around.flow, around.depth});
  around.flow.margin(style.margin.top);
  InlineText words = begin_text(style, {cascade_, shaper_.library(), around.language});
  generate(words, "before", element, style, inner);
  if (!words.text.empty()) {
    galley_.note_titles.push_back(words.text);
    lines_to_rows(words, cascade_.pseudo_style(element, "before", style), inner);
    around.flow.keep_with_next();
  }
  for (size_t i = 0; i < end_notes_.size(); ++i) {
    const EndNote next = end_notes_[i];
    end_note(*next.note, next.index, next.language, around.flow);
  }
}

// A note among the text's rows.
void BlockSetter::end_note(const Note& note, uint32_t index, std::string_view language, Flow& flow) {
  const ElementRef element = style::note_ref(note, section_);
  const ComputedStyle style = note_style(element);
  if (style.on_grid) return set_note(note, index, element, style, language, flow);
  std::vector<Row> rows;
  Flow off_grid(rows, Length());
  set_note(note, index, element, style, language, off_grid);
  for (Row& row : rows) move_row(row, flow.add_exact(row.height));
}

void BlockSetter::back_notes(const std::vector<BackChapter>& chapters, const Around& around) {
  for (const BackChapter& chapter : chapters) {
    for (const BackNote& each : chapter.notes) back_notes_.insert(&std::get<Note>(each.call->content));
  }
  galley_.note_count = static_cast<uint32_t>(back_notes_.size());
  const int siblings = static_cast<int>(chapters.size()) + 1;
  int index = 1;  // of the title, which comes first
  for (const BackChapter& chapter : chapters) {
    Inline words;
    words.content = Text{chapter.title};
    Block heading;
    heading.content = Heading{2, {std::move(words)}, {}};
    if (!chapter.title.empty()) galley_.note_titles.push_back(chapter.title);
    block(heading, around, ++index, siblings);
    for (const BackNote& each : chapter.notes) {
      const Note& note = std::get<Note>(each.call->content);
      GalleyNote& made = galley_.notes.emplace_back();
      made.node = each.call->info.id;
      made.ordinal = note.ordinal;
      made.at_end = true;
      end_note(note, static_cast<uint32_t>(galley_.notes.size() - 1), each.language, around.flow);
    }
  }
}

// css-gcpm-3 2.5: `inline` notes follow each other on a line where they fit; `compact` leaves to us which ones do:
// those shorter than half the measure, so that two stand on a line at least.
void BlockSetter::leave_room(GalleyNote& note, const Note& source, const ComputedStyle& style) const {
  const bool one_paragraph = source.blocks.size() == 1 && std::holds_alternative<Paragraph>(source.blocks[0].content);
  if (style.footnote_display == style::FootnoteDisplay::block || !one_paragraph || note.rows.empty()) return;
  const Length width = last_line_.end - last_line_.begin;
  const bool one_line = note.rows.size() == 1 && last_line_.ragged;
  if (style.footnote_display == style::FootnoteDisplay::compact) {
    if (!one_line || width > geometry_.type_measure / 2) return;
  }
  note.room = std::max(geometry_.type_measure - last_line_.end, Length());
  if (one_line) note.run_in = width + style.font_size;
}

}  // namespace huozi::layout
