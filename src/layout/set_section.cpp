#include "layout/set_section.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "document/element.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "layout/block_setter.h"
#include "layout/columns.h"
#include "layout/page_geometry.h"
#include "style/note_numbers.h"
#include "style/note_place.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

// What note marks are made of; css-gcpm-3's default is the footnote counter.
style::Content mark_content(const style::Cascade& cascade, std::string_view pseudo, const ElementRef& section,
                            const ComputedStyle& section_style) {
  const ElementRef note = style::note_ref(Note(), section);
  style::Content content = cascade.pseudo_style(note, pseudo, cascade.style(note, section_style)).content;
  if (content.empty()) content = {{style::ContentItem::Kind::counter, "footnote", "circled-decimal"}};
  return content;
}

bool shows_title(SectionRole role) {
  return role == SectionRole::chapter || role == SectionRole::part || role == SectionRole::front_article ||
         role == SectionRole::back_article || role == SectionRole::endnotes || role == SectionRole::sources ||
         role == SectionRole::references || role == SectionRole::index || role == SectionRole::colophon;
}

// How the section's first page is chosen: by itself, or by the section before it. Of two breaks that one is kept that
// asks for a side of the sheet (css-break-3 3.1).
style::BreakBetween start_of(const Book& book, size_t index, const style::Cascade& cascade,
                             const ComputedStyle& style) {
  using enum style::BreakBetween;
  const style::BreakBetween own = style.break_before;
  if (index == 0 || own == recto || own == verso) return own;
  const style::BreakBetween before = cascade.style(style::section_ref(book, index - 1), cascade.body()).break_after;
  const bool forced = before == page || before == recto || before == verso;
  return forced ? before : own;
}

// Floats without a row that calls them are the text.
void keep_lone_floats(Galley& galley) {
  if (!galley.rows.empty()) return;
  for (PageFloat& each : galley.floats) {
    std::move(each.rows.begin(), each.rows.end(), std::back_inserter(galley.rows));
  }
  galley.floats.clear();
  galley.columns = 1;  // they are as wide as the type area
}

}  // namespace

Galley set_section(const Book& book, size_t section_index, const style::Cascade& cascade, text::FontLibrary& fonts,
                   source::Diagnostics& diagnostics, int folio_digits) {
  const Section& section = book.sections[section_index];
  Galley galley;
  const ComputedStyle& around_style = cascade.body();
  const ElementRef element = style::section_ref(book, section_index);
  const ComputedStyle style = cascade.style(element, around_style);
  galley.page_name = style.page;
  galley.start = start_of(book, section_index, cascade, style);
  FlowGeometry geometry = flow_geometry(cascade, galley.page_name);
  const ColumnWidths columns =
      column_widths(style.column_count, style.column_gap, geometry.type_measure, style.font_size);
  geometry.measure = columns.width;
  geometry.folio_digits = folio_digits;
  galley.columns = columns.count;
  galley.column_gap = columns.gap;
  if (style.column_count > columns.count) {
    diagnostics.report("layout.columns-narrow", section.info.span,
                       {std::to_string(style.column_count), std::to_string(columns.count)});
  }

  if (section_index == 0 && std::max(around_style.column_count, cascade.root().column_count) > 1) {
    diagnostics.report("layout.columns-misplaced", {}, {"body"});
  }

  galley.call_content = mark_content(cascade, "footnote-call", element, style);
  galley.marker_content = mark_content(cascade, "footnote-marker", element, style);
  for_each_note(section, [&](const Inline&, const Note&) { ++galley.note_count; });
  galley.notes_by_page = style::counts_notes_by_page(cascade, galley.page_name);

  text::Shaper shaper(fonts);
  Flow flow(galley.rows, geometry.pitch);
  BlockSetter setter(galley, cascade, geometry, shaper, section.role, element, style, diagnostics);
  const std::string_view language = section.language.empty() ? book.metadata.language : section.language;
  const BlockSetter::Around around{element, style, language, Length(), Length(), flow};
  for (size_t i = 0; i <= section_index; ++i) {
    const bool counted = !book.sections[i].info.attributes.has_class("unnumbered");
    setter.enter(cascade.style(style::section_ref(book, i), around_style), counted);
  }
  if (shows_title(section.role) && !section.title.empty()) {
    setter.title(section, around);
  } else {
    flow.anchor(section.info.id);
  }
  setter.blocks(section.blocks, around);
  if (section.role == SectionRole::endnotes) {
    galley.note_titles.push_back(plain_text(section.title));
    setter.back_notes(style::back_notes(book, cascade), around);
  }
  setter.end_notes(around);
  setter.finish_floats(flow);
  keep_lone_floats(galley);
  return galley;
}

}  // namespace huozi::layout
