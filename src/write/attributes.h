// Attributes as Markdown's braces, {#id .class key="value"}, or as HTML writes them.
// Not here: where they stand. Inside write/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/node.h"

namespace huozi::write {

bool is_empty(const document::Attributes& attributes);

// In a line of their own, where all is taken as it stands, or in text, where the text's marks count.
enum class Braces { line, text };

// Nothing when braces cannot say it. REQUIRES: not empty.
std::optional<std::string> braces(const document::Attributes& attributes, Braces where);

// ` id="…" class="…"` ..., as far as `element` may have them; empty for none.
std::string html_attributes(const document::Attributes& attributes, std::string_view element);
// Whether nothing would be missing in that.
bool html_says(const document::Attributes& attributes, std::string_view element);

}  // namespace huozi::write
