// The note area at the foot of a page: the rule, and where each slice of a note begins below it. Not here: which notes
// a page holds (layout/page_breaker), what their marks say (layout/note_mark).
#pragma once

#include <optional>
#include <vector>

#include "layout/page_breaker.h"
#include "layout/page_geometry.h"

namespace huozi::layout {

struct NoteArea {
  struct PlacedSlice {
    NoteSlice slice;
    Point at;  // of its first row on the page; the others follow below
  };
  std::optional<RuleItem> rule;
  std::vector<PlacedSlice> slices;
};

// Height of the notes with what stands above them; zero without any.
Length notes_height(const Galley& galley, const std::vector<NoteSlice>& notes, const style::FootnoteArea& style);

// The em square of the last note line stands at the foot of the type area.
NoteArea place_notes(const Galley& galley, const std::vector<NoteSlice>& notes, const PageGeometry& geometry,
                     const style::FootnoteArea& style);

}  // namespace huozi::layout
