// The page each node begins on, once it is known where pages end. Not here: positions on pages (layout/page_maker).
#pragma once

#include <vector>

#include "document/folio.h"
#include "layout/galley.h"
#include "layout/page_breaker.h"
#include "style/stylesheet.h"

namespace huozi::layout {

// Of a note its call's page. Sections with an empty plan count as absent: those that are not made yet.
document::Folios folios(const document::Book& book, const std::vector<Galley>& galleys,
                        const std::vector<PagePlan>& plans, const style::Cascade& cascade);

}  // namespace huozi::layout
