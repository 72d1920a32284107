#include "make_change_bars.h"

#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "change_bar_places.h"
#include "change_list.h"
#include "document/walk.h"
#include "layout/page_lines.h"
#include "layout/page_maker.h"
#include "layout/plain_run.h"
#include "layout/printed_blocks.h"
#include "layout/turn.h"
#include "pdf/write_pdf.h"
#include "set_book.h"

namespace huozi {
namespace {

using layout::Length;
using layout::Page;
using layout::PageLine;
using layout::Point;
using layout::Rect;

constexpr Length kBar = Length::ratio(3, 2);  // how wide
constexpr Length kGap = Length::points(6);    // from the text
constexpr Length kEdge = Length::points(9);   // from the page's edge, at the least
constexpr Length kWedge = Length::points(5);
constexpr Length kFolio = Length::points(24);  // its baseline from the foot of the page
constexpr style::Color kInk = {style::Color::Space::rgb, {800, 100, 100, 0}};
constexpr int kOutlineDepth = 3;

// Where bars stand: outside of the widest text of all right pages, or of all left ones.
struct Margins {
  Length recto_right, verso_left;
};

class Bars {
 public:
  Bars(std::vector<Page>& pages, const layout::PrintedBlocks& blocks) : pages_(pages) {
    margins_.verso_left = Length::points(100'000);
    for (const Page& page : pages) {
      lines_.push_back(layout::page_lines(page, blocks));
      for (const PageLine& line : lines_.back()) {
        if (line.turned) continue;
        if (page.recto) margins_.recto_right = std::max(margins_.recto_right, line.right);
        if (!page.recto) margins_.verso_left = std::min(margins_.verso_left, line.left);
      }
    }
  }

  void draw(const ChangeBarPlaces& places, const std::set<document::NodeId>& pictures) {
    for (size_t i = 0; i < pages_.size(); ++i) draw_beside_pictures(i, pictures);
    for (auto place = places.bars.begin(); place != places.bars.end();) {
      // Lines that follow each other in a column have one bar.
      const PageLine* first = line_of(*place);
      const PageLine* last = first;
      const uint32_t page = place->first;
      uint32_t number = place->second;
      for (++place; place != places.bars.end() && *place == LinePlace(page, number + 1); ++place, ++number) {
        const PageLine* next = line_of(*place);
        if (first == nullptr || next == nullptr || next->column != first->column || next->region != first->region ||
            next->turned != first->turned) {
          break;
        }
        last = next;
      }
      if (first != nullptr) draw_bar(page, *first, *last);
    }
    for (const LinePlace& place : places.wedges) {
      const PageLine* line = line_of(place);
      if (line != nullptr) draw_wedge(place.first, *line);
    }
  }

 private:
  const PageLine* line_of(const LinePlace& place) const {
    const auto& [page, line] = place;
    if (page >= lines_.size() || line == 0 || line > lines_[page].size()) return nullptr;
    return &lines_[page][line - 1];
  }

  // Where a bar's left edge is, and whether the text is to the left of it.
  struct Beside {
    Length x;
    bool at_right = true;
  };

  // Outside of the page's text; of columns the last one has its bars to the right, the others to the left of them.
  Beside beside(size_t index, const PageLine& line) const {
    const Page& page = pages_[index];
    if (line.turned) return {line.right + kGap, true};
    Length left = line.left, right = line.right;
    uint32_t columns = 1;
    for (const PageLine& each : lines_[index]) {
      if (each.turned || each.region != line.region) continue;
      columns = std::max(columns, each.column + 1);
      if (each.column != line.column) continue;
      left = std::min(left, each.left);
      right = std::max(right, each.right);
    }
    const bool at_right = columns > 1 ? line.column + 1 == columns : page.recto;
    if (columns == 1) {
      left = margins_.verso_left;
      right = margins_.recto_right;
    }
    if (at_right) return {std::min(right + kGap, page.width - kEdge - kBar), true};
    return {std::max(left - kGap - kBar, kEdge), false};
  }

  // At the page's outside, or at that of the column on either side of the middle.
  void draw_beside_pictures(size_t index, const std::set<document::NodeId>& pictures) const {
    Page& page = pages_[index];
    const bool columns = std::any_of(lines_[index].begin(), lines_[index].end(), [](const PageLine& line) {
      return line.region == layout::Region::body && line.column > 0;
    });
    std::vector<layout::Item> bars;
    for (const layout::Item& item : page.items) {
      const auto* image = std::get_if<layout::ImageItem>(&item.content);
      if (image == nullptr || !pictures.contains(image->node)) continue;
      const Rect& rect = image->rect;
      const bool at_right = columns ? rect.x + rect.width / 2 > page.width / 2 : page.recto;
      const Length right = std::max(columns ? Length() : margins_.recto_right, rect.x + rect.width) + kGap;
      const Length left = (columns ? rect.x : std::min(margins_.verso_left, rect.x)) - kGap - kBar;
      const Length x = at_right ? std::min(right, page.width - kEdge - kBar) : std::max(left, kEdge);
      bars.push_back({layout::Region::margin, layout::RuleItem{{x, rect.y, kBar, rect.height}, kInk, {}}});
    }
    page.items.insert(page.items.end(), bars.begin(), bars.end());
  }

  void draw_bar(size_t index, const PageLine& first, const PageLine& last) const {
    Page& page = pages_[index];
    const Length top = first.baseline - first.size * 88 / 100;
    const Length bottom = last.baseline + last.size * 12 / 100;
    const Rect rect = {beside(index, first).x, top, kBar, bottom - top};
    page.items.push_back({layout::Region::margin, layout::RuleItem{first.turned ? turned(rect) : rect, kInk, {}}});
  }

  // A triangle that points at the text.
  void draw_wedge(size_t index, const PageLine& line) const {
    Page& page = pages_[index];
    const auto [edge, at_right] = beside(index, line);
    const Length x = edge + (at_right ? 2 * kBar : -kBar);  // beyond the bar
    const Length middle = line.baseline - line.size * 38 / 100;
    const Length out = at_right ? kWedge : -kWedge;
    layout::PathItem path;
    path.origin = {x, middle};
    using Kind = layout::PathStep::Kind;
    path.steps = {{Kind::move, {Point{}}},
                  {Kind::line, {Point{out, -(kWedge / 2)}}},
                  {Kind::line, {Point{out, kWedge / 2}}},
                  {Kind::close, {}}};
    path.places = {Length()};
    path.color = kInk;
    layout::Item item = {layout::Region::margin, std::move(path)};
    if (line.turned) layout::turn(item.content);
    page.items.push_back(std::move(item));
  }

  std::vector<Page>& pages_;
  std::vector<std::vector<PageLine>> lines_;  // by page
  Margins margins_;
};

// The book's pictures with these ids: each is its number in reading order.
std::set<document::NodeId> picture_nodes(const document::Book& book, const std::set<std::string>& ids) {
  std::set<document::NodeId> out;
  size_t count = 0;
  document::for_each_inline(book, [&](const document::Inline& node) {
    if (!std::holds_alternative<document::Image>(node.content)) return;
    if (ids.contains(std::to_string(++count))) out.insert(node.info.id);
  });
  return out;
}

// The label, in the middle below the text.
void add_folio(Page& page, const PrintEdition& edition, text::Shaper& shaper) {
  style::ComputedStyle computed;
  computed.font_family = {"serif"};
  computed.font_size = Length::points(9);
  const layout::TextStyle look = layout::make_text_style(computed, edition.book.metadata.language, shaper.library());
  layout::PlainText folio = layout::set_plain(page.label, look, shaper, {});
  for (layout::GlyphRun& run : folio.runs) {
    run.origin = {run.origin.x + (page.width - folio.width) / 2, page.height - kFolio};
    page.items.push_back({layout::Region::margin, std::move(run)});
  }
}

// The list's pages, with folios of their own.
std::vector<Page> list_pages(const PrintEdition& edition, const document::Section& list,
                             source::Diagnostics& diagnostics) {
  document::Book book;
  book.metadata = edition.book.metadata;
  book.sections.push_back(list);
  const SetBook set = set_book(book, {}, edition.cascade, edition.fonts, edition.jobs, diagnostics);
  std::vector<Page> pages =
      layout::make_pages(set.book, set.galleys, set.plans, edition.cascade, edition.fonts, diagnostics);
  text::Shaper shaper(edition.fonts);
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].label = fmt::format("+{}", i + 1);
    std::erase_if(pages[i].items, [](const layout::Item& item) { return item.region == layout::Region::margin; });
    add_folio(pages[i], edition, shaper);
  }
  return pages;
}

}  // namespace

OutputFile make_change_bars(const PrintEdition& edition, const compare::Edition& before, const compare::Edition& after,
                            const compare::Comparison& comparison, source::Diagnostics& diagnostics) {
  std::vector<Page> pages = edition.pages;
  document::Book book = edition.book;
  const ChangeBarPlaces places = change_bar_places(after, comparison);
  Bars(pages, layout::printed_blocks(edition.book)).draw(places, picture_nodes(edition.book, places.pictures));
  document::Section list = change_list(edition.book, before, after, comparison);
  if (!list.blocks.empty()) {
    source::Diagnostics unheard;  // of words that are in no book any more
    for (Page& page : list_pages(edition, list, unheard)) pages.push_back(std::move(page));
    book.sections.push_back(std::move(list));
  }
  pdf::Options options;
  options.outline = document::contents_of(book, kOutlineDepth);
  options.profile = pdf::Profile::plain;
  options.producer = edition.generator;
  options.source_date_epoch = edition.date;
  options.jobs = edition.jobs;
  options.image_folder = edition.folder.folder;
  return {".diff.pdf", pdf::write_pdf(book, pages, faces_of(edition.fonts), options, diagnostics)};
}

}  // namespace huozi
