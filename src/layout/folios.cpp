#include "layout/folios.h"

#include "layout/page_series.h"

namespace huozi::layout {
namespace {

using document::Folio;

void add(const std::vector<Row>& rows, size_t begin, size_t end, const Galley& galley, const Folio& folio,
         document::Folios& out) {
  for (size_t i = begin; i < end; ++i) {
    for (const NodeId node : rows[i].anchors) out.emplace(node, folio);
    for (const RowItem& item : rows[i].items) {
      const auto* mark = std::get_if<MarkItem>(&item);
      if (mark && mark->kind == MarkItem::Kind::call) out.emplace(galley.notes[mark->note].node, folio);
    }
  }
}

}  // namespace

document::Folios folios(const document::Book& book, const std::vector<Galley>& galleys,
                        const std::vector<PagePlan>& plans, const style::Cascade& cascade) {
  document::Folios out;
  PageSettings settings(cascade);
  for (const SeriesPage& page : page_series(book, galleys, plans, cascade, settings)) {
    if (!page.planned) continue;
    const Galley& galley = galleys[page.section];
    const Folio folio{page.front, page.number, page.label};
    add(galley.rows, page.planned->row_begin, page.planned->row_end, galley, folio, out);
    for (const uint32_t each : page.planned->floats) {
      const std::vector<Row>& rows = galley.floats[each].rows;
      add(rows, 0, rows.size(), galley, folio, out);
    }
    for (const NoteSlice& slice : page.planned->notes) {
      add(galley.notes[slice.note].form(slice.brief), slice.begin, slice.end, galley, folio, out);
    }
  }
  return out;
}

}  // namespace huozi::layout
