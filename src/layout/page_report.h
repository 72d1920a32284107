// What the pages of a book could not avoid, by folio: for the build's report.
#pragma once

#include <string>
#include <vector>

#include "document/book.h"
#include "layout/page_breaker.h"
#include "layout/page_faults.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct ReportedFault {
  PageFault fault;
  std::string page;  // its label
  NodeId near;       // what begins the next page, or stands on this one if nothing follows
};

// In the order of the pages.
std::vector<ReportedFault> report_faults(const document::Book& book, const std::vector<Galley>& galleys,
                                         const std::vector<PagePlan>& plans, const style::Cascade& cascade);

// As the report names them: "short-page".
std::string_view fault_name(PageFault::Kind kind);

}  // namespace huozi::layout
