// A comparison as its readers get it. Not here: the PDF with change bars, which needs pages (make_change_bars).
#pragma once

#include <string>

#include "compare/changes.h"

namespace huozi::compare {

// One entry a change, then what was counted only and the pages that differ. Changed characters stand in [-...-] and
// {+...+}; long stretches between them are left out. Ends with a line feed.
std::string text_report(const Edition& before, const Edition& after, const Comparison& comparison);

// {"old", "new", "summary", "changes": [{"kind", "unit", "old": {"page", "line", "paragraph", "text", "changed"},
// "new": ...}], "generated", "pages_changed", "pages_removed"}. `text` is missing where a change has none in an edition
// (the place is that at which it was put in or taken out), page and line where no page shows it, the line of a picture;
// `digest` is of
// a picture's file; `changed` are pairs of counts of characters in `text`.
std::string json_report(const Edition& before, const Edition& after, const Comparison& comparison);

}  // namespace huozi::compare
