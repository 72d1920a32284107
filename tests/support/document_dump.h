// A document as plain text, one node a line, for golden cases; and what the robustness tests count.
// Not here: spans and node ids (tests look at those directly).
#pragma once

#include <string>
#include <string_view>

#include "document/audit.h"
#include "document/book.h"

namespace huozi::test {

// Blocks and inlines, indented by two blanks a level; before them what the metadata holds.
std::string dump(const document::Document& document);
std::string dump(const document::Blocks& blocks);

// Joins texts that stand side by side, also within other inlines; spans are not kept right.
void join_texts(document::Inlines& inlines);

// One entry a line: rule, what was removed, what stands in its place; decisions with their confidence.
std::string dump(const document::Audit& audit);

// The Han characters of a text, in order.
std::u32string han_of(std::string_view text);

// The Han characters a reader sees: title, texts, notes, ruby, captions, code. Alternative texts are not seen.
std::u32string han_text(const document::Document& document);

// The Han characters the audit says were removed, less those it says were put in their place.
size_t han_removed(const document::Audit& audit);

}  // namespace huozi::test
