// Pages as they come: each ends where that costs least for itself, whatever comes after it. What an optimum is compared
// with.
#pragma once

#include "layout/page_breaker.h"

namespace huozi::test {

layout::PagePlan first_fit_pages(const layout::Galley& galley, const layout::PageRooms& rooms);

}  // namespace huozi::test
