// Names by which other files and viewers reach places in the PDF (ISO 32000-1, 12.3.2.3 and 7.9.6):
// book.pdf#chapter-001. Not here: where they stand (destination), links within the book, which need no names.
#pragma once

#include <optional>

#include "document/book.h"
#include "pdf/destination.h"
#include "pdf/object_file.h"

namespace huozi::pdf {

// The sections' names, and the ids that authors gave: an id that two chapters have, or that is a section's name, is
// chapter-001.id. What stands on no page has no name; of two places with one name the first has it. Nothing when there
// are no names.
std::optional<Ref> add_destination_names(ObjectFile& file, const document::Book& book,
                                         const Destinations& destinations);

}  // namespace huozi::pdf
