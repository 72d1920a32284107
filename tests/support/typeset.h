// Whole books set with the test fonts: sections from builders.h, a stylesheet, their galleys, plans and pages.
// Header only: for tests that link layout/. Not here: the dumps (galley_dump.h, page_dump.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/links.h"
#include "document/numbering.h"
#include "document/page_references.h"
#include "document/walk.h"
#include "layout/page_breaker.h"
#include "layout/page_maker.h"
#include "layout/page_marks.h"
#include "layout/set_section.h"
#include "style/heading_numbers.h"
#include "style/note_numbers.h"
#include "style/note_place.h"
#include "support/builders.h"
#include "support/test_library.h"

namespace huozi::test {

// Ten characters of 10 pt by eight lines at 20 pt, in the corner of a page of 150 x 220 pt; notes of 5 pt at 10 pt
// below a rule that stands 10 pt under the text. No indents, and versos like rectos, so that every position is a whole
// em.
constexpr const char* kPlainSheet = R"(
html { font-size: 10pt; line-height: 20pt; font-family: serif; text-align: justify }
p { margin: 0 }
h1, h2 { font-size: 10pt; font-weight: 400; line-height: 20pt; text-align: start; break-after: avoid }
h1 { -huozi-rows: 3; -huozi-rows-before: 1; string-set: chapter-title content() }
h2 { -huozi-rows: 2; -huozi-rows-before: 1 }
aside.footnote { float: footnote; -huozi-grid: none; font-size: 5pt; line-height: 10pt }
::footnote-call { content: counter(footnote, circled-decimal); font-size: 5pt; vertical-align: super }
::footnote-marker { content: counter(footnote, circled-decimal); margin-right: 2.5pt }
@page { size: 150pt 220pt; margin: 25pt 20pt 45pt 30pt; -huozi-type-area: 10 8; counter-reset: footnote;
  @footnote { margin-top: 4pt; padding-top: 5pt; border-top: 1pt solid; -huozi-rule-length: 50% } }
@page :left { margin-left: 30pt }
)";

inline document::Section section_of(document::SectionRole role, Words title, Blocks blocks) {
  document::Section section;
  section.role = role;
  section.title = std::move(title);
  section.blocks = std::move(blocks);
  return section;
}
inline document::Section chapter(Words title, Blocks blocks) {
  return section_of(document::SectionRole::chapter, std::move(title), std::move(blocks));
}

// Ids: the section is {index, 1}, its nodes follow in reading order.
struct Typeset {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  style::Cascade cascade;
  document::Book book;
  std::vector<layout::Galley> galleys;
  std::vector<layout::PagePlan> plans;
  std::vector<layout::Page> pages;

  // `css` comes after kPlainSheet.
  explicit Typeset(std::vector<document::Section> sections, const std::string& css = {})
      : cascade(style::read_stylesheet(sources.add("test.css", kPlainSheet + css), diagnostics), style::Medium::print) {
    book.metadata.title = "书名";
    book.sections = std::move(sections);
    for (size_t i = 0; i < book.sections.size(); ++i) number(book.sections[i], static_cast<uint32_t>(i));
    document::Audit audit;
    style::number_headings(book, cascade, audit, diagnostics);
    document::number_notes(book, style::note_starts(book, cascade));
    if (!style::back_notes(book, cascade).empty()) book = document::with_notes_section(std::move(book));
    document::resolve_links(book, {}, diagnostics);
    document::make_page_references(book);
    for (size_t i = 0; i < book.sections.size(); ++i) {
      galleys.push_back(layout::set_section(book, i, cascade, test_library(), diagnostics));
      plans.push_back(layout::break_pages(galleys.back(), cascade));
    }
    pages = layout::make_pages(book, galleys, plans, cascade, test_library(), diagnostics);
  }

 private:
  static void number(document::Section& section, uint32_t index) {
    uint32_t next = 0;
    section.info.id = {index, ++next};
    const auto give = [&](auto& node) { node.info.id = {index, ++next}; };
    document::walk(section.title, document::Notes::enter, give, give);
    document::walk(section.blocks, document::Notes::enter, give, give);
  }
};

// The texts of a page's region in order, one after the other.
inline std::string text_of(const layout::Page& page, layout::Region region = layout::Region::body) {
  std::string out;
  for (const layout::Item& item : page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run && item.region == region) out += run->text;
  }
  return out;
}

}  // namespace huozi::test
