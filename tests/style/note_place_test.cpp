#include "style/note_place.h"

#include "style/read_sheet.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;
using test::note, test::p, test::t;

namespace {

// How many notes stand at the end of a book: a preface has one, a chapter three of which one is a citation's, an
// afterword one.
size_t at_back(const char* css) {
  document::Book book;
  const auto add = [&](document::SectionRole role, size_t notes) {
    document::Section& section = book.sections.emplace_back();
    section.role = role;
    for (size_t i = 0; i < notes; ++i) section.blocks.push_back(p({t("文"), note({p("注")})}));
    return &section;
  };
  add(document::SectionRole::front_article, 1);
  document::Section* chapter = add(document::SectionRole::chapter, 3);
  auto& citation = std::get<document::Paragraph>(chapter->blocks[1].content).children[1];
  std::get<document::Note>(citation.content).kind = document::NoteKind::citation;
  add(document::SectionRole::back_article, 1);
  size_t count = 0;
  const style::Cascade print(test::read_sheet(css).sheet, style::Medium::print);
  for (const document::BackChapter& each : style::back_notes(book, print)) count += each.notes.size();
  return count;
}

}  // namespace

TEST_CASE("notes of chapters stand at the book's end where the sheet says so") {
  CHECK(at_back("") == 0);
  CHECK(at_back("aside.footnote { -huozi-note-place: section }") == 0);
  CHECK(at_back("aside.footnote { -huozi-note-place: book }") == 3);
  CHECK(at_back("aside.citation { -huozi-note-place: book }") == 1);
  CHECK(at_back("section.front-article aside { -huozi-note-place: book }") == 0);
  CHECK(at_back("@media epub { aside.footnote { -huozi-note-place: book } }") == 0);
}

TEST_CASE("in front and back matter notes that would stand at the book's end stand at their section's") {
  style::ComputedStyle note;
  note.note_place = style::NotePlace::book;
  CHECK(style::note_place(note, document::SectionRole::chapter) == style::NotePlace::book);
  CHECK(style::note_place(note, document::SectionRole::front_article) == style::NotePlace::section);
  CHECK(style::note_place(note, document::SectionRole::back_article) == style::NotePlace::section);
  note.note_place = style::NotePlace::page;
  CHECK(style::note_place(note, document::SectionRole::front_article) == style::NotePlace::page);
}
