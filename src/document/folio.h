// The printed page a node begins on: plain data that goes from layout/ to the sections that list pages (index/).
// Not here: finding them out (layout/folios).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "document/node.h"

namespace huozi::document {

struct Folio {
  bool front = false;  // of the front matter's series, not the body's
  int64_t number = 0;  // in its series
  std::string label;   // as printed, or as it would be
};

// Of every node that something may lead to: blocks, notes by their calls, inlines with an id, marks for the index.
using Folios = std::map<NodeId, Folio>;

}  // namespace huozi::document
