// HTML character references inside plain texts, as scrapers leave them in YAML scalars.
// Not here: references in HTML and Markdown bodies (their parsers decode those).
#pragma once

#include <string>
#include <string_view>

namespace huozi::parse {

// Decodes once: "&amp;nbsp;" becomes "&nbsp;". Numeric references of any character text may hold, and the names that
// occur in titles; what is neither stays as written. No-break spaces and control characters become a blank.
std::string decode_entities(std::string_view text);

}  // namespace huozi::parse
