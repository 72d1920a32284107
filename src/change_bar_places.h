// Which lines of an edition's pages get a bar, and which pictures do, and which lines get a wedge. Not here: drawing
// them (make_change_bars).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "compare/changes.h"

namespace huozi {

using LinePlace = std::pair<uint32_t, uint32_t>;  // page (index), line (from 1)

struct ChangeBarPlaces {
  std::set<LinePlace> bars;        // lines with new words
  std::set<std::string> pictures;  // the ids of new ones
  std::set<LinePlace> wedges;      // lines from which words were taken out, or after which
};

ChangeBarPlaces change_bar_places(const compare::Edition& after, const compare::Comparison& comparison);

}  // namespace huozi
