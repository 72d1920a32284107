#include "style/note_place.h"

#include <map>
#include <utility>

#include "document/walk.h"

namespace huozi::style {

ElementRef note_ref(const document::Note& note, const ElementRef& section) {
  static const document::Attributes plain;
  return make_ref(document::note_element(note), plain, &section, 1, 1);
}

NotePlace note_place(const ComputedStyle& note, document::SectionRole role) {
  if (note.note_place != NotePlace::book || document::gives_back_notes(role)) return note.note_place;
  return NotePlace::section;
}

namespace {

// Where notes of a book stand; asked once for each kind in each section.
class Places {
 public:
  Places(const document::Book& book, const Cascade& print) : book_(book), print_(print) {}

  NotePlace of(size_t index, const document::Note& note) {
    const auto [found, fresh] = known_.try_emplace({index, note.kind}, NotePlace::page);
    if (fresh) {
      const ElementRef section = section_ref(book_, index);
      const ComputedStyle style = print_.style(note_ref(note, section), print_.style(section, print_.body()));
      found->second = note_place(style, book_.sections[index].role);
    }
    return found->second;
  }

 private:
  const document::Book& book_;
  const Cascade& print_;
  std::map<std::pair<size_t, document::NoteKind>, NotePlace> known_;
};

}  // namespace

std::set<document::NodeId> calls_of_endnotes(const document::Book& book, const Cascade& print) {
  Places places(book, print);
  std::set<document::NodeId> calls;
  for (size_t i = 0; i < book.sections.size(); ++i) {
    document::for_each_note(book.sections[i], [&](const document::Inline& call, const document::Note& note) {
      if (places.of(i, note) != NotePlace::page) calls.insert(call.info.id);
    });
  }
  return calls;
}

std::vector<document::BackChapter> back_notes(const document::Book& book, const Cascade& print) {
  Places places(book, print);
  return document::back_notes(
      book, [&](size_t index, const document::Note& note) { return places.of(index, note) == NotePlace::book; });
}

}  // namespace huozi::style
