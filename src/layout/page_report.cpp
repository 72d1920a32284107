#include "layout/page_report.h"

#include <map>

#include "layout/page_series.h"

namespace huozi::layout {
namespace {

// What the first text at or after a row belongs to, else the last before it.
NodeId node_near(const Galley& galley, uint32_t row) {
  const auto node_of = [&](uint32_t r) -> const GlyphRun* {
    for (const RowItem& item : galley.rows[r].items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run && run->node.article != source::kNoFile) return run;
    }
    return nullptr;
  };
  for (uint32_t r = row; r < galley.rows.size(); ++r) {
    if (const GlyphRun* run = node_of(r)) return run->node;
  }
  while (row > 0) {
    if (const GlyphRun* run = node_of(--row)) return run->node;
  }
  return {};
}

}  // namespace

std::vector<ReportedFault> report_faults(const document::Book& book, const std::vector<Galley>& galleys,
                                         const std::vector<PagePlan>& plans, const style::Cascade& cascade) {
  PageSettings settings(cascade);
  std::map<const PlannedPage*, std::string> labels;
  for (const SeriesPage& page : page_series(book, galleys, plans, cascade, settings)) {
    if (page.planned) labels[page.planned] = page.label;
  }
  std::vector<ReportedFault> reported;
  for (size_t i = 0; i < galleys.size(); ++i) {
    for (const PageFault& fault : page_faults(galleys[i], page_rooms(cascade, galleys[i].page_name), plans[i])) {
      const PlannedPage& page = plans[i][fault.page];
      reported.push_back({fault, labels[&page], node_near(galleys[i], page.row_end)});
    }
  }
  return reported;
}

std::string_view fault_name(PageFault::Kind kind) {
  using enum PageFault::Kind;
  switch (kind) {
    case widow:
      return "widow";
    case parted:
      return "parted";
    case short_page:
      return "short-page";
    case divided_note:
      return "divided-note";
    case late_note:
      return "late-note";
    case bare:
      return "notes-only";
    case overfull:
      return "overfull";
  }
  return "";
}

}  // namespace huozi::layout
