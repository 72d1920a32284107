#include "index/page_ranges.h"

#include <algorithm>
#include <utility>

namespace huozi::index {

using document::Folio;

namespace {

struct Place {
  document::NodeId node;
  const Folio* folio;
};

// One place for each page, ascending.
std::vector<Place> places_by_page(std::span<const document::NodeId> places, const document::Folios& folios) {
  std::vector<Place> out;
  for (const document::NodeId place : places) {
    const auto found = folios.find(place);
    if (found != folios.end()) out.push_back({place, &found->second});
  }
  const auto page = [](const Place& place) { return std::pair(!place.folio->front, place.folio->number); };
  std::stable_sort(out.begin(), out.end(), [&](const Place& a, const Place& b) { return page(a) < page(b); });
  const auto same = [&](const Place& a, const Place& b) { return page(a) == page(b); };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace

std::vector<PageRange> page_ranges(std::span<const document::NodeId> places, const document::Folios& folios) {
  std::vector<PageRange> ranges;
  std::string first;  // of the range at work
  const Folio* last = nullptr;
  for (const Place& place : places_by_page(places, folios)) {
    const Folio& folio = *place.folio;
    if (last && last->front == folio.front && last->number + 1 == folio.number) {
      ranges.back().label = first + "–" + folio.label;
    } else {
      first = folio.label;
      ranges.push_back({place.node, folio.label});
    }
    last = &folio;
  }
  return ranges;
}

std::vector<PageRange> pages(std::span<const document::NodeId> places, const document::Folios& folios) {
  std::vector<PageRange> out;
  for (const Place& place : places_by_page(places, folios)) out.push_back({place.node, place.folio->label});
  return out;
}

}  // namespace huozi::index
