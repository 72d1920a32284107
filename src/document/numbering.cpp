#include "document/numbering.h"

#include "document/walk.h"

namespace huozi::document {

void number_notes(Book& book) {
  for (Section& section : book.sections) {
    uint32_t last = 0;
    for_each_note(section, [&](Inline&, Note& note) { note.ordinal = ++last; });
  }
}

}  // namespace huozi::document
