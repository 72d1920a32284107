// What breaking pages costs and comes to: bench_pages FONTS STYLESHEET. What ./dev bench pages runs. A book that is
// hard to page, by the optimum and as its pages come; then 300,000 plain rows.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/file.h"
#include "bench/paged_text.h"
#include "document/numbering.h"
#include "layout/page_cost.h"
#include "layout/page_faults.h"
#include "layout/page_search.h"
#include "layout/set_section.h"
#include "parse/article.h"
#include "support/first_fit_pages.h"

using namespace huozi;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

struct Sum {
  size_t pages = 0, widows = 0, stranded = 0, short_pages = 0, empty_rows = 0, split_notes = 0, bare = 0;
  int64_t cost = 0;

  void add(const layout::Galley& galley, const layout::PageRooms& rooms, const layout::PagePlan& plan) {
    cost += layout::cost_of_pages(galley, rooms, plan);
    pages += plan.size();
    for (const layout::PageFault& fault : layout::page_faults(galley, rooms, plan)) {
      widows += fault.kind == layout::PageFault::Kind::widow;
      stranded += fault.kind == layout::PageFault::Kind::parted;
      split_notes += fault.kind == layout::PageFault::Kind::divided_note;
      bare += fault.kind == layout::PageFault::Kind::bare;
      if (fault.kind == layout::PageFault::Kind::short_page) ++short_pages, empty_rows += fault.rows;
    }
  }

  void print(const char* what, double time) const {
    std::printf(
        "  %-10s %4zu pages, cost %12ld: %3zu widows or orphans, %3zu parted, %3zu short (%zu rows), "
        "%3zu divided notes, %zu without text; %.1f ms\n",
        what, pages, static_cast<long>(cost), widows, stranded, short_pages, empty_rows, split_notes, bare, time);
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  text::FontLibrary fonts(argv[1], sources, diagnostics);
  const auto css = base::read_file(argv[2]);
  if (!css) return 2;
  const style::Cascade cascade(style::read_stylesheet(sources.add("sheet.css", *css), diagnostics),
                               style::Medium::print);
  constexpr int kChapters = 25;
  document::Book book;
  book.metadata.language = "zh-Hans";
  bench::PagedText text;
  document::Audit audit;
  size_t notes = 0;
  for (int c = 0; c < kChapters; ++c) {
    const source::SourceFile& file = sources.add(std::to_string(c) + ".md", text.chapter("none.png"));
    document::Section section;
    section.role = document::SectionRole::chapter;
    section.blocks = parse::read_article(file, diagnostics, audit).blocks;
    book.sections.push_back(std::move(section));
  }
  document::number_notes(book);
  const layout::PageRooms rooms = layout::page_rooms(cascade, "");
  Sum first, plain, best;
  double first_time = 0, plain_time = 0, best_time = 0;
  int64_t variants = 0, moves = 0;
  for (size_t i = 0; i < book.sections.size(); ++i) {
    layout::Galley galley = layout::set_section(book, i, cascade, fonts, diagnostics);
    notes += galley.notes.size();
    auto begin = Clock::now();
    const layout::PagePlan as_they_come = test::first_fit_pages(galley, rooms);
    first_time += milliseconds(begin);
    first.add(galley, rooms, as_they_come);
    layout::Galley rigid = galley;
    rigid.variants.clear();
    rigid.movables.clear();
    begin = Clock::now();
    const layout::FoundPages without = layout::search_pages(rigid, rooms);
    plain_time += milliseconds(begin);
    plain.add(rigid, rooms, without.pages);
    begin = Clock::now();
    const layout::FoundPages found = layout::search_pages(galley, rooms);
    layout::carry_out(found, galley);
    best_time += milliseconds(begin);
    best.add(galley, rooms, found.pages);
    variants += static_cast<int64_t>(found.variants.size());
    moves += static_cast<int64_t>(found.moves.size());
  }
  std::printf("%zu notes:\n", notes);
  first.print("first fit", first_time);
  plain.print("optimum", plain_time);
  best.print("variants", best_time);
  std::printf("  with %ld paragraphs a line longer or shorter, %ld figures on the next page\n",
              static_cast<long>(variants), static_cast<long>(moves));

  layout::Galley rows;
  for (int r = 0; r < 300'000; ++r) {
    layout::Row& row = rows.rows.emplace_back();
    row.height = rooms.pitch;
    if (r % 7 == 1 || r % 7 == 6) row.break_cost = layout::kCostWidow;
    if (r % 31 == 30) row.break_cost = layout::kCostKeep;
    if (r % 23 == 5) {
      row.calls.push_back(static_cast<uint32_t>(rows.notes.size()));
      rows.notes.emplace_back().rows.resize(static_cast<size_t>(1 + r % 5));
      for (layout::Row& line : rows.notes.back().rows) line.height = rooms.pitch * 3 / 4;
    }
  }
  const auto begin = Clock::now();
  const layout::FoundPages found = layout::search_pages(rows, rooms);
  std::printf("300,000 rows, %zu notes: %zu pages in %.0f ms\n", rows.notes.size(), found.pages.size(),
              milliseconds(begin));
}
