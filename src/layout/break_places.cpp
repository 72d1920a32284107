#include "layout/break_places.h"

#include <algorithm>

namespace huozi::layout {

void BreakPlaces::Called::add(const Row& row) {
  for (const uint32_t note : row.calls) notes = std::max(notes, note + 1);
  for (const uint32_t one : row.floats) floats = std::max(floats, one + 1);
}

BreakPlaces::BreakPlaces(const Galley& galley) : galley_(galley), rows_(static_cast<uint32_t>(galley.rows.size())) {
  breaks_.resize(rows_ + 1);
  breaks_[rows_] = {rows_, true, 0};
  for (uint32_t r = rows_; r-- > 0;) {
    const Row& row = galley.rows[r];
    breaks_[r] = {r, row.forced_break, row.break_cost};
    if (!row.discardable) continue;
    const Break& after = breaks_[r + 1];
    breaks_[r].text = after.text;
    breaks_[r].forced = row.forced_break || after.forced;
    breaks_[r].cost += after.cost;
  }
  if (!galley.movables.empty()) movables_.assign(rows_ + 1, kNoBlock);
  for (uint32_t m = 0; m < galley.movables.size(); ++m) movables_[galley.movables[m].white] = m;
  called_.reserve(rows_ + 1);
  Called called;
  called_.push_back(called);
  for (const Row& row : galley.rows) {
    called.add(row);
    called_.push_back(called);
  }
  for (uint32_t v = 0; v < galley.variants.size(); ++v) {
    const ParagraphVariant& variant = galley.variants[v];
    beginning_.resize(variant.begin + 1, v);
    ending_.resize(variant.end + 1, v);
    first_inner_.push_back(size());
    Called within = called_[variant.begin];
    for (uint32_t line = 1; line < variant.rows.size(); ++line) {
      within.add(variant.rows[line - 1]);
      inner_.push_back({v, line});
      called_.push_back(within);
    }
  }
  beginning_.resize(rows_ + 2, static_cast<uint32_t>(galley.variants.size()));
  ending_.resize(rows_ + 2, static_cast<uint32_t>(galley.variants.size()));
}

}  // namespace huozi::layout
