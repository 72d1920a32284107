// Ruby: annotations at half size above their bases; a base is widened, or its annotation overhangs what stands beside
// it. CLREQ 3.3.4.1. Not here: where a line breaks (layout/line_breaker), what pairs there are (document/node).
#pragma once

#include <vector>

#include "layout/galley.h"
#include "layout/inline_text.h"
#include "layout/line_breaker.h"
#include "layout/plain_run.h"
#include "text/shaper.h"

namespace huozi::layout {

struct SetRuby {
  uint32_t first = 0, last = 0;  // clusters of the base
  PlainText annotation;
  Length before, after;  // by how much the annotation stands over the neighbours on either side
};

// Sets the annotations and widens the bases that are narrower, in `shaped`. In the order of the text.
std::vector<SetRuby> set_rubies(const InlineText& in, text::ShapedText& shaped, text::Shaper& shaper);

// A pair is not broken, and at a line's edge its annotation is flush with the edge.
void bind_rubies(const std::vector<SetRuby>& rubies, BreakInput& input);

// How far an annotation reaches above the em square of its base.
Length height_of(const PlainText& annotation);

// Adds the annotation over a base that stands from `from` to `to`, of text at `size` raised by `raise`.
void place_ruby(const SetRuby& ruby, Length from, Length to, Length size, Length raise, std::vector<RowItem>& items);

}  // namespace huozi::layout
