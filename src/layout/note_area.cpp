#include "layout/note_area.h"

#include "layout/note_stack.h"

namespace huozi::layout {

Length notes_height(const Galley& galley, const std::vector<NoteSlice>& notes, const style::FootnoteArea& style) {
  NoteStack stack(galley);
  for (const NoteSlice& slice : notes) stack.add(slice.note, slice.begin, slice.end, slice.brief);
  return notes.empty() ? Length() : stack.height() + style.margin_top + style.rule.width + style.padding_top;
}

NoteArea place_notes(const Galley& galley, const std::vector<NoteSlice>& notes, const PageGeometry& geometry,
                     const style::FootnoteArea& style) {
  NoteArea area;
  if (notes.empty()) return area;
  NoteStack stack(galley);
  for (const NoteSlice& slice : notes) {
    const NoteStack::Place place = stack.add(slice.note, slice.begin, slice.end, slice.brief);
    area.slices.push_back({slice, {geometry.left + place.x, place.y}});
  }
  const NoteSlice& last = notes.back();
  const Length leading = galley.notes[last.note].form(last.brief)[last.end - 1].leading;
  const Length top = geometry.top + geometry.type_height + leading - stack.height();
  for (NoteArea::PlacedSlice& placed : area.slices) placed.at.y += top;
  if (!style.rule.is_drawn()) return area;
  // A note that goes on from the page before has a longer rule above it, as Chinese books mark it.
  const bool continued = notes.front().begin > 0;
  const int share = continued ? style.continued_rule_length.value_or(style.rule_length) : style.rule_length;
  area.rule = RuleItem{{geometry.left, top - style.padding_top - style.rule.width, geometry.measure.scaled(share, 1000),
                        style.rule.width},
                       style.rule.color,
                       {}};
  return area;
}

}  // namespace huozi::layout
