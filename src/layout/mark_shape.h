// The figures drawn beside text: the wavy line of a book's name (书名号甲式), the marks under emphasised characters
// (着重号), the circle of a
// note's number. Not here: where they stand (layout/decoration).
#pragma once

#include <vector>

#include "layout/page.h"
#include "layout/text_style.h"

namespace huozi::layout {

// A wave from (0, 0) to (width, 0) about the x axis, in whole half waves near `half_wave` each; it begins upwards.
// REQUIRES: width and half_wave above zero.
std::vector<PathStep> wave(Length width, Length half_wave, Length amplitude);

// A circle about (0, 0), to be stroked.
std::vector<PathStep> ring(Length diameter);

// How tall a mark is beside characters of a size.
Length mark_height(const EmphasisStyle& style, Length size);

// The mark about (0, 0), to be filled by the even-odd rule. REQUIRES: the style has one.
std::vector<PathStep> mark_shape(const EmphasisStyle& style, Length size);

}  // namespace huozi::layout
