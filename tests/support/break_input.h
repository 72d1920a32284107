// Line breaking's input by hand: pieces with widths in thousandths of an em. Header only: for tests of layout/.
#pragma once

#include <vector>

#include "layout/line_breaker.h"

namespace huozi::test {

// An em that thousandths divide evenly.
constexpr base::Length em(int64_t milli) {
  return base::Length::from_raw(milli * 640);
}

inline layout::BreakRequest break_request(base::Length measure, base::Length first_indent = {}) {
  layout::BreakRequest request;
  request.measure = measure;
  request.first_indent = first_indent;
  request.em = em(1000);
  return request;
}

// A cluster and the glue before it; as it stands, an ideograph.
struct Piece {
  int64_t advance = 1000;
  int64_t glue = 0;
  int64_t shrink = 0;
  size_t shrink_tier = text::kShrinkComma;
  int64_t stretch = 1000;     // weight in the last tier; a quarter of it in that of characters
  int64_t space_stretch = 0;  // of a gap between Han and Latin
  int64_t start_trim = 0, end_trim = 0;
  text::BreakKind before = text::BreakKind::allowed;
  bool weighty = true;
  uint8_t sense = 0;
  // A hyphen if the line before ends here; its width is taken from the piece before.
  layout::BreakInput::Hyphenation hyphenated = layout::BreakInput::kNoHyphen;
};

inline layout::BreakInput make_input(const std::vector<Piece>& pieces, bool title = false) {
  layout::BreakInput in;
  in.advance_sum.push_back({});
  for (size_t k = 0; k < pieces.size(); ++k) {
    const Piece& piece = pieces[k];
    in.glue.push_back(em(k > 0 ? piece.glue : 0));
    in.shrink_sum.push_back(k > 0 ? in.shrink_sum.back() : std::array<base::Length, text::kShrinkTiers>());
    in.stretch_sum.push_back(k > 0 ? in.stretch_sum.back() : std::array<base::Length, text::kStretchTiers>());
    if (k > 0) {
      in.shrink_sum.back()[piece.shrink_tier] += em(piece.shrink);
      in.stretch_sum.back()[text::kStretchCharacters] += em(piece.space_stretch > 0 ? 0 : piece.stretch / 4);
      in.stretch_sum.back()[text::kStretchAll] += em(piece.stretch);
      in.stretch_sum.back()[text::kStretchAutospace] += em(piece.space_stretch);
    }
    in.advance_sum.push_back(in.advance_sum.back() + in.glue.back() + em(piece.advance));
    in.start_trim.push_back(em(piece.start_trim));
    in.end_trim.push_back(em(piece.end_trim));
    in.breaks.push_back(k > 0 ? piece.before : text::BreakKind::forbidden);
    in.weighty.push_back(piece.weighty);
    in.hyphenated.push_back(k > 0 ? piece.hyphenated : layout::BreakInput::kNoHyphen);
    if (title) in.sense.push_back(piece.sense);
  }
  return in;
}

}  // namespace huozi::test
