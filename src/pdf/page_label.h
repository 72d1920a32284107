// Page labels: the folios readers show beside the page's number (ISO 32000-1, 12.4.2).
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "pdf/value.h"

namespace huozi::pdf {

// The number tree: one range for each run of consecutive decimal or roman folios; a label of another kind is a range
// of its own.
Dict page_labels(const std::vector<layout::Page>& pages);

}  // namespace huozi::pdf
