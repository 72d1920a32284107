// Where the text of notes stands in print: on the page of its call, at its section's end, at the book's
// (-huozi-note-place). Not here: the numbers (style/note_numbers), how they are set (layout/block_notes).
#pragma once

#include <set>
#include <vector>

#include "document/back_notes.h"
#include "document/book.h"
#include "style/stylesheet.h"

namespace huozi::style {

// A note as the child of its section, wherever its call stands.
ElementRef note_ref(const document::Note& note, const ElementRef& section);

// Of a note with that style in such a section: `book` is `section` in front and back matter.
NotePlace note_place(const ComputedStyle& note, document::SectionRole role);

// The calls of notes that do not stand on the page of their call: at their section's end or the book's.
std::set<document::NodeId> calls_of_endnotes(const document::Book& book, const Cascade& print);

// The notes at the book's end, as document::back_notes has them.
std::vector<document::BackChapter> back_notes(const document::Book& book, const Cascade& print);

}  // namespace huozi::style
