// One line that must fit its room, as running heads must: drawn together as far as letters bear, then cut by sense.
#pragma once

#include "layout/plain_run.h"

namespace huozi::layout {

struct FittedText {
  PlainText text;
  bool cut = false;  // words are missing, … stands for them
};

FittedText fit_line(std::string_view text, const TextStyle& style, text::Shaper& shaper, Length room);

}  // namespace huozi::layout
