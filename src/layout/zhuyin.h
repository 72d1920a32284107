// Zhuyin (注音): the bopomofo symbols of one ideograph, one below the other at its right, with the tone mark beside the
// last of them or above the first. CLREQ 3.3.3. Not here: annotations above their bases (layout/ruby).
#pragma once

#include <string_view>

#include "layout/plain_run.h"

namespace huozi::layout {

// Whether it can be set so: one to three symbols and one tone mark at most.
bool is_zhuyin(std::string_view annotation);

// What an annotation takes at the right of its base, whatever it says. CLREQ 3.3.3: half the base's em.
constexpr Length zhuyin_width(Length base) {
  return base / 2;
}

// Coordinates: x from the base's right edge, y from its baseline. `base`: its em. REQUIRES: is_zhuyin(annotation).
PlainText set_zhuyin(std::string_view annotation, const TextStyle& style, Length base, text::Shaper& shaper,
                     document::NodeId node);

}  // namespace huozi::layout
