// What book.yaml may say already although nothing comes of it yet. A feature that arrives takes its rows away.
// Not here: keys huozi does not know at all (manifest.unknown-key).
#pragma once

#include <string_view>

#include "source/diagnostic.h"

namespace huozi::parse {

// Reports manifest.not-supported when the key ("outputs.epub.profile"), or this value of it, has no effect yet. An
// empty value asks for the key as a whole.
void check_supported(std::string_view key, std::string_view value, source::Span span, source::Diagnostics& diagnostics);

}  // namespace huozi::parse
