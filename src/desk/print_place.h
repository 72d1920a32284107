// Where a finding's words stand in print. Not here: finding that out (layout/printed_text).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "source/source_file.h"

namespace huozi::desk {

struct PrintPlace {
  std::string page;       // as its folio says, "iv", "12"
  uint32_t line = 0;      // on that page, from 1
  std::string paragraph;  // "3-14"
};

// Nothing for what is not in print. Empty: the pages are not known.
using PlaceOf = std::function<std::optional<PrintPlace>(const source::Span&)>;

inline std::optional<PrintPlace> place_in(const PlaceOf& place_of, const source::Span& span) {
  return place_of ? place_of(span) : std::nullopt;
}

}  // namespace huozi::desk
