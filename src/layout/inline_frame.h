// Frames round inline text: `border` of an inline element, such as that round the name of someone dead (示亡号, CLREQ
// 3.1.3.4). The rules stand outside the em square: along the line text makes room for them, across it nothing moves.
// Not here: borders of blocks (layout/block_setter).
#pragma once

#include "layout/inline_text.h"
#include "layout/line_breaker.h"
#include "layout/paragraph.h"
#include "text/shaper.h"

namespace huozi::layout {

// Widens the gaps beside framed text, or the line where it stands at an edge.
void make_room_for_frames(const InlineText& in, const text::ShapedText& shaped, BreakInput& input);

// The rules of a part of a frame, of text from `from` to `to`; a side at which the text goes on in another line has
// none (CSS Fragmentation 3 6.2: box-decoration-break: slice).
struct FramePart {
  Length from, to;
  bool begins = true, ends = true;
};
void add_frame(const TextStyle& style, const FramePart& part, document::NodeId node, std::vector<RowItem>& items);

}  // namespace huozi::layout
