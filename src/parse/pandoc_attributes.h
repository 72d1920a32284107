// Pandoc's attributes: {#id .class key=value key="two words"}.
// Not here: where they may stand (markdown_fences, markdown_spans). Inside parse/ only.
#pragma once

#include <optional>
#include <string_view>

#include "document/node.h"

namespace huozi::parse {

// `text` without the braces. Nothing when it is not such a list, or an empty one. `lang` goes to its own field.
std::optional<document::Attributes> parse_attributes(std::string_view text);

}  // namespace huozi::parse
