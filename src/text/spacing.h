// Glue: the space between two adjacent clusters, and what an edge of a line takes away. Depends on the pair alone, so
// that the width of any line is a difference of prefix sums. Rules: CLREQ 3.1.6 (punctuation width), 3.2.2 (Han and
// Latin), 3.5.3 and 3.5.4 (order of squeezing and stretching).
#pragma once

#include <array>

#include "text/shaper.h"

namespace huozi::text {

// CLREQ 3.5.3: each tier is used up before the next is touched; within a tier all shrink in proportion.
enum ShrinkTier { kShrinkWordSpace, kShrinkInterpunct, kShrinkBracket, kShrinkComma, kShrinkAutospace, kShrinkStop };
constexpr int kShrinkTiers = 6;
// CLREQ 3.5.4: word spaces to half an em, Han-Latin gaps to half an em, then the gaps between characters alike; these
// to a quarter em, so that only a line that would be torn anyway spreads whatever it has, blanks too.
enum StretchTier { kStretchWordSpace, kStretchAutospace, kStretchCharacters, kStretchAll };
constexpr int kStretchTiers = 4;

struct Glue {
  Length natural;
  std::array<Length, kStretchTiers> stretch{};  // of kStretchAll: the share's weight (1 em), not a limit
  std::array<Length, kShrinkTiers> shrink{};
};

enum class TrimStyle { normal, space_all, trim_all, kaiming };

// CLREQ 3.1.7: whether one of 、，。 at a line's end stands beyond the measure.
enum class HangStyle { none, allow_end, force_end };

struct SpacingStyle {
  TrimStyle trim = TrimStyle::normal;
  bool autospace = true;
  Length letter_spacing;
  HangStyle hang = HangStyle::none;
};

// Between `before` and `after`; `after.space_before` is the white space typed between them.
Glue glue_between(const Cluster& before, const Cluster& after, const SpacingStyle& style);

// What a line beginning or ending with this cluster is narrower by. CLREQ 3.1.6.3, GB/T 15834 5.1.10.
Length trim_at_line_start(const Cluster& first, const SpacingStyle& style);
// A mark that has to hang is taken away whole.
Length trim_at_line_end(const Cluster& last, const SpacingStyle& style);

// Of an opening mark that begins a paragraph or stands after a forced break: it keeps its blank, after the indent as
// without one, except where all brackets are half as wide. (CSS Text 4: text-spacing-trim: space-first.)
Length trim_at_paragraph_start(const Cluster& first, const SpacingStyle& style);

// What a mark that may hang but need not (allow-end) can still give back at the line's end, beyond the trim.
Length hang_at_line_end(const Cluster& last, const SpacingStyle& style);

}  // namespace huozi::text
