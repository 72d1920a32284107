#include "edition.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "document/colophon_page.h"
#include "document/front_matter_pages.h"
#include "document/imprint_page.h"
#include "layout/edition_figures.h"
#include "layout/edition_words.h"
#include "layout/set_section.h"

namespace huozi {
namespace {

using document::EditionFacts;
using document::SectionRole;

// The section of the role, or the sections' end.
size_t find(const document::Book& book, SectionRole role) {
  const auto found = std::find_if(book.sections.begin(), book.sections.end(),
                                  [&](const document::Section& section) { return section.role == role; });
  return static_cast<size_t>(found - book.sections.begin());
}

// The right-hand page of the text.
style::PageStyle text_page(const document::Book& book, const std::vector<layout::Galley>& galleys,
                           const style::Cascade& cascade) {
  const size_t chapter = find(book, SectionRole::chapter);
  const std::string name = chapter < galleys.size() ? galleys[chapter].page_name : std::string();
  return cascade.page_style({name, false, false, true, false});
}

// A section that huozi made, once more with what is known now. What its rows gave rise to was reported before.
void set_again(document::Section made, size_t index, document::Book& book, std::vector<layout::Galley>& galleys,
               std::vector<layout::PagePlan>& plans, const style::Cascade& cascade, text::FontLibrary& fonts) {
  made.name = book.sections[index].name;
  book.sections[index] = std::move(made);
  source::Diagnostics said_before;
  galleys[index] = layout::set_section(book, index, cascade, fonts, said_before);
  plans[index] = layout::break_pages(galleys[index], cascade);
}

size_t made_as(const document::Section& section) {
  return section.info.id.ordinal / document::kGeneratedStride;
}

void record(std::initializer_list<const std::string*> texts, document::Audit& audit) {
  for (const std::string* text : texts) {
    if (!text->empty()) audit.generated.push_back({"edition-figure", *text});
  }
}

EditionFacts facts_of(const parse::Manifest& manifest, const document::Book& book,
                      const std::vector<layout::Galley>& galleys, const std::vector<layout::PagePlan>& plans,
                      const style::Cascade& cascade) {
  const style::PageStyle page = text_page(book, galleys, cascade);
  const auto format = manifest.imprint.format ? manifest.imprint.format : layout::sheet_format(page);
  const auto figures = layout::edition_figures(book, galleys, plans, cascade, manifest.imprint.outside);
  return layout::edition_facts(figures, format);
}

void report_differences(const parse::Manifest& manifest, const EditionFacts& facts, source::Diagnostics& diagnostics) {
  const std::array<std::pair<std::string_view, const std::string*>, 4> computed = {
      {{"印张", &facts.sheets}, {"印張", &facts.sheets}, {"字数", &facts.characters}, {"字數", &facts.characters}}};
  for (const auto& [label, value] : computed) {
    const std::string_view written = document::extra_value(manifest.imprint, label);
    if (written.empty() || value->empty() || written == *value) continue;
    const auto& rows = manifest.imprint.extra;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const std::string& each) {
      return each.starts_with(label) && each.ends_with(written);
    });
    const auto index = static_cast<size_t>(row - rows.begin());
    const source::Span span = index < manifest.extra_spans.size() ? manifest.extra_spans[index] : source::Span();
    diagnostics.report("imprint.figure", span, {std::string(label), std::string(written), *value});
  }
}

}  // namespace

void settle_imprint(const parse::Manifest& manifest, document::Book& book, std::vector<layout::Galley>& galleys,
                    std::vector<layout::PagePlan>& plans, const style::Cascade& cascade, text::FontLibrary& fonts,
                    document::Audit& audit, source::Diagnostics& diagnostics) {
  const size_t index = find(book, SectionRole::imprint);
  if (index == book.sections.size()) return;
  EditionFacts facts;
  const auto fill = [&] {
    facts = facts_of(manifest, book, galleys, plans, cascade);
    set_again(document::imprint_page(book.metadata, manifest.imprint, facts, made_as(book.sections[index])), index,
              book, galleys, plans, cascade, fonts);
  };
  const size_t pages = plans[index].size();
  fill();
  // The new rows may need a page more, which is counted then.
  if (plans[index].size() != pages) fill();

  report_differences(manifest, facts, diagnostics);
  if (facts.format.empty()) diagnostics.report("imprint.no-format", manifest.imprint_span);
  record({&facts.format, &facts.sheets, &facts.characters}, audit);
}

void settle_colophon(std::string_view program, document::Book& book, std::vector<layout::Galley>& galleys,
                     std::vector<layout::PagePlan>& plans, const style::Cascade& cascade, text::FontLibrary& fonts,
                     document::Audit& audit) {
  const size_t index = find(book, SectionRole::colophon);
  if (index == book.sections.size()) return;
  const style::PageStyle page = text_page(book, galleys, cascade);
  document::ColophonFacts facts;
  facts.page = layout::page_words(page);
  facts.type_area = layout::type_area_words(page, cascade.body());
  facts.type_size = layout::type_size_words(cascade.body().font_size);
  for (const text::FontId id : layout::fonts_by_use(galleys)) {
    const std::string& family = fonts.font(id).family();
    if (facts.fonts.find(family) == std::string::npos) facts.fonts += (facts.fonts.empty() ? "" : "、") + family;
  }
  facts.program = program;
  set_again(document::colophon_page(book.metadata, facts, made_as(book.sections[index])), index, book, galleys, plans,
            cascade, fonts);
  record({&facts.page, &facts.type_area, &facts.type_size, &facts.fonts, &facts.program}, audit);
}

void copy_edition(const document::Book& from, document::Book& to) {
  for (const SectionRole role : {SectionRole::imprint, SectionRole::colophon}) {
    const size_t made = find(from, role), place = find(to, role);
    if (made < from.sections.size() && place < to.sections.size()) to.sections[place] = from.sections[made];
  }
}

}  // namespace huozi
