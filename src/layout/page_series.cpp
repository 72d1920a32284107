#include "layout/page_series.h"

#include <algorithm>

#include "layout/margin_boxes.h"
#include "layout/type_area.h"

namespace huozi::layout {
namespace {

using style::BreakBetween;

// A plate fills its page, whether it floats there or is all that its section has.
bool holds_plate(const Galley& galley, const PlannedPage& planned) {
  const uint32_t row = column_begins(galley, planned).front();
  if (row < planned.row_end) return galley.rows[row].plate;
  return !planned.floats.empty() && galley.floats[planned.floats.front()].rows.front().plate;
}

class SeriesMaker {
 public:
  SeriesMaker(const document::Book& book, const std::vector<Galley>& galleys, const std::vector<PagePlan>& plans,
              const style::Cascade& cascade, PageSettings& settings)
      : book_(book), galleys_(galleys), plans_(plans), cascade_(cascade), settings_(settings) {}

  std::vector<SeriesPage> run() {
    for (size_t i = 0; i < galleys_.size(); ++i) section(i);
    count(true);
    count(false);
    fill_up();
    label(true, "lower-roman");
    label(false, "decimal");
    return std::move(pages_);
  }

 private:
  bool next_is_recto() const { return pages_.size() % 2 == 0; }

  void add(size_t section, const PlannedPage* planned, bool first, bool front) {
    SeriesPage page;
    page.section = section;
    page.planned = planned;
    page.recto = next_is_recto();
    page.front = front;
    page.number = ++number_;
    page.setting = &settings_.of({galleys_[section].page_name, first, !page.recto, page.recto, planned == nullptr,
                                  planned && holds_plate(galleys_[section], *planned)});
    pages_.push_back(std::move(page));
  }

  void section(size_t index) {
    const Galley& galley = galleys_[index];
    const PagePlan& plan = plans_[index];
    if (plan.empty()) return;
    const bool front = document::is_front(book_.sections[index].role);
    const bool body_begins = !front && !in_body_;
    BreakBetween side = galley.start;
    if (side != BreakBetween::verso && (body_begins || pages_.empty())) side = BreakBetween::recto;
    if (body_begins && side == BreakBetween::verso) side = BreakBetween::recto;
    if (opens_on_other(side)) add(index == 0 ? 0 : index - 1, nullptr, false, front || body_begins);
    if (body_begins) {
      in_body_ = true;
      number_ = 0;
    }
    for (size_t p = 0; p < plan.size(); ++p) {
      if (opens_on_other(side_of(galley, plan[p]))) add(index, nullptr, false, front);
      add(index, &plan[p], p == 0, front);
    }
  }

  // The side that a break before the page's first row asks for.
  static BreakBetween side_of(const Galley& galley, const PlannedPage& planned) {
    uint32_t first = planned.row_begin;
    while (first < planned.row_end && galley.rows[first].discardable) ++first;
    return first < planned.row_end ? galley.rows[first].side : BreakBetween::auto_;
  }

  bool opens_on_other(BreakBetween side) const {
    return (side == BreakBetween::recto && !next_is_recto()) || (side == BreakBetween::verso && next_is_recto());
  }

  void count(bool front) {
    int64_t last = 0;
    for (const SeriesPage& page : pages_) {
      if (page.front == front) last = page.number;
    }
    for (SeriesPage& page : pages_) {
      if (page.front == front) page.count = last;
    }
  }

  void fill_up() {
    if (pages_.empty()) return;
    const auto body = std::find_if(pages_.begin(), pages_.end(), [](const SeriesPage& p) { return !p.front; });
    const SeriesPage& decides = body == pages_.end() ? pages_.back() : *body;
    const auto multiple = static_cast<size_t>(std::max(decides.setting->style.page_multiple, 1));
    const SeriesPage last = pages_.back();
    while (pages_.size() % multiple != 0) {
      add(last.section, nullptr, false, last.front);
      pages_.back().count = last.count;
    }
  }

  void label(bool front, const char* otherwise) {
    std::vector<std::string> styles;
    for (const SeriesPage& page : pages_) {
      if (page.front == front) styles.push_back(folio_style(page.setting->style));
    }
    for (size_t i = 1; i < styles.size(); ++i) {
      if (styles[i].empty()) styles[i] = styles[i - 1];
    }
    for (size_t i = styles.size(); i-- > 0;) {
      if (styles[i].empty()) styles[i] = i + 1 < styles.size() ? styles[i + 1] : otherwise;
    }
    size_t next = 0;
    for (SeriesPage& page : pages_) {
      if (page.front == front) page.label = cascade_.counter_text(styles[next++], page.number);
    }
  }

  const document::Book& book_;
  const std::vector<Galley>& galleys_;
  const std::vector<PagePlan>& plans_;
  const style::Cascade& cascade_;
  PageSettings& settings_;
  std::vector<SeriesPage> pages_;
  int64_t number_ = 0;
  bool in_body_ = false;
};

}  // namespace

const PageSetting& PageSettings::of(const style::Cascade::PageContext& context) {
  const auto key = std::tuple(std::string(context.name), context.first, context.right, context.blank, context.plate);
  auto found = settings_.find(key);
  if (found == settings_.end()) {
    found = settings_.emplace(key, PageSetting{cascade_.page_style(context), section_page(cascade_, context)}).first;
  }
  return found->second;
}

std::vector<SeriesPage> page_series(const document::Book& book, const std::vector<Galley>& galleys,
                                    const std::vector<PagePlan>& plans, const style::Cascade& cascade,
                                    PageSettings& settings) {
  return SeriesMaker(book, galleys, plans, cascade, settings).run();
}

}  // namespace huozi::layout
