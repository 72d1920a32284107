// An article's source parted into text and markup, without a parser: what must be conserved, and what need not.
// Inside edit/ only.
#pragma once

#include <functional>
#include <string_view>

namespace huozi::edit {

// Calls text(piece) for what a reader is to see or hear (alternative texts too), markup(piece) for tags, comments, and
// Markdown's {attributes}, (targets), [^labels] and definitions' labels and targets. When in doubt (markup within code)
// it is markup.
void part_source(std::string_view source, const std::function<void(std::string_view)>& text,
                 const std::function<void(std::string_view)>& markup);

}  // namespace huozi::edit
