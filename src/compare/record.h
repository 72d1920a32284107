// An edition as a build keeps it in its report, so that later ones can be compared with it without its sources.
// Not here: the report's other parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compare/edition.h"

namespace huozi::compare {

// "pages": [[label, digest] ...], "paragraphs": [{"id", "element", "part", "note", "text", "digest", "lines"} ...],
// each on a line of its own. `lines`: "page:line:byte" for each, the page counted from 0 in "pages".
std::string record_json(const Edition& edition);

// A report (a JSON object) with the edition as its last part, "edition".
std::string with_record(std::string report, const Edition& edition);

// The edition in a report; nothing when it has none, or one that is damaged.
std::optional<Edition> read_record(std::string_view report);

}  // namespace huozi::compare
