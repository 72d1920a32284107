// Blocks that stand turned on pages of their own, wide tables above all (卧排表).
#include <utility>

#include "layout/block_setter.h"
#include "layout/turned_pages.h"
#include "style/note_numbers.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

bool BlockSetter::turned_block(const Block& node, const ElementRef& element, const ComputedStyle& style,
                               const Around& here) {
  std::string_view kept = kept_in_flow(node, here);
  if (kept.empty()) {
    const Length half_leading = std::max(geometry_.pitch - cascade_.body().font_size, Length()) / 2;
    const style::PageStyle page = cascade_.page_style({galley_.page_name, false, false, true, false});
    TurnedArea area{geometry_.max_height - half_leading * 2,
                    geometry_.type_measure + half_leading * 2,
                    geometry_.pitch,
                    half_leading,
                    page.footnote,
                    {}};
    if (galley_.notes_by_page) area.first_number = style::footnote_reset(page.counter_reset);
    ComputedStyle own = style;
    own.float_to = style::FloatTo::none;
    own.break_before = own.break_after = style::BreakBetween::auto_;
    own.margin.top = own.margin.bottom = Length();
    const auto first_note = static_cast<uint32_t>(galley_.notes.size());
    const Counters counters = counters_;
    // Notes of the text are not those that stand with the block: neither says 同上 of the other.
    const auto cited = std::exchange(cited_, {});
    const FlowGeometry upright = std::exchange(geometry_, {area.measure, geometry_.pitch, area.height, area.measure});
    floating_ = turned_ = true;
    std::vector<Row> rows;
    Flow flow(rows, geometry_.pitch);
    set_block(node, element, own,
              legible({here.element, here.style, here.language, style.margin.left + style.padding.left,
                       style.margin.right + style.padding.right, flow, here.depth}));
    floating_ = turned_ = false;
    geometry_ = upright;
    cited_ = cited;
    std::vector<PageFloat> pages = turned_pages(galley_, std::move(rows), first_note, area);
    if (pages.empty()) {
      counters_ = counters;
      kept = "it is empty";
    }
    for (PageFloat& each : pages) {
      vary_calls(here.flow.call_float(static_cast<uint32_t>(galley_.floats.size())));
      galley_.floats.push_back(std::move(each));
    }
  }
  if (!kept.empty()) diagnostics_.report("layout.turn-kept", node.info.span, {std::string(kept)});
  return kept.empty();
}

}  // namespace huozi::layout
