// Numbers that follow from the order of the text alone. Not here: numbers that start anew on each page (layout/).
#pragma once

#include "document/book.h"

namespace huozi::document {

// Note::ordinal = 1, 2, 3 ... in each section, in reading order, wherever the call stands (title, heading, table ...).
void number_notes(Book& book);

}  // namespace huozi::document
