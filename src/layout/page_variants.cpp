#include "layout/page_variants.h"

#include <algorithm>
#include <iterator>

#include "layout/page_cost.h"

namespace huozi::layout {

int64_t cost_of(const ParagraphVariant& variant) {
  return variant.cost + kCostVariant;
}

int shift_of(const ParagraphVariant& variant) {
  return static_cast<int>(variant.rows.size()) - static_cast<int>(variant.end - variant.begin);
}

void Shifts::add_paragraph(const Galley& galley, uint32_t begin, uint32_t end) {
  const auto before = costs;
  for (uint32_t v = begin; v < end; ++v) {
    const ParagraphVariant& variant = galley.variants[v];
    const int by = shift_of(variant);
    for (int d = -kMostShift; d <= kMostShift; ++d) {
      if (d - by < -kMostShift || d - by > kMostShift) continue;
      const int64_t cost = before[static_cast<size_t>(kMostShift + d - by)];
      int64_t& best = costs[static_cast<size_t>(kMostShift + d)];
      if (cost < kNoWay) best = std::min(best, cost + cost_of(variant));
    }
  }
}

std::vector<uint32_t> best_variants(const Galley& galley, uint32_t begin, uint32_t end, int shift) {
  struct Paragraph {
    uint32_t first, last;  // variants
    Shifts before;         // of those before it
  };
  std::vector<Paragraph> paragraphs;
  Shifts shifts;
  const auto& all = galley.variants;
  const auto from = std::partition_point(all.begin(), all.end(), [&](const auto& v) { return v.begin < begin; });
  for (auto v = from; v != all.end() && v->end <= end;) {
    auto next = v;
    while (next != all.end() && next->begin == v->begin) ++next;
    const auto first = static_cast<uint32_t>(v - all.begin());
    const auto last = static_cast<uint32_t>(next - all.begin());
    paragraphs.push_back({first, last, shifts});
    shifts.add_paragraph(galley, first, last);
    v = next;
  }
  std::vector<uint32_t> chosen;
  int64_t cost = shifts.of(shift);
  for (size_t p = paragraphs.size(); p-- > 0;) {
    const Paragraph& paragraph = paragraphs[p];
    if (paragraph.before.of(shift) == cost) continue;
    for (uint32_t v = paragraph.first; v < paragraph.last; ++v) {
      const int rest = shift - shift_of(all[v]);
      if (rest < -kMostShift || rest > kMostShift || paragraph.before.of(rest) + cost_of(all[v]) != cost) continue;
      chosen.push_back(v);
      cost = paragraph.before.of(rest);
      shift = rest;
      break;
    }
  }
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

void place_variants(Galley& galley, const std::vector<uint32_t>& variants) {
  if (!variants.empty()) {
    std::vector<Row> rows;
    rows.reserve(galley.rows.size() + variants.size());
    uint32_t at = 0;
    const auto move_rows = [&](uint32_t end) {
      std::move(galley.rows.begin() + at, galley.rows.begin() + end, std::back_inserter(rows));
      at = end;
    };
    for (const uint32_t v : variants) {
      ParagraphVariant& variant = galley.variants[v];
      move_rows(variant.begin);
      std::move(variant.rows.begin(), variant.rows.end(), std::back_inserter(rows));
      at = variant.end;
    }
    move_rows(static_cast<uint32_t>(galley.rows.size()));
    galley.rows = std::move(rows);
  }
  galley.variants.clear();
}

}  // namespace huozi::layout
