#include "layout/inline_frame.h"

namespace huozi::layout {
namespace {

constexpr int64_t kApart = 60;  // thousandths of an em between a frame and its neighbours

}  // namespace

void make_room_for_frames(const InlineText& in, const text::ShapedText& shaped, BreakInput& input) {
  std::vector<Length> extra;
  for (const InlineDecoration& each : in.decorations) {
    const TextStyle& style = in.styles[each.style];
    const uint32_t first = text::cluster_at(shaped, each.begin);
    const uint32_t last = text::cluster_at(shaped, each.end);
    if (!style.framed || first == last) continue;
    extra.resize(input.size());
    const Length apart = style.size.scaled(kApart, 1000);
    input.start_trim[first] -= style.border.left.width;
    input.end_trim[last - 1] -= style.border.right.width;
    if (first > 0) extra[first] += style.border.left.width + apart;
    if (last < input.size()) extra[last] += style.border.right.width + apart;
  }
  Length sum;
  for (size_t k = 0; k < extra.size(); ++k) {
    sum += extra[k];
    input.glue[k] += extra[k];
    input.advance_sum[k + 1] += sum;
  }
}

void add_frame(const TextStyle& style, const FramePart& part, document::NodeId node, std::vector<RowItem>& items) {
  const auto& [top, right, bottom, left] = style.border;
  const Length upper = -style.raise - ascent_of(style.size);
  const Length lower = upper + style.size;
  const Length begin = part.begins ? part.from - left.width : part.from;
  const Length end = part.ends ? part.to + right.width : part.to;
  const auto rule = [&](const style::BorderSide& side, const Rect& rect) {
    if (side.is_drawn()) items.emplace_back(RuleItem{rect, side.color, node});
  };
  rule(top, {begin, upper - top.width, end - begin, top.width});
  rule(bottom, {begin, lower, end - begin, bottom.width});
  if (part.begins) rule(left, {begin, upper, left.width, style.size});
  if (part.ends) rule(right, {part.to, upper, right.width, style.size});
}

}  // namespace huozi::layout
