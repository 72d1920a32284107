// Where nodes stand in the PDF: what links and outline entries lead to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/page.h"
#include "pdf/node_table.h"
#include "pdf/value.h"

namespace huozi::pdf {

class Destinations {
 public:
  // `margins`: what stands around each trimmed page in the PDF. A node with several anchors begins at the first.
  Destinations(const std::vector<layout::Page>& pages, const std::vector<Ref>& page_refs,
               const std::vector<layout::Length>& margins);

  // [page /XYZ null top null], or nothing when the node stands on no page.
  std::optional<Array> find(document::NodeId node) const;
  // The folio of its page; empty when it stands on none.
  std::string label(document::NodeId node) const;

 private:
  struct Place {
    Ref page;
    layout::Length top;
    std::string label;
  };
  NodeTable<Place> places_;
};

}  // namespace huozi::pdf
