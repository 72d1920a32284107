#include "style/note_numbers.h"

#include <algorithm>

namespace huozi::style {

std::optional<int64_t> footnote_reset(const std::vector<CounterChange>& resets) {
  std::optional<int64_t> value;
  for (const CounterChange& reset : resets) {
    if (reset.name == "footnote") value = std::clamp<int64_t>(reset.value, 0, 1'000'000);
  }
  return value;
}

bool counts_notes_by_page(const Cascade& print, std::string_view page_name) {
  for (const bool first : {false, true}) {
    for (const bool recto : {false, true}) {
      if (footnote_reset(print.page_style({page_name, first, !recto, recto, false}).counter_reset)) return true;
    }
  }
  return false;
}

std::vector<std::optional<uint32_t>> note_starts(const document::Book& book, const Cascade& print) {
  std::vector<std::optional<uint32_t>> starts;
  for (size_t i = 0; i < book.sections.size(); ++i) {
    const ComputedStyle style = print.style(section_ref(book, i), print.body());
    const std::optional<int64_t> own = footnote_reset(style.counter_reset);
    const bool anew = own || counts_notes_by_page(print, style.page);
    starts.push_back(anew ? std::optional(static_cast<uint32_t>(own.value_or(0))) : std::nullopt);
  }
  return starts;
}

}  // namespace huozi::style
