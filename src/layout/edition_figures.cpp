#include "layout/edition_figures.h"

#include <algorithm>

#include <fmt/format.h>

#include "layout/page_series.h"
#include "style/named_size.h"
#include "style/note_place.h"

namespace huozi::layout {
namespace {

using document::SectionRole;

// Characters that a face of a section holds, the same in the type of its notes, and the size of its text.
struct Grid {
  int64_t text = 0;
  int64_t notes = 0;
  Length size;
};

int64_t whole(Length room, Length unit) {
  return unit > Length() ? std::max<int64_t>(room / unit, 0) : 0;
}

class Counter {
 public:
  Counter(const document::Book& book, const std::vector<Galley>& galleys, const style::Cascade& cascade,
          PageSettings& settings)
      : book_(book), galleys_(galleys), cascade_(cascade), settings_(settings) {
    for (; model_ + 1 < galleys.size() && book.sections[model_].role != SectionRole::chapter; ++model_) {
    }
    if (!galleys.empty()) heads_ = lines_of_heads(galleys[model_].page_name);
    for (size_t i = 0; i < galleys.size(); ++i) grids_.push_back(grid_of(i));
  }

  // Thousandths of a character.
  int64_t face(const SeriesPage& page) const {
    const SectionRole role = book_.sections[page.section].role;
    const bool title = role == SectionRole::half_title || role == SectionRole::title_page;
    if (title) return page.planned ? full() * 500 : 0;
    if (role == SectionRole::imprint) return full() * 1000;
    const Grid& grid = grids_[page.section];
    if (!page.planned) return grid.text * 1000;
    if (is_plate(page)) return grid.text * 200;
    const int64_t lines = note_lines(page);
    if (lines >= 10) return grid.notes * 1000;
    return grid.text * (lines > 5 ? 1150 : 1000);
  }

  // Of a face of the text itself.
  int64_t full() const { return grids_.empty() ? 0 : grids_[model_].text; }

 private:
  Grid grid_of(size_t section) const {
    const Galley& galley = galleys_[section];
    const style::ElementRef element = style::section_ref(book_, section);
    const style::ComputedStyle style = cascade_.style(element, cascade_.body());
    const style::ComputedStyle note = cascade_.style(style::note_ref(document::Note(), element), style);
    const PageGeometry& page = settings_.of({galley.page_name, false, false, true, false}).geometry;
    const Length column = (page.measure - galley.column_gap * (galley.columns - 1)) / galley.columns;
    const int64_t characters = whole(column, style.font_size) * galley.columns;
    const Length rows = page.rows_height();
    return {characters * (page.lines + heads_),
            whole(page.measure, note.font_size) * (whole(rows, note.line_height) + heads_), style.font_size};
  }

  // One line for what stands above the text, one for what stands below, if the text's pages have it at all.
  int64_t lines_of_heads(const std::string& name) const {
    bool above = false, below = false;
    for (const bool recto : {false, true}) {
      for (const style::MarginBox& box : settings_.of({name, false, !recto, recto, false}).style.margin_boxes) {
        if (box.style.content.empty()) continue;
        above = above || box.name.starts_with("top");
        below = below || box.name.starts_with("bottom");
      }
    }
    return (above ? 1 : 0) + (below ? 1 : 0);
  }

  int64_t note_lines(const SeriesPage& page) const {
    int64_t lines = 0;
    for (const NoteSlice& slice : page.planned->notes) {
      const std::vector<Row>& rows = galleys_[page.section].notes[slice.note].form(slice.brief);
      for (uint32_t i = slice.begin; i < slice.end && i < rows.size(); ++i) lines += rows[i].discardable ? 0 : 1;
    }
    return lines;
  }

  // A face with a picture and no words but those under it, which are of smaller type than the text.
  bool is_plate(const SeriesPage& page) const {
    if (!page.planned->notes.empty()) return false;
    const Galley& galley = galleys_[page.section];
    const Length size = grids_[page.section].size;
    bool picture = false, words = false;
    const auto look = [&](const Row& row) {
      for (const RowItem& item : row.items) {
        picture = picture || std::holds_alternative<ImageItem>(item);
        const auto* run = std::get_if<GlyphRun>(&item);
        words = words || (run && run->size >= size);
      }
    };
    for (uint32_t i = page.planned->row_begin; i < page.planned->row_end; ++i) look(galley.rows[i]);
    for (const uint32_t each : page.planned->floats) {
      for (const Row& row : galley.floats[each].rows) look(row);
    }
    return picture && !words;
  }

  const document::Book& book_;
  const std::vector<Galley>& galleys_;
  const style::Cascade& cascade_;
  PageSettings& settings_;
  size_t model_ = 0;  // the first chapter, or the last section of a book without
  int64_t heads_ = 0;
  std::vector<Grid> grids_;  // by section
};

std::string thousandths(int64_t value) {
  std::string text = fmt::format("{}.{:03}", value / 1000, value % 1000);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

EditionFigures edition_figures(const document::Book& book, const std::vector<Galley>& galleys,
                               const std::vector<PagePlan>& plans, const style::Cascade& cascade,
                               const document::Imprint::Outside& outside) {
  PageSettings settings(cascade);
  const std::vector<SeriesPage> pages = page_series(book, galleys, plans, cascade, settings);
  const Counter counter(book, galleys, cascade, settings);
  int64_t sum = 0;
  for (const SeriesPage& page : pages) sum += counter.face(page);
  sum += counter.full() * (int64_t{500} * outside.covers + int64_t{1000} * outside.flaps + (outside.spine ? 1000 : 0));
  return {static_cast<int64_t>(pages.size()), (sum + 500) / 1000};
}

int64_t sheets_of(int64_t faces, int leaves) {
  const int64_t folded = (faces + 3) / 4 * 4;
  return (folded * 1000 + leaves / 2) / leaves;
}

std::optional<document::SheetFormat> sheet_format(const style::PageStyle& page) {
  const style::PaperSize* size = style::paper_size_of(page.width, page.height);
  if (!size || size->leaves == 0) return std::nullopt;
  return document::SheetFormat{size->sheet_width, size->sheet_height, size->leaves};
}

document::EditionFacts edition_facts(const EditionFigures& figures,
                                     const std::optional<document::SheetFormat>& format) {
  document::EditionFacts facts;
  if (format) {
    facts.format = fmt::format("{}mm×{}mm　1/{}", format->width, format->height, format->leaves);
    facts.sheets = thousandths(sheets_of(figures.faces, format->leaves));
  }
  facts.characters = fmt::format("{}千字", std::max<int64_t>((figures.characters + 500) / 1000, 1));
  return facts;
}

}  // namespace huozi::layout
