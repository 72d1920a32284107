#include "style/note_place.h"

#include <map>
#include <utility>

namespace huozi::style {

ElementRef note_ref(const document::Note& note, const ElementRef& section) {
  static const document::Attributes plain;
  return make_ref(document::note_element(note), plain, &section, 1, 1);
}

NotePlace note_place(const ComputedStyle& note, document::SectionRole role) {
  if (note.note_place != NotePlace::book || document::gives_back_notes(role)) return note.note_place;
  return NotePlace::section;
}

std::vector<document::BackChapter> back_notes(const document::Book& book, const Cascade& print) {
  std::map<std::pair<size_t, document::NoteKind>, bool> known;
  return document::back_notes(book, [&](size_t index, const document::Note& note) {
    const auto [found, fresh] = known.try_emplace({index, note.kind});
    if (fresh) {
      const ElementRef section = section_ref(book, index);
      const ComputedStyle style = print.style(note_ref(note, section), print.style(section, print.body()));
      found->second = note_place(style, book.sections[index].role) == NotePlace::book;
    }
    return found->second;
  });
}

}  // namespace huozi::style
