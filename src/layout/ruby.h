// Ruby: annotations at half size above or below their bases; a base is widened, or its annotation overhangs what stands
// beside it (CLREQ 3.3.4.1); zhuyin at their right. Not here: where a line breaks (layout/line_breaker), what pairs
// there are (document/node), how zhuyin is stacked (layout/zhuyin).
#pragma once

#include <vector>

#include "layout/galley.h"
#include "layout/inline_text.h"
#include "layout/line_breaker.h"
#include "layout/plain_run.h"
#include "text/shaper.h"

namespace huozi::layout {

struct SetRuby {
  uint32_t first = 0, last = 0;                              // clusters of the base
  style::RubyPosition position = style::RubyPosition::over;  // inter_character: of zhuyin beside one ideograph
  PlainText annotation;
  // By how much the annotation stands over what is beside the base; negative: by how much it keeps away from it.
  Length before, after;
  Length free_before, free_after;  // by how much the base was widened at either end
  Length shift;                    // of the annotation's middle from that of the base's advance
};

// Sets the annotations and widens the bases that are narrower, in `shaped`. In the order of the text, none within
// another.
std::vector<SetRuby> set_rubies(const InlineText& in, text::ShapedText& shaped, text::Shaper& shaper);

// A pair is not broken, at a line's edge its annotation is flush with the edge, and a blank that an annotation stands
// over is not squeezed away.
void bind_rubies(const std::vector<SetRuby>& rubies, BreakInput& input);

// The annotation of a cluster; null: it has none.
const SetRuby* ruby_of(const std::vector<SetRuby>& rubies, uint32_t cluster);

// How far an annotation reaches above or below the em square of its base.
Length height_of(const PlainText& annotation);

// Adds the annotation of a base that stands from `from` to `to`, of text at `size` raised by `raise`.
void place_ruby(const SetRuby& ruby, Length from, Length to, Length size, Length raise, std::vector<RowItem>& items);

}  // namespace huozi::layout
