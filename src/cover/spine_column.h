// A text down a spine or a band: Chinese characters upright one below the other, words of other letters turned clockwise, their
// heads to the right. Inside cover/ only.
// Not here: what stands where (spine), columns whose letters all stand upright (column_cells).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cover/panel.h"

namespace huozi::cover {

struct SpineCell {
  std::string text;     // empty: a blank
  bool turned = false;  // words on one line; else as column_cells has it
};

// Words are turned with the figures, signs and spaces among them, and so are figures of more than two digits.
std::vector<SpineCell> spine_cells(std::string_view text);

// Of the style at its font size.
Length column_height(Panel& panel, const std::vector<SpineCell>& cells, const style::ComputedStyle& style);
// Centred on `x`, from `top` down. What has no room ends in an ellipsis.
void put_spine_column(Panel& panel, std::vector<SpineCell> cells, const style::ComputedStyle& style, Length x,
                      Length top, Length room);

}  // namespace huozi::cover
