#include "set_book.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/parallel.h"
#include "document/back_notes.h"
#include "document/walk.h"
#include "layout/folios.h"
#include "layout/page_geometry.h"
#include "layout/set_section.h"
#include "style/note_place.h"

namespace huozi {
namespace {

// What the stylesheet asks of pages and they cannot give: each thing once, of named pages only what is not so of all.
void report_pages(const std::set<std::string>& names, const style::Cascade& cascade, source::Diagnostics& diagnostics) {
  std::string cut, other;
  const auto add = [](std::string& list, const std::string& page) { list += (list.empty() ? "" : ", ") + page; };
  const bool all_cut = layout::type_area_is_cut(cascade, {});
  const std::vector<std::string> all_other = layout::pages_of_other_measure(cascade, {});
  if (all_cut) add(cut, "@page");
  for (const std::string& selector : all_other) add(other, "@page " + selector);
  for (const std::string& name : names) {
    if (!all_cut && layout::type_area_is_cut(cascade, name)) add(cut, "@page " + name);
    for (const std::string& selector : layout::pages_of_other_measure(cascade, name)) {
      const bool known = std::find(all_other.begin(), all_other.end(), selector) != all_other.end();
      if (!known) add(other, "@page " + name + selector);
    }
  }
  if (!cut.empty()) diagnostics.report("layout.type-area", {}, {cut});
  if (!other.empty()) diagnostics.report("layout.page-measure", {}, {other});
}

// Of the widest folio, by what a page holds at the least; lines make up for what it is wrong by.
int folio_digits(const document::Book& book) {
  constexpr size_t kCharacters = 500, kBlocks = 16;
  size_t bytes = 0, blocks = 0;
  const auto on_block = [&](const document::Block&) { ++blocks; };
  document::walk(book, document::Notes::enter, on_block, [&](const document::Inline& node) {
    if (const auto* text = std::get_if<document::Text>(&node.content)) bytes += text->text.size();
  });
  const size_t pages = bytes / 3 / kCharacters + blocks / kBlocks + book.sections.size();
  return static_cast<int>(std::to_string(pages).size());
}

class BookSetter {
 public:
  BookSetter(const document::Book& book, const LateSections& late, const style::Cascade& cascade,
             text::FontLibrary& fonts, unsigned jobs, source::Diagnostics& diagnostics)
      : late_(late), cascade_(cascade), fonts_(fonts), jobs_(jobs), diagnostics_(diagnostics) {
    const bool has_notes = !style::back_notes(book, cascade).empty();
    out_.book = has_notes ? document::with_notes_section(book) : book;
    folio_digits_ = folio_digits(out_.book);
  }

  SetBook run() {
    const size_t count = out_.book.sections.size();
    said_.resize(count);
    out_.galleys.resize(count);
    out_.plans.resize(count);
    std::vector<size_t> early, late_back, late_front;
    for (size_t i = 0; i < count; ++i) {
      const document::SectionRole role = out_.book.sections[i].role;
      const bool front = document::is_front(role);
      if (!late_.contains(role) || front) early.push_back(i);
      if (late_.contains(role)) (front ? late_front : late_back).push_back(i);
    }
    set(early);
    for (const std::vector<size_t>& group : {late_back, late_front}) {
      for (const size_t i : group) fill(i);
    }
    report();
    return std::move(out_);
  }

 private:
  void set(const std::vector<size_t>& sections) {
    base::parallel_map(sections.size(), jobs_, [&](size_t k) {
      const size_t i = sections[k];
      said_[i] = {};
      out_.galleys[i] = layout::set_section(out_.book, i, cascade_, fonts_, said_[i], folio_digits_);
      out_.plans[i] = layout::break_pages(out_.galleys[i], cascade_);
      return 0;
    });
  }

  // A late section, whose words depend on the pages of all that is set so far.
  void fill(size_t i) {
    document::Section& section = out_.book.sections[i];
    late_.at(section.role)(section, layout::folios(out_.book, out_.galleys, out_.plans, cascade_));
    set({i});
  }

  // In the order of the sections, whatever the order of setting.
  void report() {
    const auto& galleys = out_.galleys;
    const auto cut = [](const layout::Galley& galley) { return galley.spacing_cut; };
    if (std::any_of(galleys.begin(), galleys.end(), cut)) diagnostics_.report("layout.letter-spacing", {});
    const auto resets = [](const layout::Galley& galley) { return !galley.note_reset_in.empty(); };
    const auto reset = std::find_if(galleys.begin(), galleys.end(), resets);
    if (reset != galleys.end()) diagnostics_.report("layout.note-reset", {}, {reset->note_reset_in});
    std::set<std::string> pages;
    for (const layout::Galley& galley : galleys) pages.insert(galley.page_name);
    report_pages(pages, cascade_, diagnostics_);
    for (source::Diagnostics& each : said_) diagnostics_.append(std::move(each));
  }

  const LateSections& late_;
  const style::Cascade& cascade_;
  text::FontLibrary& fonts_;
  unsigned jobs_;
  source::Diagnostics& diagnostics_;
  std::vector<source::Diagnostics> said_;  // by section
  int folio_digits_ = 0;
  SetBook out_;
};

}  // namespace

SetBook set_book(const document::Book& book, const LateSections& late, const style::Cascade& cascade,
                 text::FontLibrary& fonts, unsigned jobs, source::Diagnostics& diagnostics) {
  return BookSetter(book, late, cascade, fonts, jobs, diagnostics).run();
}

}  // namespace huozi
