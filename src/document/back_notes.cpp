#include "document/back_notes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "document/element.h"
#include "document/front_matter_pages.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::document {
namespace {

// The languages of the blocks notes are called in, where it is not the section's.
std::map<const Inline*, std::string_view> languages_of_calls(const Section& section) {
  std::map<const Inline*, std::string_view> languages;
  for_each_block(section, [&](const Block& block) {
    const std::string& language = block.info.attributes.lang;
    if (language.empty()) return;
    // Inner blocks come later and have the last word.
    for_each_note(block, [&](const Inline& call, const Note&) { languages[&call] = language; });
  });
  return languages;
}

}  // namespace

bool gives_back_notes(SectionRole role) {
  return role == SectionRole::chapter || role == SectionRole::part;
}

std::vector<BackChapter> back_notes(const Book& book,
                                    const std::function<bool(size_t section, const Note&)>& stands_there) {
  std::vector<BackChapter> chapters;
  for (size_t i = 0; i < book.sections.size(); ++i) {
    const Section& section = book.sections[i];
    if (!gives_back_notes(section.role)) continue;
    BackChapter chapter{numbered_title(section.number, section.title), {}};
    const std::string_view own = section.language.empty() ? book.metadata.language : section.language;
    const auto languages = languages_of_calls(section);
    for_each_note(section, [&](const Inline& call, const Note& note) {
      if (!stands_there(i, note)) return;
      const auto known = languages.find(&call);
      chapter.notes.push_back({&call, known == languages.end() ? own : known->second});
    });
    if (!chapter.notes.empty()) chapters.push_back(std::move(chapter));
  }
  return chapters;
}

Book with_notes_section(Book book) {
  GeneratedIds ids(book.sections.size());  // one more than those of the other sections
  Section notes;
  notes.role = SectionRole::endnotes;
  notes.name = role_name(notes.role);
  notes.info.id = ids.next();
  Inline title;
  title.info.id = ids.next();
  title.content = Text{is_traditional_chinese(book.metadata.language) ? "註釋" : "注释"};
  notes.title.push_back(std::move(title));
  const auto last = std::find_if(book.sections.rbegin(), book.sections.rend(),
                                 [](const Section& section) { return gives_back_notes(section.role); });
  book.sections.insert(last.base(), std::move(notes));
  make_contents(book);
  return book;
}

}  // namespace huozi::document
