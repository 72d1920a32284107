#include "index/page_ranges.h"

#include <algorithm>
#include <utility>

namespace huozi::index {

using document::Folio;

std::vector<PageRange> page_ranges(std::span<const document::NodeId> places, const document::Folios& folios) {
  std::vector<std::pair<document::NodeId, const Folio*>> pages;
  for (const document::NodeId place : places) {
    const auto found = folios.find(place);
    if (found != folios.end()) pages.emplace_back(place, &found->second);
  }
  const auto order = [](const Folio& folio) { return std::pair(!folio.front, folio.number); };
  std::stable_sort(pages.begin(), pages.end(),
                   [&](const auto& a, const auto& b) { return order(*a.second) < order(*b.second); });
  std::vector<PageRange> ranges;
  const Folio* begin = nullptr;  // of the range at work
  const Folio* end = nullptr;
  for (const auto& [place, folio] : pages) {
    const bool same_series = end && end->front == folio->front;
    if (same_series && folio->number <= end->number + 1) {
      end = folio;
      if (end->number > begin->number) ranges.back().label = begin->label + "–" + end->label;
    } else {
      begin = end = folio;
      ranges.push_back({place, folio->label});
    }
  }
  return ranges;
}

}  // namespace huozi::index
