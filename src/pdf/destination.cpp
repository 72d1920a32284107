#include "pdf/destination.h"

namespace huozi::pdf {

Destinations::Destinations(const std::vector<layout::Page>& pages, const std::vector<Ref>& page_refs,
                           const std::vector<layout::Length>& margins) {
  for (size_t i = 0; i < pages.size(); ++i) {
    for (const layout::Anchor& anchor : pages[i].anchors) {
      places_.try_emplace(anchor.node, Place{page_refs[i], margins[i] + pages[i].height - anchor.y, pages[i].label});
    }
  }
}

std::optional<Array> Destinations::find(document::NodeId node) const {
  const auto found = places_.find(node);
  if (found == places_.end()) return std::nullopt;
  Array destination;
  destination.add(found->second.page).add(Val::name("XYZ")).add(Val::null());
  destination.add(Val::length(found->second.top)).add(Val::null());
  return destination;
}

std::string Destinations::label(document::NodeId node) const {
  const auto found = places_.find(node);
  return found == places_.end() ? std::string() : found->second.label;
}

}  // namespace huozi::pdf
