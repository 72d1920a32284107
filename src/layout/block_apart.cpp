// Blocks that stand on pages of their own: wide tables above all, turned (卧排), and plates (整面插图).
#include <algorithm>
#include <utility>

#include "layout/apart_pages.h"
#include "layout/block_setter.h"
#include "style/note_numbers.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

bool BlockSetter::block_apart(const Block& node, const ElementRef& element, const ComputedStyle& style,
                              const Around& here) {
  std::string_view kept = kept_in_flow(node, here);
  if (kept.empty() && !set_apart(node, element, style, here)) kept = "it is empty";
  if (!kept.empty()) diagnostics_.report("layout.apart-kept", node.info.span, {std::string(kept)});
  return kept.empty();
}

ApartArea BlockSetter::area_apart(const ComputedStyle& style) const {
  const style::PageStyle page = cascade_.page_style({galley_.page_name, false, false, true, false, style.plate});
  ApartArea area;
  area.pitch = geometry_.pitch;
  area.half_leading = std::max(geometry_.pitch - cascade_.body().font_size, Length()) / 2;
  area.page_height = geometry_.max_height;
  area.turned = style.turned;
  area.plate = style.plate;
  area.measure = style.turned ? geometry_.max_height - area.half_leading * 2 : geometry_.type_measure;
  area.height = style.turned ? geometry_.type_measure + area.half_leading * 2 : geometry_.max_height;
  area.notes = page.footnote;
  if (galley_.notes_by_page) area.first_number = style::footnote_reset(page.counter_reset);
  return area;
}

bool BlockSetter::set_apart(const Block& node, const ElementRef& element, const ComputedStyle& style,
                            const Around& here) {
  const ApartArea area = area_apart(style);
  ComputedStyle own = style;
  own.float_to = style::FloatTo::none;
  own.break_before = own.break_after = style::BreakBetween::auto_;
  own.margin.top = own.margin.bottom = Length();
  // A plate's rows are as high as what is in them: no text stands beside them.
  const auto set = [&](BlockSetter& setter) {
    std::vector<Row> rows;
    Flow flow(rows, area.plate ? Length() : area.pitch);
    setter.geometry_ = {area.measure, area.pitch, area.height, area.measure};
    setter.floating_ = setter.apart_ = true;
    setter.set_block(node, element, own,
                     setter.legible({here.element, here.style, here.language, style.margin.left + style.padding.left,
                                     style.margin.right + style.padding.right, flow, here.depth}));
    setter.floating_ = setter.apart_ = false;
    return rows;
  };
  if (area.plate) image_room_ = room_for_images(set, area);
  const auto first_note = static_cast<uint32_t>(galley_.notes.size());
  const style::Counters counters = counters_;
  // Notes of the text are not those that stand with the block: neither says 同上 of the other.
  const auto cited = std::exchange(cited_, {});
  const FlowGeometry upright = geometry_;
  std::vector<Row> rows = set(*this);
  image_room_.reset();
  geometry_ = upright;
  cited_ = cited;
  std::vector<PageFloat> pages = apart_pages(galley_, std::move(rows), first_note, area);
  if (pages.empty()) counters_ = counters;
  for (PageFloat& each : pages) {
    vary_calls(here.flow.call_float(static_cast<uint32_t>(galley_.floats.size())));
    galley_.floats.push_back(std::move(each));
  }
  return !pages.empty();
}

// What captions and notes leave of the type area for each image; they are set on trial, with images of no height.
Length BlockSetter::room_for_images(const std::function<std::vector<Row>(BlockSetter&)>& set, const ApartArea& area) {
  Galley trial(static_cast<const MarkWriting&>(galley_));
  source::Diagnostics silent;
  BlockSetter probe(trial, cascade_, geometry_, shaper_, role_, section_, section_style_, silent);
  probe.counters_ = counters_;
  probe.image_room_ = Length();
  const std::vector<Row> rows = set(probe);
  Length words;
  bool begun = false;
  for (const Row& row : rows) {
    begun = begun || !row.discardable;
    if (begun) words += row.height;
  }
  if (!trial.notes.empty()) words += area.notes.margin_top + area.notes.rule.width + area.notes.padding_top;
  for (const GalleyNote& note : trial.notes) {
    for (const Row& row : note.rows) words += row.height;
  }
  const Length left = area.height - area.half_leading * 2 - words;
  // Where words need more than two thirds of a page, they go on on the next one.
  return std::max(left, area.height / 3) / std::max(probe.images_, 1);
}

}  // namespace huozi::layout
