// The back section 注释 of the print edition: the notes of all chapters, each chapter's below its title. Not here:
// which notes stand there (style/note_place), e-books, where notes stay in their chapter's file.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/book.h"

namespace huozi::document {

// Whether notes of such a section may stand there. Those of front and back matter would stand far before or, against
// the order of reading, before their calls.
bool gives_back_notes(SectionRole role);

struct BackNote {
  const Inline* call = nullptr;  // holds the note
  std::string_view language;     // of the block it is called in
};

struct BackChapter {
  std::string title;
  std::vector<BackNote> notes;  // those within a note after it
};

// In reading order, without the chapters that have none. Points into the book.
std::vector<BackChapter> back_notes(const Book& book,
                                    const std::function<bool(size_t section, const Note&)>& stands_there);

// The book with that section, empty but for its title, behind the last chapter, and contents that list it.
Book with_notes_section(Book book);

}  // namespace huozi::document
