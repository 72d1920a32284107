#include "document/numbering.h"

#include <vector>

#include "document/walk.h"

namespace huozi::document {

void number_notes(Book& book, std::span<const std::optional<uint32_t>> starts) {
  uint32_t last = 0;
  for (size_t i = 0; i < book.sections.size(); ++i) {
    if (i < starts.size()) last = starts[i].value_or(last);
    for_each_note(book.sections[i], [&](Inline&, Note& note) { note.ordinal = ++last; });
  }
}

void number_notes(Book& book) {
  number_notes(book, std::vector<std::optional<uint32_t>>(book.sections.size(), 0));
}

}  // namespace huozi::document
