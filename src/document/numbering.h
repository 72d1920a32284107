// Numbers that follow from the order of the text alone. Not here: numbers that start anew on each page (layout/).
#pragma once

#include <optional>
#include <span>

#include "document/book.h"

namespace huozi::document {

// Note::ordinal in reading order, wherever the call stands (title, heading, table ...). starts[i]: the number before
// section i's first; nothing there: it goes on from the section before. Without starts each section begins at one.
void number_notes(Book& book, std::span<const std::optional<uint32_t>> starts);
void number_notes(Book& book);

}  // namespace huozi::document
